import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { loadLessons } from '../../source/adapters/content-bundled/load-lessons.js'
import type { Weakness } from '../../source/core/weakness/weakness.js'
import { lintLesson } from './lint-lesson.js'
import { CHOICE_FORMATS, optionLength } from './lint-question.js'
import { wordsOf } from './reading-level.js'

const ROOT = resolve(import.meta.dirname, '../..')
const { lessons, problems } = await loadLessons(resolve(ROOT, 'lessons'))
const weaknesses: readonly Weakness[] = parse(readFileSync(resolve(ROOT, 'rules/weaknesses.yml'), 'utf8'))
const questions = lessons.flatMap(lesson => lesson.questions)
const choices = questions.filter(question => CHOICE_FORMATS.includes(question.format))

test('every lesson file can be read', () => {
  expect(problems.map(problem => problem.message)).toEqual([])
  expect(lessons.length).toBeGreaterThan(0)
})

test.each(lessons.map(lesson => [lesson.weakness, lesson] as const))('%s keeps the caps', (_, lesson) => {
  expect(lintLesson(lesson)).toEqual([])
})

test('a lesson agrees with its weakness on CWE and OWASP', () => {
  const byId = new Map(weaknesses.map(weakness => [weakness.id, weakness]))
  for (const lesson of lessons) {
    const weakness = byId.get(lesson.weakness)
    expect(weakness, `${lesson.weakness} is not in rules/weaknesses.yml`).toBeDefined()
    expect({ id: lesson.weakness, cwe: lesson.cwe, owasp: lesson.owasp }).toEqual({
      id: lesson.weakness,
      cwe: weakness?.cwe,
      owasp: weakness?.owasp,
    })
  }
})

test('question ids are unique and start with their weakness', () => {
  const ids = questions.map(question => question.id)
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  for (const lesson of lessons)
    for (const question of lesson.questions) expect(question.id.startsWith(`${lesson.weakness}/`)).toBe(true)
})

/** How many right answers chance would put into one of n places, and two standard deviations around it. */
function chance(items: typeof choices): { readonly least: number; readonly most: number } {
  const mean = items.reduce((sum, item) => sum + 1 / item.options.length, 0)
  const variance = items.reduce((sum, { options: { length } }) => sum + (1 / length) * (1 - 1 / length), 0)
  return { least: mean - 2 * Math.sqrt(variance), most: mean + 2 * Math.sqrt(variance) }
}

test('neither the place nor the length of an answer gives it away', () => {
  const { least, most } = chance(choices)
  const sum = (score: (lengths: readonly number[], right: number) => number) =>
    choices.reduce((total, { options }) => {
      const lengths = options.map(option => optionLength(option.text))
      const right = options.findIndex(option => option.verdict === 'right')
      return total + score(lengths, right)
    }, 0)
  /** 1 when the right answer alone has this length, a part of it when others share it: they hide it. */
  const extreme = (pick: (...lengths: number[]) => number) => (lengths: readonly number[], right: number) => {
    const found = pick(...lengths)
    return lengths[right] === found ? 1 / lengths.filter(length => length === found).length : 0
  }
  const counts = {
    first: sum((_, right) => (right === 0 ? 1 : 0)),
    last: sum((lengths, right) => (right === lengths.length - 1 ? 1 : 0)),
    longest: sum(extreme(Math.max)),
    shortest: sum(extreme(Math.min)),
  }
  for (const [what, found] of Object.entries(counts)) {
    expect(found, `${what}: ${found.toFixed(1)} of ${choices.length}`).toBeGreaterThanOrEqual(least)
    expect(found, `${what}: ${found.toFixed(1)} of ${choices.length}`).toBeLessThanOrEqual(most)
  }
})

test('"still vulnerable?" is not always answered with yes', () => {
  const items = questions.filter(question => question.format === 'still-vulnerable')
  const no = items.filter(({ options }) =>
    options.find(one => one.verdict === 'right')?.text.startsWith('No'),
  )
  expect(no.length).toBeGreaterThanOrEqual(Math.floor(items.length / 6))
})

test('weakness ids, aliases and guardrail frames are sound', () => {
  const names = weaknesses.flatMap(weakness => [weakness.id, ...(weakness.aliases ?? [])])
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  expect(weaknesses.length).toBe(58)
  for (const { id, frame, owasp } of weaknesses) {
    const sentence = `NEVER ${frame.never}: ${frame.why}. Use ${frame.use}.`
    expect(wordsOf(sentence).length, `${id}: ${sentence}`).toBeLessThanOrEqual(40)
    expect(wordsOf(frame.why).length, `${id}: ${frame.why}`).toBeLessThanOrEqual(10)
    expect(owasp, id).toMatch(/^((A(0[1-9]|10)|LLM(0[1-9]|10)):2025)?$/)
  }
})
