import { describe, expect, test } from 'vitest'
import { changesOnly, dedentHunks, pairLines } from '../../../source/core/fix/hunk-lines.js'
import { parameterIn } from '../../../source/core/lesson/fill-attack.js'
import { codeLines, optionLines } from '../../../source/core/quiz/option-lines.js'
import { estimateMinutes } from '../../../source/core/session/estimate.js'
import { frameLines } from '../../../source/core/session/frame-lines.js'
import { summariseSession } from '../../../source/core/session/summarise-session.js'
import { tracePlaces } from '../../../source/core/session/trace-places.js'
import { editField, fieldWith } from '../../../source/core/text/field.js'
import { ago, duration } from '../../../source/core/text/words.js'
import { aFinding, aRule, SessionRun } from '../../support/session.js'

describe('a text field', () => {
  test('takes a paste as one line', () => {
    expect(editField(fieldWith('a'), { kind: 'insert', text: 'b\r\n  c' }).text).toBe('ab c')
    expect(editField(fieldWith('a'), { kind: 'insert', text: 'b\tc' }).text).toBe('ab c')
  })

  test('deletes whole characters, however many units they have', () => {
    const field = editField(fieldWith('a👩‍👩‍👧‍👦'), { kind: 'delete-before' })
    expect(field).toEqual({ text: 'a', cursor: 1 })
  })

  test('moves and edits at its cursor', () => {
    const start = editField(fieldWith('one two'), { kind: 'start' })
    const typed = editField(start, { kind: 'insert', text: '>' })
    expect(typed).toEqual({ text: '>one two', cursor: 1 })
    expect(editField(fieldWith('one two'), { kind: 'delete-word' }).text).toBe('one ')
    expect(editField(start, { kind: 'delete-after' }).text).toBe('ne two')
  })

  test('never grows beyond its limit', () => {
    expect(editField(fieldWith(''), { kind: 'insert', text: 'x'.repeat(5000) }).text).toHaveLength(400)
  })
})

describe('the code frame', () => {
  const numbers = (lines: ReturnType<typeof frameLines>) => lines.map(line => line?.number ?? '…')

  test('shows the marked lines with their surroundings and joins them', () => {
    const lines = frameLines(
      [
        { line: 5, label: 'comes from the request' },
        { line: 8, label: 'runs' },
      ],
      20,
    )
    expect(numbers(lines)).toEqual([3, 4, 5, 6, 7, 8, 9, 10])
    expect(lines.map(line => line?.mark?.kind)).toEqual([
      undefined,
      undefined,
      'source',
      'between',
      'between',
      'sink',
      undefined,
      undefined,
    ])
  })

  test('leaves out what lies far between', () => {
    const lines = frameLines(
      [
        { line: 2, label: 'a' },
        { line: 90, label: 'b' },
      ],
      100,
    )
    expect(numbers(lines)).toEqual([1, 2, 3, 4, '…', 88, 89, 90, 91, 92])
  })

  test('calls a line that is source and step the source, and one that is source and sink the sink', () => {
    const label = (marks: Parameters<typeof frameLines>[0]) =>
      frameLines(marks, 9).find(line => line?.mark)?.mark
    expect(
      label([
        { line: 3, label: 'source' },
        { line: 3, label: 'kept' },
        { line: 9, label: 'sink' },
      ]),
    ).toEqual({ kind: 'source', label: 'source' })
    expect(
      label([
        { line: 3, label: 'source' },
        { line: 3, label: 'sink' },
      ]),
    ).toEqual({ kind: 'sink', label: 'sink' })
  })

  test('goes through the files in the order of the data', () => {
    const step = (path: string, line: number) => ({ path, line, column: 1, label: `${path}` })
    const finding = aFinding({ trace: [step('a.js', 1), step('b.js', 4), step('b.js', 6), step('a.js', 9)] })
    expect(tracePlaces(finding).map(place => [place.path, place.marks.length])).toEqual([
      ['a.js', 1],
      ['b.js', 2],
      ['a.js', 1],
    ])
  })

  test('has one source and one sink on its whole way, and says where it goes on and comes in', () => {
    const step = (path: string, line: number, label: string) => ({ path, line, column: 1, label })
    const finding = aFinding({
      trace: [
        step('a.js', 2, 'comes from the request'),
        step('a.js', 3, 'is used here'),
        step('b.js', 1, 'arrives as a parameter'),
        step('b.js', 2, 'is used here'),
      ],
    })
    const seen = tracePlaces(finding).map(place =>
      frameLines(place.marks, 4, 1, place).map(
        line => `${line?.number} ${line?.mark?.kind} ${line?.mark?.label}`,
      ),
    )
    expect(seen).toEqual([
      ['1 undefined undefined', '2 source comes from the request', '3 step goes on in b.js', '4 between '],
      ['1 step arrives as a parameter', '2 sink is used here', '3 undefined undefined'],
    ])
  })

  test('a source that goes on in another file from its own line is told as both', () => {
    const finding = aFinding({
      trace: [
        { path: 'a.js', line: 1, column: 1, label: 'comes from the request' },
        { path: 'a.js', line: 1, column: 9, label: 'is used here' },
        { path: 'b.js', line: 1, column: 1, label: 'is used here' },
      ],
    })
    const [first] = tracePlaces(finding)
    expect(first && frameLines(first.marks, 1, 1, first)[0]?.mark).toEqual({
      kind: 'source',
      label: 'comes from the request, goes on in b.js',
    })
  })
})

