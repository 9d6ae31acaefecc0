import type { Remediation } from '../learned-rule/remediation.js'
import { familyOfLanguage } from '../lesson/language-family.js'
import type { LanguageFamily, Question, QuestionOption } from '../lesson/lesson.js'
import type { Card } from './card.js'
import { type CodeChange, changeOf, isWhole } from './code-change.js'
import { disguise } from './disguise.js'
import type { QuizItem } from './quiz-session.js'

const IDEA = 'This was your own code: the fix you kept is the form to look for.'
const LONGEST = 6

type Asked = Pick<Question, 'format' | 'prompt' | 'code' | 'options'>

/** Asks for the line that had to change, where exactly one did and lines around it show that they were fine. */
function spotTheLine(change: CodeChange, { anchor, weakness }: Remediation): Asked | null {
  const changed = change.before.filter(line => line.isChanged)
  const holdsAnchor = (text: string) => anchor !== '' && text.includes(anchor)
  const [only] = changed
  if (changed.length !== 1 || !only) return null
  // A fix that adds a line elsewhere changes a neighbour too: only the line with the call it was about is the answer.
  if (!holdsAnchor(only.text) && weakness !== 'hardcoded-secret') return null
  const options = change.before.map(({ text, isChanged }): QuestionOption => {
    if (isChanged)
      return { text, verdict: 'right', reason: 'Your fix changed this line, and the finding was gone.' }
    if (holdsAnchor(text)) {
      return { text, verdict: 'neutral', reason: 'The same call, but not the one this fix was about.' }
    }
    if (!/\w/.test(text)) return { text, verdict: 'neutral', reason: 'This line only closes a block.' }
    return { text, verdict: 'wrong', reason: 'Your fix left this line as it is, and the finding was gone.' }
  })
  if (options.filter(option => option.verdict === 'wrong').length < 2 || options.length > 9) return null
  const code = change.before.map(line => line.text).join('\n')
  return { format: 'spot-the-line', prompt: 'Which of these lines had to change?', code, options }
}

/** Asks for the version that was kept, where what changed can be read by itself. */
function chooseTheFix({ removed, added }: CodeChange, family: LanguageFamily): Asked | null {
  const isShort = (code: string) => code !== '' && code.split('\n').length <= LONGEST
  if (!isShort(removed) || !isShort(added) || !isWhole(removed) || !isWhole(added)) return null
  const right: QuestionOption = {
    text: added,
    verdict: 'right',
    reason: 'This is the fix you kept: the finding was gone after it.',
  }
  return {
    format: 'choose-the-fix',
    prompt: 'Which version closes the hole?',
    code: removed,
    options: [right, ...disguise(removed, family)],
  }
}

function itemOf(remediation: Remediation, family: LanguageFamily): readonly QuizItem[] {
  const change = changeOf(remediation.before, remediation.after, family)
  const asked = spotTheLine(change, remediation) ?? chooseTheFix(change, family)
  if (asked === null) return []
  const question: Question = {
    ...asked,
    id: `own/${remediation.id}`,
    family,
    accept: [],
    hint: 'You fixed this one yourself.',
    idea: IDEA,
  }
  return [{ question, from: { path: remediation.path, fixedOn: remediation.fixedOn } }]
}

/**
 * Returns questions made from the project's own verified fixes of a card's weakness and family, newest first; a fix
 * that asks nothing sensible makes none. Remediations hold no secrets, they are redacted when recorded; their text is
 * still the repo's and must be shown through `printable()`.
 */
export function ownItems(remediations: readonly Remediation[], card: Card): readonly QuizItem[] {
  return remediations
    .filter(remediation => remediation.weakness === card.weakness)
    .toSorted((a, b) => (a.fixedOn < b.fixedOn ? 1 : -1))
    .flatMap(remediation => {
      const family = familyOfLanguage(remediation.language)
      return family !== null && family === card.family ? itemOf(remediation, family) : []
    })
}
