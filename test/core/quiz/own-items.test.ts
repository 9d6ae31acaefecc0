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

  test('that asks for the line when others stayed as they were', () => {
    const { question } = only({
      before: 'const { town } = request.query\nconst sql = `… ${town}`\nlog(town)\n}\n',
      after: "const { town } = request.query\nconst sql = '… $1'\nlog(town)\n}\n",
    })
    expect(question.format).toBe('spot-the-line')
    expect(question.options.map(option => option.verdict)).toEqual(['wrong', 'right', 'wrong', 'neutral'])
    const asked = {
      number: 1,
      total: 1,
      weakness: '',
      title: '',
      item: { question, from: null },
      turn: 'first' as const,
    }
    const lines = codeLines({ ...asked, options: question.options })
    expect(lines.map(line => line.option)).toEqual([0, 1, 2, 3])
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