describe('a diff', () => {
  const line = (kind: 'same' | 'added' | 'removed', text: string) => ({ kind, text })

  test('side by side puts what was removed beside what was added', () => {
    const pairs = pairLines([line('same', 'a'), line('removed', 'b'), line('added', 'c'), line('added', 'd')])
    expect(pairs.map(pair => [pair.left?.text, pair.right?.text])).toEqual([
      ['a', 'a'],
      ['b', 'c'],
      [undefined, 'd'],
    ])
  })

  test('loses the indent that all its lines share, and only that', () => {
    const hunk = { beforeStart: 1, afterStart: 1, lines: [line('same', '    a'), line('added', '      b')] }
    expect(dedentHunks([hunk])[0]?.lines.map(one => one.text)).toEqual(['a', '  b'])
    expect(changesOnly([hunk])[0]?.lines).toHaveLength(1)
  })
})

describe('an option of a question', () => {
  test('that is a piece of code is shown by what it changes', () => {
    const code = 'const a = input\nrun(a)\ndone()\n'
    expect(optionLines('const a = input\nrunSafely([a])\ndone()\n', code)).toEqual([
      '- run(a)',
      '+ runSafely([a])',
    ])
  })

  test('that is one line is shown as it is', () => {
    expect(optionLines(' JSON.parse(body)\n', 'eval(body)')).toEqual(['JSON.parse(body)'])
  })

  test('that is long is cut and says so', () => {
    const long = Array.from({ length: 20 }, (_, index) => `line ${index}`).join('\n')
    expect(optionLines(long, '').at(-1)).toBe('… 15 more lines')
  })

  test('code loses its blank edges and its shared indent', () => {
    expect(codeLines('\n\n    a\n      b\n\n')).toEqual(['a', '  b'])
  })
})

test.each([
  ['const { town } = request.query', 'town'],
  ["name = request.args.get('name')", 'name'],
  ['eval(req.body.formula)', 'formula'],
  ["req.params['id']", 'id'],
  ['const x = 1', null],
  ['request.args.get(key)', 'key'],
])('the parameter of %j is %s', (code, name) => {
  expect(parameterIn(code)).toBe(name)
})

test('times are told as a person says them', () => {
  expect([840, 12_400, 240_000].map(duration)).toEqual(['0.8 s', '12 s', '4 min'])
  const now = Date.parse('2026-11-23T12:00:00Z')
  const then = (iso: string) => ago(Date.parse(iso), now)
  expect(then('2026-11-23T01:00:00Z')).toBe('today')
  expect(then('2026-11-02T00:00:00Z')).toBe('3 weeks ago')
  expect(then('2024-11-02T00:00:00Z')).toBe('2 years ago')
  expect([1, 2, 3, 10].map(estimateMinutes)).toEqual([2, 2, 3, 8])
})

describe('the summary after the coach', () => {
  test('says what was done, what changed and how to go on', () => {
    const { session } = new SessionRun().scanned([aFinding()], { rules: [aRule()] })
    const tally = {
      ...session.tally,
      mended: [{ fingerprint: 'x', path: 'web/run.js', title: 'Text is run as code' }],
      filesSynced: ['AGENTS.md'],
    }
    expect(summariseSession({ ...session, tally })).toEqual([
      'guardrail-coach · parcel-desk: 1 finding fixed and checked, 1 open.',
      'Changed: web/run.js, AGENTS.md.',
      '1 learned rule waits for your review: guardrail-coach rules',
      'Go on at the same place at any time: guardrail-coach',
    ])
  })

  test('says so when nothing was changed', () => {
    expect(summariseSession(new SessionRun().session)).toEqual([
      'guardrail-coach · parcel-desk: nothing was changed.',
    ])
  })
})
