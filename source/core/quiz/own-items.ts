import type { Remediation } from '../learned-rule/remediation.js'
import { familyOfLanguage } from '../lesson/language-family.js'
import type { LanguageFamily, Question, QuestionOption } from '../lesson/lesson.js'
import type { Card } from './card.js'
import { disguise } from './disguise.js'
import type { QuizItem } from './quiz-session.js'

const IDEA = 'This was your own code: the fix you kept is the form to look for.'

function linesOf(text: string): readonly string[] {
  return text.split(/\r?\n/).filter(line => line.trim() !== '')
}

/** Lines that the fix changed are right, the ones it left alone are wrong; null when that asks nothing. */
function spotTheLine(remediation: Remediation): readonly QuestionOption[] | null {
  const lines = linesOf(remediation.before)
  const kept = new Set(linesOf(remediation.after).map(line => line.trim()))
  const isPunctuation = (line: string) => !/\w/.test(line)
  const options = lines.map((text): QuestionOption => {
    if (!kept.has(text.trim())) {
      return { text, verdict: 'right', reason: 'Your fix changed this line; nothing else had to change.' }
    }
    if (isPunctuation(text)) return { text, verdict: 'neutral', reason: 'This line only closes a block.' }
    return { text, verdict: 'wrong', reason: 'Your fix left this line as it is, and the finding was gone.' }
  })
  const rights = options.filter(option => option.verdict === 'right').length
  const wrongs = options.filter(option => option.verdict === 'wrong').length
  return rights > 0 && wrongs >= 2 && options.length <= 9 ? options : null
}

function chooseTheFix(remediation: Remediation, family: LanguageFamily): readonly QuestionOption[] {
  return [
    {
      text: remediation.after,
      verdict: 'right',
      reason: 'This is the fix you kept: the finding was gone after it.',
    },
    ...disguise(remediation.before, family),
  ]
}

function itemOf(remediation: Remediation, family: LanguageFamily): QuizItem {
  const lines = spotTheLine(remediation)
  const question: Question = {
    id: `own/${remediation.id}`,
    format: lines ? 'spot-the-line' : 'choose-the-fix',
    family,
    prompt: lines ? 'Which line let the attacker in?' : 'Which version closes the hole?',
    code: remediation.before,
    options: lines ?? chooseTheFix(remediation, family),
    accept: [],
    hint: 'You fixed this one before.',
    idea: IDEA,
  }
  return { question, from: { path: remediation.path, fixedOn: remediation.fixedOn } }
}

/**
 * Returns questions made from the project's own verified fixes of a card's weakness and family, newest first.
 * Remediations hold no secrets, they are redacted when recorded; their text is still the repo's and must be shown
 * through `printable()`.
 */
export function ownItems(remediations: readonly Remediation[], card: Card): readonly QuizItem[] {
  return remediations
    .filter(remediation => remediation.weakness === card.weakness)
    .filter(remediation => remediation.before.trim() !== '' && remediation.after.trim() !== '')
    .toSorted((a, b) => (a.fixedOn < b.fixedOn ? 1 : -1))
    .flatMap(remediation => {
      const family = familyOfLanguage(remediation.language)
      return family !== null && family === card.family ? [itemOf(remediation, family)] : []
    })
}
