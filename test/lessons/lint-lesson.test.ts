import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { loadLessons } from '../../source/adapters/content-bundled/load-lessons.js'
import type { Lesson, Question } from '../../source/core/lesson/lesson.js'
import { lintLesson } from './lint-lesson.js'
import { lintQuestion } from './lint-question.js'

const { lessons } = await loadLessons(resolve(import.meta.dirname, '../../lessons'))
const lesson = required(lessons.find(one => one.weakness === 'sql-injection'))
const choice = required(lesson.questions.find(one => one.format === 'choose-the-fix'))
const hole = required(lesson.questions.find(one => one.format === 'fill-the-hole'))
const spot = required(lesson.questions.find(one => one.format === 'spot-the-line'))
const still = required(lesson.questions.find(one => one.format === 'still-vulnerable'))
const HARD = 'Parameterization unequivocally disambiguates interpretational heterogeneity.'
const words = (count: number) => Array(count).fill('word').join(' ')

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the lesson lost a format that these tests need')
  return value
}

function options(question: Question, change: Partial<Question['options'][number]>): Question {
  return { ...question, options: question.options.map(option => ({ ...option, ...change })) }
}

test.each<[string, Partial<Lesson>, string]>([
  ['a long section', { what: words(26) }, 'What has 26 words'],
  ['a long title', { title: words(11) }, 'title has 11 words'],
  ['hard words', { what: HARD, why: HARD, notEnough: HARD }, 'reads at grade'],
  ['wrong seconds', { seconds: 10 }, 'seconds, not 10'],
  ['one line of attack', { attack: { text: 'A.', lines: ['x'] } }, 'Attack shows 1 lines'],
  ['a placeholder that is no name', { attack: { text: 'A.', lines: ['{{parameter|12}}', 'x'] } }, 'no name'],
  ['few questions', { questions: lesson.questions.slice(0, 4) }, 'has 4 questions, at least 5'],
  ['one format', { questions: Array(5).fill(choice) }, 'has 1 formats'],
  [
    'a wide sample',
    { samples: [{ family: 'python', vulnerable: words(20), fixed: 'x' }] },
    'python: too wide',
  ],
])('a lesson with %s is told', (_, change, message) => {
  expect(lintLesson({ ...lesson, ...change }).join('\n')).toContain(message)
})

test.each<[string, Question, string]>([
  ['two right options', options(choice, { verdict: 'right' }), 'has 4 right options'],
  ['a long reason', options(choice, { reason: words(36) }), 'a reason has 36 words'],
  [
    'a wrong fix without its misconception',
    { ...choice, options: choice.options.map(({ misconception: _, ...rest }) => rest) },
    'names no misconception',
  ],
  [
    'one option much longer than the others',
    {
      ...choice,
      options: choice.options.map((one, index) => (index === 0 ? { ...one, text: words(40) } : one)),
    },
    'the mean is',
  ],
  ['a line that is not in the code', { ...spot, code: 'something else' }, 'not a line of the code'],
  ['lines out of order', { ...spot, options: spot.options.toReversed() }, 'not in the order of the code'],
  ['no hole', { ...hole, code: 'x' }, 'has no hole'],
  [
    'an accepted wrong answer',
    { ...hole, accept: hole.options.map(one => one.text) },
    'accepts the wrong answer',
  ],
  ['an answer that is neither yes nor no', options(still, { text: 'Maybe' }), 'does not start with'],
])('a question with %s is told', (_, question, message) => {
  expect(lintQuestion(question).join('\n')).toContain(message)
})
