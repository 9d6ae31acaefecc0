import { estimateTokens } from '../../core/guardrail/estimate-tokens.js'
import { checkScope, globWords, readGlobs } from '../../core/guardrail/scope-check.js'
import type { LearnedRule } from '../../core/learned-rule/learned-rule.js'
import { countWords, lintText, MOST_WORDS } from '../../core/learned-rule/lint-text.js'
import { mergePartners } from '../../core/learned-rule/merge-rules.js'
import { mergeWords } from '../../core/learned-rule/merge-words.js'
import { printable } from '../../core/text/printable.js'
import { count } from '../../core/text/words.js'
import { askLine } from '../plain-coach/menu.js'
import { agrees, carryOut, pick, type Review } from './review.js'

/** Asks for a new sentence, says what is wrong with it, and saves it after a yes. What is refused is asked for again. */
export async function askWording(review: Review, rule: LearnedRule): Promise<void> {
  const { talk } = review
  for (;;) {
    const text = await askLine(
      talk,
      `The new sentence, at most ${MOST_WORDS} words (empty leaves it as it is):`,
    )
    if (text === '') return
    const issues = lintText(text)
    talk.say(`${countWords(text)} of ${MOST_WORDS} words, about ${estimateTokens(text)} tokens.`)
    for (const { level, message } of issues)
      talk.say(`${level === 'refuse' ? 'Refused' : 'Look'}: ${printable(message)}`)
    if (issues.some(issue => issue.level === 'refuse')) continue
    if (await agrees(review, 'Save it', 'yes, it is my wording from now on'))
      await carryOut(review, { kind: 'edit', rule, text })
    return
  }
}

/** Asks for globs, says how many files each matches, and saves them after a yes. */
export async function askScope(review: Review, rule: LearnedRule): Promise<void> {
  const { talk } = review
  talk.say(
    `It applies to ${rule.scope.length === 0 ? 'the whole project' : printable(rule.scope.join(', '))}.`,
  )
  const line = await askLine(
    talk,
    'Globs with commas between them, “all” for the whole project (empty leaves it):',
  )
  if (line === '') return
  const text = line.toLowerCase() === 'all' ? '' : line
  const checks = checkScope(text, review.review.files)
  for (const check of checks) talk.say(`  ${printable(check.glob)}: ${globWords(check)}`)
  if (checks.some(check => !check.isSafe)) {
    talk.say('Not saved. The rule applies where it did.')
    return
  }
  if (
    await agrees(
      review,
      'Save it',
      `yes, let it apply to ${checks.length === 0 ? 'the whole project' : 'these files'}`,
    )
  )
    await carryOut(review, { kind: 'scope', rule, globs: readGlobs(text) })
}

/** Asks why, and retires the rule after a yes. */
export async function askReason(review: Review, rule: LearnedRule): Promise<void> {
  const reason = await askLine(
    review.talk,
    'Why is it retired? The reason stays on record (empty leaves the rule):',
  )
  if (reason === '') return
  if (await agrees(review, 'Retire it', 'yes, it leaves the files at the next write'))
    await carryOut(review, { kind: 'retire', rule, reason })
}

/** Asks with which rule and which of the two stays, shows the outcome, and merges after a yes. */
export async function askMerge(review: Review, rule: LearnedRule): Promise<void> {
  const { talk } = review
  const partner = await pick(
    review,
    'With which rule',
    mergePartners(rule, review.rules).map(({ rule: other, isNear, isConflict }) => ({
      value: other,
      label: printable(
        `${other.text} (${other.status}, ${count(other.evidence.length, 'fix', 'fixes')}${isConflict ? ', advises something else' : isNear ? ', says nearly the same' : ''})`,
      ),
    })),
  )
  if (partner === null) return
  const keep = await pick(review, 'Which one stays', [
    { value: rule, label: printable(`this one: ${rule.text}`) },
    { value: partner, label: printable(`the other: ${partner.text}`) },
  ])
  if (keep === null) return
  const drop = keep === rule ? partner : rule
  const { outcome, warnings } = mergeWords(keep, drop)
  talk.say('What would be left:')
  for (const [name, value] of outcome) talk.say(`  ${name}: ${printable(value)}`)
  for (const warning of warnings) talk.say(`Look: ${warning}`)
  if (await agrees(review, 'Merge them', 'yes, make one rule of the two'))
    await carryOut(review, { kind: 'merge', keep, drop })
}
