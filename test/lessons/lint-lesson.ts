import type { Lesson } from '../../source/core/lesson/lesson.js'
import { lintQuestion } from './lint-question.js'
import { readingGrade, wordsOf } from './reading-level.js'

const MAX_COLUMNS = 76
const MAX_GRADE = 9

/** Lessons 1 to 20 of lessons.md §4.3 under this project's names: five questions each, code in seven families. */
const FIRST_TWENTY = [
  'missing-ownership-check',
  'ssrf',
  'sql-injection',
  'xss',
  'path-traversal',
  'command-injection',
  'hardcoded-secret',
  'missing-authentication',
  'log-injection',
  'redos',
  'csrf',
  'code-injection',
  'weak-random',
  'password-hashing',
  'jwt-verification',
  'no-rate-limit',
  'open-redirect',
  'insecure-deserialization',
  'file-upload',
  'broken-crypto',
]

/** Returns a text with its placeholders `{{name|default}}` replaced by their defaults. */
function withDefaults(text: string): string {
  return text.replace(/\{\{[a-z]+\|([^}]*)\}\}/g, '$1')
}

/**
 * Returns the seconds a lesson takes (lessons.md §2.3): prose at 238 words a minute, two seconds a line of code,
 * 25 for the question, rounded to ten.
 */
function secondsOf(lesson: Lesson): number {
  const longest = Math.max(...lesson.samples.map(sample => sample.vulnerable.split('\n').length))
  const code = Math.min(12, longest + lesson.attack.lines.length)
  return Math.round(((wordsOf(proseOf(lesson)).length / 238) * 60 + code * 2 + 25) / 10) * 10
}

/** Returns what is wrong with a lesson, one plain sentence each; caps from lessons.md §2.3 and §2.8. */
export function lintLesson(lesson: Lesson): readonly string[] {
  const wrong: string[] = []
  const say = (bad: boolean, message: string) => {
    if (bad) wrong.push(`${lesson.weakness}: ${message}`)
  }
  const cap = (section: string, text: string, most: number) => {
    const count = wordsOf(withDefaults(text)).length
    say(count > most, `${section} has ${count} words, at most ${most}`)
  }
  cap('title', lesson.title, 10)
  cap('What', lesson.what, 25)
  cap('Attack', lesson.attack.text, 20)
  cap('Why it works', lesson.why, 25)
  cap('Not enough', lesson.notEnough, 25)
  const prompt = Math.max(...lesson.questions.map(question => wordsOf(question.prompt).length))
  const total = wordsOf(proseOf(lesson)).length + prompt
  say(total > 110, `has ${total} words of prose with its longest prompt, at most 110`)
  say(lesson.seconds !== secondsOf(lesson), `takes ${secondsOf(lesson)} seconds, not ${lesson.seconds}`)

  const { lines } = lesson.attack
  say(lines.length < 2 || lines.length > 4, `Attack shows ${lines.length} lines, 2 to 4 are good`)
  for (const line of lines) say(withDefaults(line).length > MAX_COLUMNS, `Attack is too wide: ${line}`)
  for (const [slot, filled] of [lesson.attack.text, ...lines].join('\n').matchAll(/\{\{([^}]*)/g))
    say(!/^(parameter)\|[a-z]\w*$/i.test(filled ?? ''), `Attack has a placeholder that is no name: ${slot}`)

  say(new Set(lesson.samples.map(one => one.family)).size < lesson.samples.length, 'a family is there twice')
  for (const sample of lesson.samples) {
    say(sample.vulnerable === sample.fixed, `${sample.family}: both samples are the same`)
    for (const form of [sample.vulnerable, sample.fixed]) {
      say(form.split('\n').length > 12, `${sample.family}: a sample has more than 12 lines`)
      for (const line of form.split('\n'))
        say(line.length > MAX_COLUMNS, `${sample.family}: too wide: ${line}`)
    }
  }

  for (const { family, vulnerable, fixed } of lesson.samples) {
    const before = new Set(vulnerable.split('\n').map(line => line.trim()))
    const added = fixed.split('\n').filter(line => line.trim() !== '' && !before.has(line.trim()))
    const most = family === 'javascript' || family === 'python' ? 6 : 8
    say(
      added.length === 0 || added.length > most,
      `${family}: the fix has ${added.length} lines, at most ${most}`,
    )
  }

  const grade = readingGrade(withDefaults(proseOf(lesson)))
  say(grade > MAX_GRADE, `reads at grade ${grade.toFixed(1)}, at most ${MAX_GRADE}`)
  const feedback = lesson.questions.flatMap(question => [
    `${question.idea}.`,
    ...question.options.map(option => option.reason),
  ])
  const feedbackGrade = readingGrade(feedback.join(' '))
  say(feedbackGrade > MAX_GRADE, `feedback reads at grade ${feedbackGrade.toFixed(1)}, at most ${MAX_GRADE}`)

  const isFull = FIRST_TWENTY.includes(lesson.weakness)
  const least = isFull ? 5 : 3
  say(lesson.questions.length < least, `has ${lesson.questions.length} questions, at least ${least}`)
  const formats = new Set(lesson.questions.map(question => question.format))
  say(formats.size < 3, `has ${formats.size} formats, at least 3`)
  for (const { family } of lesson.samples) {
    const own = lesson.questions.filter(question => question.family === family || question.family === 'any')
    const enough = isFull && (family === 'javascript' || family === 'python') ? 5 : 3
    say(own.length < enough, `${family}: ${own.length} questions can be asked, at least ${enough}`)
  }
  return [...wrong, ...lesson.questions.flatMap(lintQuestion)]
}

function proseOf(lesson: Lesson): string {
  const parts = [lesson.title, lesson.what, lesson.attack.text, lesson.why, lesson.notEnough]
  return parts.map(part => withDefaults(part).replace(/[^.?]$/, '$&.')).join(' ')
}
