import { describe, expect, test } from 'vitest'
import { codeLines } from '../../../source/core/quiz/code-lines.js'
import { disguise } from '../../../source/core/quiz/disguise.js'
import { ownItems } from '../../../source/core/quiz/own-items.js'
import { sampleCard, sampleRemediation } from '../../support/quiz-samples.js'

const card = sampleCard('sql-injection')
const only = (changes = {}) => {
  const [item] = ownItems([sampleRemediation(changes)], card)
  if (!item) throw new Error('no item')
  return item
}

describe('a fix of the project becomes a question', () => {
  test('that asks for the version that closes it when one line changed', () => {
    const { question, from } = only()
    expect(question.format).toBe('choose-the-fix')
    expect(from).toEqual({ path: 'web/parcels.ts', fixedOn: '2026-11-03' })
    expect(question.options.map(option => option.verdict)).toEqual(['right', 'wrong', 'wrong'])
    expect(question.options[0]?.text).toBe(sampleRemediation().after)
    expect(new Set(question.options.map(option => option.text)).size).toBe(3)
  })

  test('that asks for the line where one changed and others show that they were fine', () => {
    const lines = ['const { town } = request.query', 'pool.query(`… ${town}`)', 'log(town)', '}']
    const { question } = only({
      anchor: 'pool.query',
      before: ['// never do this', ...lines, 'pool.query(other)'].join('\n'),
      after: [
        '// never do this',
        lines[0],
        "pool.query('… $1', [town])",
        ...lines.slice(2),
        'pool.query(other)',
      ].join('\n'),
    })
    expect(question.format).toBe('spot-the-line')
    expect(question.options.map(option => option.verdict)).toEqual([
      'wrong',
      'right',
      'wrong',
      'neutral',
      'neutral',
    ])
    const asked = { number: 1, total: 1, weakness: '', title: '', item: { question, from: null } }
    const shown = codeLines({ ...asked, turn: 'first', options: question.options })
    expect(shown.map(line => line.option)).toEqual([0, 1, 2, 3, 4])
    expect(shown.map(line => line.text).join()).not.toContain('never do this')
  })

  test('that shows only what changed, without the comments that tell the answer', () => {
    const { question } = only({
      anchor: 'eval',
      before: '/* insecure\n   use of eval */\n  const a = eval(q.a);\n  const b = eval(q.b);\n',
      after: '/* insecure\n   use of eval */\n  const a = Number(q.a);\n  const b = eval(q.b);\n',
    })
    expect(question.code).toBe('const a = eval(q.a);')
    expect(question.options.map(option => option.text)).toEqual([
      'const a = Number(q.a);',
      'const value = q.a;\nconst a = eval(value);',
      'try {\n    const a = eval(q.a);\n} catch {\n    return\n}',
    ])
  })

  test('with an import and a call from far apart at one margin', () => {
    const { question } = only({
      before: 'const x = 1\nfunction f() {\n    return a === b;\n}',
      after: "const x = 1\nconst c = require('c');\nfunction f() {\n    return c.equal(a, b);\n}",
    })
    expect(question.options[0]?.text).toBe("const c = require('c');\nreturn c.equal(a, b);")
  })

  test.each([
    ['a member of an object', 'resave: true', "resave: true,\ncookie: { sameSite: 'lax' }"],
    ['half a call', 'run(', 'start('],
    ['nothing left of it', 'debug(secret)\n', '\n'],
    ['the same code', 'a()', 'a()'],
  ])('unless it would make no sense: %s', (_, before, after) => {
    expect(ownItems([sampleRemediation({ before, after })], card)).toEqual([])
  })

  test('for its own weakness and language only, the latest fix first', () => {
    const ids = ownItems(
      [
        sampleRemediation({ id: 'old', fixedOn: '2026-01-01' }),
        sampleRemediation({ id: 'new' }),
        sampleRemediation({ id: 'python', language: 'python' }),
        sampleRemediation({ id: 'other', weakness: 'xss' }),
        sampleRemediation({ id: 'unknown', language: 'cobol' }),
        sampleRemediation({ id: 'empty', after: '\n' }),
      ],
      card,
    ).map(item => item.question.id)
    expect(ids).toEqual(['own/new', 'own/old'])
  })
})

test('wrong versions look mended and are not', () => {
  const js = disguise('run(`ls ${path} -l`)', 'javascript').map(option => option.text)
  expect(js[0]).toBe('run("ls " + path + " -l")')
  expect(js[1]).toContain('try {\n    run(`ls ${path} -l`)\n} catch')
  const py = disguise('    os.system(f"ls {path} -l")', 'python').map(option => option.text)
  expect(py[0]).toBe('    os.system("ls {} -l".format(path))')
  expect(py[1]).toBe(
    '    try:\n        os.system(f"ls {path} -l")\n    except Exception:\n        return None',
  )
  expect(disguise('hash := md5.New()', 'go').map(option => option.text)).toEqual(['hash := md5.New()'])
})
