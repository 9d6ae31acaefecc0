import { afterEach, describe, expect, test } from 'vitest'
import type { LearnedRule } from '../../../source/core/learned-rule/learned-rule.js'
import { NEW_RULES } from '../../../source/core/session/rules-screen.js'
import { createFakeToolbox } from '../../support/fake-toolbox.js'
import { aRule } from '../../support/session.js'
import { KEY, type RenderedCoach, renderCoach } from '../support/render-coach.js'

let coach: RenderedCoach
afterEach(() => coach.leave())

const EVAL = aRule({
  id: 'aaaaaaaaaaaaaaaa',
  anchors: ['eval'],
  evidence: [],
  detector: { kind: 'shipped-rule', ruleId: 'fake/eval' },
})
const TWIN = aRule({
  id: 'bbbbbbbbbbbbbbbb',
  evidence: [],
  severity: 'low',
  text: 'NEVER run templates of strangers: they run. Use files.',
})
const PATTERN = aRule({
  id: 'cccccccccccccccc',
  weakness: 'sql-injection',
  anchors: ['eval'],
  evidence: [],
  severity: 'medium',
  text: 'NEVER build SQL: it runs. Use placeholders.',
  detector: {
    kind: 'pattern',
    language: 'javascript',
    rule: { pattern: 'eval($A)' },
    constraints: { A: { kind: 'template_string' } },
    fix: 'parse($A)',
  },
})
const FILES = { 'web/a.js': 'eval(x)\n', 'AGENTS.md': '# Ours\n', '.cursor/rules/own.mdc': '# Own\n' }
const SIZES = [
  [50, 15],
  [80, 24],
  [120, 40],
] as const

function open(
  columns: number,
  rows: number,
  rules: readonly LearnedRule[] = [EVAL, TWIN, PATTERN],
  files: Readonly<Record<string, string>> = FILES,
) {
  const syntax = { parse: async () => null, match: async () => [{ start: 0, end: 4, captures: {} }] } as never
  const git = { ...createFakeToolbox().git, status: async () => [{ code: ' M', path: 'AGENTS.md' }] }
  const tools = createFakeToolbox({ files, records: { rules }, ports: { syntax, git } })
  coach = renderCoach(tools, { columns, rows, screen: NEW_RULES })
  return tools
}

const stored = async (tools: ReturnType<typeof open>, id: string) =>
  (await tools.store.load()).rules.find(rule => rule.id === id)

describe.each(SIZES)('the review at %i×%i', (columns, rows) => {
  test('shows list, rule, budget and keys, and no line is wider than the window', async () => {
    open(columns, rows)
    await coach.until('3 to review')
    await coach.idle()
    const text = coach.screen.text()
    expect(text).toContain('candidate')
    expect(text).toContain('NEVER run text as code')
    expect(text).toMatch(/\d of 15 rules, \d+ of 900 tokens/)
    expect(text).toContain('p promote')
    expect(Math.max(...coach.screen.lines().map(line => line.length))).toBeLessThanOrEqual(columns)
    expect(coach.screen.lines().at(-1)).toBe('')
  })

  test('every part of a rule can be reached', async () => {
    open(columns, rows)
    await coach.until('3 to review')
    await coach.idle()
    coach.press(KEY.enter)
    await coach.idle()
    let seen = coach.screen.text()
    for (let page = 0; page < 30; page++) {
      coach.press('j')
      await coach.idle()
      seen += coach.screen.text()
    }
    for (const part of ['gates', 'places', 'where', 'detector', 'budget', 'wording'])
      expect(seen).toContain(part)
    expect(seen).toContain('web/a.js:1')
    coach.press(KEY.escape)
  })

  test('a sentence is checked while it is typed, and what cannot be written is not saved', async () => {
    const tools = open(columns, rows)
    await coach.until('3 to review')
    await coach.idle()
    coach.press('e')
    await coach.until('of 40 words')
    coach.press(' @x')
    await coach.until('A bare @word')
    coach.press(KEY.enter)
    await coach.until('Not saved.')
    expect(await stored(tools, EVAL.id)).toEqual(EVAL)
    coach.press('\x15NEVER call `eval`: it runs, be careful.')
    await coach.until('names no call')
    coach.press('\x15NEVER call `eval`: it runs.')
    await coach.until('Nothing is wrong with it')
    coach.press(KEY.enter)
    await coach.until('Changed.')
    expect(await stored(tools, EVAL.id)).toMatchObject({ text: 'NEVER call `eval`: it runs.' })
    coach.press('u')
    await coach.until('Taken back')
    expect(await stored(tools, EVAL.id)).toEqual(EVAL)
  })
})

