import { isLessonShort, lessonSeen } from '../../app/quiz-events.js'
import type { Finding } from '../../core/finding/finding.js'
import { redactSecrets } from '../../core/learned-rule/redact-secrets.js'
import { parameterIn } from '../../core/lesson/fill-attack.js'
import { genericLesson } from '../../core/lesson/generic-lesson.js'
import type { Lesson } from '../../core/lesson/lesson.js'
import { lessonBlocks } from '../../core/lesson/lesson-blocks.js'
import { pickCheck } from '../../core/session/pick-check.js'
import { indexLines } from '../../core/text/line-index.js'
import { printable } from '../../core/text/printable.js'
import type { CommandInput } from '../command.js'
import { chooseFrom, type Talk } from './menu.js'
import { tell } from './tell.js'

type Step = { readonly tools: CommandInput['tools']; readonly talk: Talk }

/** Prints a finding's lesson, section by section, asks its question when it has one, and notes both for the quiz. */
export async function teach({ tools, talk }: Step, finding: Finding, text: string): Promise<void> {
  const lesson = await tools.content.lesson(finding.lesson)
  const isShort = await isLessonShort(tools, finding)
  for (const line of lessonLines(lesson ?? genericLesson(finding), finding, text, isShort)) talk.say(line)
  if (lesson === null) return
  tell(talk, await lessonSeen(tools, finding, await askCheck(talk, finding, lesson)))
}

/** Asks the lesson's question and tells about every option; null when there is none or it was skipped. */
async function askCheck(talk: Talk, finding: Finding, lesson: Lesson) {
  const check = pickCheck(lesson, finding.path, finding.fingerprint)
  if (check === null) return null
  const { question, options } = check
  talk.say('')
  talk.say(`Check: ${question.prompt}`)
  if (question.code !== '') for (const line of question.code.split('\n')) talk.say(`    ${line}`)
  const chosen = await chooseFrom(
    talk,
    'Your answer',
    options.map(option => ({ value: option, label: option.text })),
  )
  if (chosen === null) return null
  talk.say(chosen.verdict === 'right' ? 'Right.' : 'Not this one.')
  for (const option of options) {
    talk.say(`  ${option.verdict === 'right' ? 'right' : 'wrong'}: ${option.text}`)
    talk.say(`    ${option.reason}`)
  }
  talk.say(`Keep: ${question.idea}`)
  const right = chosen.verdict === 'right'
  return { item: question.id, format: question.format, right, sure: true, hinted: false, ms: 0 }
}

function lessonLines(lesson: Lesson, finding: Finding, text: string, isShort: boolean): readonly string[] {
  const index = indexLines(text)
  const { path, endLine: line } = finding
  const parameter = [finding.startLine, ...finding.trace.map(step => step.line)]
    .map(number => parameterIn(index.lineText(number)))
    .find(name => name !== null)
  const own = redactSecrets(index.lineText(line), finding.weakness === 'hardcoded-secret')
  const blocks = lessonBlocks(lesson, { path, line, own, parameter: parameter ?? null }, isShort)
  return [
    '',
    printable(lesson.title),
    ...blocks.flatMap(block => [
      printable(`${block.heading}: ${block.text.replaceAll('\n', ' ')}`.trimEnd()),
      ...block.lines.map(({ mark, text }) => `  ${mark} ${printable(text, { maxLine: 160 })}`),
    ]),
  ]
}
