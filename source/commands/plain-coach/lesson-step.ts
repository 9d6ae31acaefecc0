import type { Finding } from '../../core/finding/finding.js'
import { fillAttack, parameterIn } from '../../core/lesson/fill-attack.js'
import { genericLesson } from '../../core/lesson/generic-lesson.js'
import type { Lesson } from '../../core/lesson/lesson.js'
import { pickCheck } from '../../core/session/pick-check.js'
import { indexLines } from '../../core/text/line-index.js'
import { printable } from '../../core/text/printable.js'
import { chooseFrom, type Talk } from './menu.js'

/** Prints a finding's lesson, section by section, and asks its question when it has one. */
export async function teach(
  talk: Talk,
  finding: Finding,
  text: string,
  lesson: Lesson | null,
): Promise<void> {
  const shown = lesson ?? genericLesson(finding)
  for (const line of lessonLines(shown, finding, text)) talk.say(line)
  const check = lesson === null ? null : pickCheck(lesson, finding.path, finding.fingerprint)
  if (check === null) return
  const { question, options } = check
  talk.say('')
  talk.say(`Check: ${question.prompt}`)
  if (question.code !== '') for (const line of question.code.split('\n')) talk.say(`    ${line}`)
  const chosen = await chooseFrom(
    talk,
    'Your answer',
    options.map(option => ({ value: option, label: option.text })),
  )
  if (chosen === null) return
  talk.say(chosen.verdict === 'right' ? 'Right.' : 'Not this one.')
  for (const option of options) {
    talk.say(`  ${option.verdict === 'right' ? 'right' : 'wrong'}: ${option.text}`)
    talk.say(`    ${option.reason}`)
  }
  talk.say(`Keep: ${question.idea}`)
}

function lessonLines(lesson: Lesson, finding: Finding, text: string): readonly string[] {
  const lines = [finding.startLine, ...finding.trace.map(step => step.line)]
  const parameter = lines
    .map(line => parameterIn(indexLines(text).lineText(line)))
    .find(name => name !== null)
  const attack = fillAttack(lesson, parameter ?? null)
  return [
    '',
    printable(lesson.title),
    `What: ${printable(lesson.what, { lines: true })}`,
    `Attack: ${printable(attack.text, { lines: true })}`,
    ...attack.lines.map(line => `    ${printable(line)}`),
    `Why the fix works: ${printable(lesson.why, { lines: true })}`,
    `Not enough: ${printable(lesson.notEnough, { lines: true })}`,
  ].map(line => line.replaceAll('\n', ' '))
}