test('from 100 columns on list and rule stand beside each other, below that one above the other', async () => {
  open(100, 24)
  await coach.until('3 to review')
  await coach.idle()
  const isBeside = () => coach.screen.lines().some(line => /hits.*NEVER run text/.test(line))
  expect(isBeside()).toBe(true)
  coach.resize(99, 24)
  await coach.idle()
  expect(isBeside()).toBe(false)
})

test('a scope says while it is typed how many files match', async () => {
  const tools = open(80, 24)
  await coach.until('3 to review')
  await coach.idle()
  coach.press('sweb/**')
  await coach.until('web/** 1 file')
  coach.press(', gone/*')
  await coach.until('gone/* no file: this glob matches nothing')
  coach.press(KEY.enter)
  await coach.until('applies there')
  expect(await stored(tools, EVAL.id)).toMatchObject({ scope: ['gone/*', 'web/**'] })
})

test('filter, state and order narrow and sort the list, and the first line says which', async () => {
  open(120, 40)
  await coach.until('by state')
  await coach.idle()
  coach.press('o')
  await coach.until('by score')
  coach.press('f')
  await coach.until('candidate only')
  coach.press('f')
  await coach.until('No rule shown is promoted')
  coach.press('p')
  await coach.until('No rule is shown. Esc shows all again.')
  coach.press(KEY.escape)
  await coach.until('NEVER run text as code')
  coach.press('/sql')
  await coach.until('1 of 3 shown')
  coach.press(KEY.enter)
  await coach.until('Filter: sql')
})

test('a learned pattern shows what it looks for, and is promoted only after its places were seen', async () => {
  const tools = open(120, 40)
  await coach.until('3 to review')
  await coach.idle()
  coach.press('/sql\r')
  await coach.until('where $A is template string')
  expect(coach.screen.text()).toContain('parse($A)')
  await coach.until('say whether they are')
  coach.press('p')
  await coach.until('Are these mistakes too?')
  expect(coach.screen.text()).toContain('eval(x)')
  expect(await stored(tools, PATTERN.id)).toEqual(PATTERN)
  coach.press(KEY.enter)
  expect(await stored(tools, PATTERN.id)).toEqual(PATTERN)
  coach.press('y')
  await coach.until('Promoted.')
  expect(await stored(tools, PATTERN.id)).toMatchObject({ status: 'promoted', detector: { kind: 'pattern' } })
})

test('a merge shows both and the outcome first, and can be taken back', async () => {
  const tools = open(80, 24)
  await coach.until('3 to review')
  await coach.idle()
  coach.press('m')
  await coach.until('What is left')
  expect(coach.screen.text()).toContain('Stays')
  expect(coach.screen.text()).toContain('Goes')
  coach.press(KEY.tab)
  await coach.until(/Stays {2}bbbbbbbb/)
  expect((await tools.store.load()).rules).toHaveLength(3)
  coach.press(KEY.enter)
  await coach.until('Merged into one rule')
  expect(await stored(tools, EVAL.id)).toBeUndefined()
  coach.press('u')
  await coach.until('Taken back: merged')
  expect(await stored(tools, EVAL.id)).toEqual(EVAL)
})

