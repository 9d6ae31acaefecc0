import { whyNotPromote } from '../../core/learned-rule/gate.js'
import type { LearnedRule } from '../../core/learned-rule/learned-rule.js'
import { isWritable } from '../../core/learned-rule/lint-text.js'
import { mergePartners } from '../../core/learned-rule/merge-rules.js'
import { NO_ROOM, placeLines } from '../../core/learned-rule/review-sections.js'
import type { MenuItem } from '../plain-coach/menu.js'
import { askMerge, askReason, askScope, askWording } from './ask-step.js'
import { agrees, carryOut, pick, type Review, takeLastBack } from './review.js'
import { ruleDetailLines, sectionLine } from './review-lines.js'

type Step =
  | 'promote'
  | 'sentence'
  | 'edit'
  | 'scope'
  | 'merge'
  | 'retire'
  | 'restore'
  | 'undo'
  | 'read'
  | 'back'

/** Shows one rule and lets the developer decide on it until they go back, or it is merged away. */
export async function reviewRule(review: Review, id: string): Promise<void> {
  let isToRead = true
  for (;;) {
    const rule = review.rules.find(one => one.id === id)
    if (!rule) return
    review.talk.say('')
    if (isToRead) for (const line of ruleDetailLines(review, rule)) review.talk.say(line)
    const blocked = rule.status === 'promoted' ? null : whyNotPromote(rule, review.places[rule.id])
    if (isToRead && blocked !== null) review.talk.say(blocked)
    isToRead = false
    const step = await pick(review, 'What now', steps(review, rule))
    if (step === null || step === 'back') return
    if (step === 'read') isToRead = true
    else await takeStep(review, rule, step)
  }
}

function steps(review: Review, rule: LearnedRule): readonly MenuItem<Step>[] {
  const isPromoted = rule.status === 'promoted'
  const isOut = rule.status === 'retired' || rule.status === 'stale'
  const last = review.decisions.at(-1)
  const all: readonly (MenuItem<Step> | null)[] = [
    isPromoted || whyNotPromote(rule, review.places[rule.id]) !== null
      ? null
      : { value: 'promote', label: 'promote it' },
    isPromoted || !isWritable(rule.text)
      ? null
      : { value: 'sentence', label: 'promote the sentence alone, without its detector' },
    { value: 'edit', label: 'change the sentence' },
    { value: 'scope', label: 'set the files it applies to' },
    mergePartners(rule, review.rules).length > 0
      ? { value: 'merge', label: 'merge it with another rule' }
      : null,
    isOut
      ? { value: 'restore', label: 'put it back among the candidates' }
      : { value: 'retire', label: 'retire it' },
    last ? { value: 'undo', label: `take back what was done last: ${last.did}` } : null,
    { value: 'read', label: 'read it again' },
    { value: 'back', label: 'back to the rules' },
  ]
  return all.filter(one => one !== null)
}

async function takeStep(
  review: Review,
  rule: LearnedRule,
  step: Exclude<Step, 'read' | 'back'>,
): Promise<void> {
  switch (step) {
    case 'promote':
      return promote(review, rule)
    case 'sentence':
      if (await agrees(review, 'Promote the sentence, with nothing that enforces it', 'yes, promote it'))
        await carryOut(review, { kind: 'promote', rule, isSentenceAlone: true, arePlacesConfirmed: false })
      return
    case 'edit':
      return askWording(review, rule)
    case 'scope':
      return askScope(review, rule)
    case 'merge':
      return askMerge(review, rule)
    case 'retire':
      return askReason(review, rule)
    case 'restore':
      await carryOut(review, { kind: 'restore', rule })
      return
    case 'undo':
      return takeLastBack(review)
  }
}

/** A learned pattern that matches elsewhere is promoted only after a word on those places. */
async function promote(review: Review, rule: LearnedRule): Promise<void> {
  const found = review.places[rule.id] ?? null
  const number = found?.places.length ?? 0
  if (rule.detector.kind !== 'pattern' || number === 0) {
    const hasRoom = review.review.facts[rule.id]?.outlook?.fits !== false
    const yes = hasRoom ? 'yes, assistants read it from the next write on' : `yes, although ${NO_ROOM}`
    if (await agrees(review, 'Promote it', yes))
      await carryOut(review, { kind: 'promote', rule, isSentenceAlone: false, arePlacesConfirmed: false })
    return
  }
  review.talk.say('Its pattern was learned here and also matches:')
  for (const line of placeLines(found, number)) review.talk.say(`  ${sectionLine(line)}`)
  const answer = await pick(review, 'Are these mistakes too', [
    { value: 'mistakes' as const, label: 'yes: promote it, every scan reports them' },
    { value: 'fine' as const, label: 'no, they are fine: promote the sentence alone' },
    { value: 'later' as const, label: 'decide later' },
  ])
  if (answer === null || answer === 'later') return
  await carryOut(review, {
    kind: 'promote',
    rule,
    isSentenceAlone: answer === 'fine',
    arePlacesConfirmed: answer === 'mistakes',
  })
}