test('a retired rule is restored with the same key', async () => {
  const tools = open(80, 24, [{ ...EVAL, status: 'retired', reason: 'linter' }])
  await coach.until('retired')
  await coach.idle()
  expect(coach.screen.text()).toContain('why       linter')
  coach.press('r')
  await coach.until('It is a candidate again')
  expect(await stored(tools, EVAL.id)).toEqual(EVAL)
})

test('a key that does nothing says why', async () => {
  open(120, 40, [{ ...EVAL, gate: { firesOnBefore: false, silentOnAfter: true } }])
  await coach.until('1 to review')
  await coach.idle()
  coach.press('p')
  await coach.until('Its detector does not fire on the code that was fixed. P promotes the sentence alone.')
  coach.press('m')
  await coach.until('No other rule is about the same weakness')
  coach.press('u')
  await coach.until('There is no decision of this session to take back')
})

test('the files are gone through assistant by assistant, written after the yes, and git tells what changed', async () => {
  const tools = open(80, 24, [{ ...EVAL, status: 'promoted' }])
  await tools.store.saveConfig({
    schemaVersion: 1,
    targets: ['agents-md', 'cursor'],
    engine: 'builtin',
    exclude: [],
    budget: { rules: 15, tokens: 900 },
  })
  await coach.until('promoted')
  await coach.idle()
  coach.press('v')
  await coach.until('2 files would change. Nothing is written yet.')
  expect(coach.screen.text()).toContain('1 of 2')
  expect(coach.screen.text()).toContain('+ - NEVER run text as code')
  coach.press('\x1b[C')
  await coach.until('.cursor/rules/guardrail-coach.mdc  new file')
  coach.press('w')
  await coach.until('alwaysApply: true')
  coach.press('\x1b[D')
  await coach.until('# Ours')
  expect(tools.workspace.files.get('AGENTS.md')).toBe('# Ours\n')
  coach.press(KEY.enter)
  await coach.until('Written: AGENTS.md')
  expect(coach.screen.text()).toContain('git status --short shows:')
  expect(coach.screen.text()).toContain('M AGENTS.md')
  expect(tools.workspace.files.get('AGENTS.md')).toContain('NEVER run text as code')
  coach.press(KEY.enter)
  await coach.until('Rules')
})

test('a block edited by hand is offered back, and its wording can be taken over', async () => {
  const tools = open(80, 24, [{ ...EVAL, status: 'promoted' }])
  await coach.until('promoted')
  await coach.idle()
  coach.press('v')
  await coach.until('Nothing is written yet')
  coach.press(KEY.enter)
  await coach.until('Written')
  const text = tools.workspace.files.get('AGENTS.md') ?? ''
  tools.workspace.files.set('AGENTS.md', text.replace('NEVER run', 'NEVER ever run'))
  coach.press(KEY.enter)
  await coach.until('v see files')
  coach.press('v')
  await coach.until('edited by hand')
  expect(coach.screen.text()).toContain('can take this wording over')
  coach.press(KEY.enter)
  await coach.until('the files that differ are left alone')
  coach.press('t')
  await coach.until('The edit is in the rules now')
  expect(await stored(tools, EVAL.id)).toMatchObject({
    edited: true,
    text: expect.stringMatching(/^NEVER ever/),
  })
})

test('what rule files and file names hold is drawn harmlessly', async () => {
  const hostile = aRule({
    ...EVAL,
    text: 'NEVER \u001b[2J\u202e x: y.',
    reason: '\u001b]0;x\u0007',
    detector: { kind: 'pattern', language: 'javascript', rule: { pattern: '\u001b[31m$A' } },
  })
  open(120, 40, [hostile], { '\u001b[31m.js': 'eval(x)\n' })
  await coach.until('1 to review')
  await coach.idle()
  expect(coach.screen.raw()).not.toContain('\u202e')
  expect(coach.screen.raw()).not.toContain('\u001b]0;x')
  expect(coach.screen.text()).toContain('⟨U+202E⟩')
})
