import { listRules, ruleName } from '../../core/session/rule-selectors.js'
import { RULE_ORDERS, RULE_STATES, type RuleOrder, type RuleState } from '../../core/session/rules-screen.js'
import { printable } from '../../core/text/printable.js'
import { count } from '../../core/text/words.js'
import type { CommandInput, CommandResult } from '../command.js'
import { EXIT } from '../exit-codes.js'
import { askLine, chooseFrom, type MenuItem, type Talk } from '../plain-coach/menu.js'
import { patientReader } from '../plain-coach/patient-reader.js'
import type { LineReader } from '../stdin-lines.js'
import { reviewFiles } from './files-step.js'
import { openReview, pick, type Review, takeLastBack } from './review.js'
import { reviewRule } from './rule-step.js'

type Step = 'rule' | 'state' | 'words' | 'order' | 'files' | 'undo'

/**
 * The rule review on plain numbered lines, for screen readers and pipes: everything that the review screen does,
 * append-only, every write after a numbered yes.
 */
export async function runPlainReview(
  { tools, io }: Pick<CommandInput, 'tools' | 'io'>,
  lines: LineReader,
): Promise<CommandResult> {
  const talk: Talk = { say: io.out, lines: patientReader(lines) }
  const review = await openReview(tools, talk, io.signal)
  talk.say(greeting(review))
  while (!io.signal.aborted) {
    const step = await chooseFrom(talk, 'What now', steps(review))
    if (step === null) break
    await takeStep(review, step)
  }
  if (io.signal.aborted) {
    io.err('Interrupted. Nothing that was begun is half written.')
    return { exitCode: EXIT.interrupted }
  }
  const decided = review.decisions.length
  talk.say(decided === 0 ? 'No rule was changed.' : `${count(decided, 'decision')} kept.`)
  return { exitCode: EXIT.done }
}

function greeting({ rules }: Review): string {
  if (rules.length === 0) return 'There is no learned rule yet. They come from fixes.'
  const waiting = rules.filter(rule => rule.status === 'candidate').length
  return `${count(rules.length, 'learned rule')}, ${waiting} to review.`
}

function steps(review: Review): readonly MenuItem<Step>[] {
  const { state, order, filter } = review.listing
  const last = review.decisions.at(-1)
  const words = filter === '' ? '' : `, with the words “${filter}”`
  return [
    ...(review.rules.length > 0
      ? ([
          {
            value: 'rule',
            label: printable(
              `look at a rule: ${state === 'all' ? 'all' : `${state} only`}, by ${order}${words}`,
            ),
          },
          { value: 'state', label: 'show only rules of one state' },
          { value: 'words', label: 'show only rules that hold some words' },
          { value: 'order', label: 'sort the rules' },
        ] as const)
      : []),
    { value: 'files', label: 'see what every assistant will read, and write it' },
    ...(last ? [{ value: 'undo' as const, label: `take back what was done last: ${last.did}` }] : []),
  ]
}

async function takeStep(review: Review, step: Step): Promise<void> {
  switch (step) {
    case 'rule':
      return chooseRule(review)
    case 'state': {
      const state = await pick(
        review,
        'Which',
        RULE_STATES.map(value => ({ value, label: stateLabel(review, value) })),
      )
      if (state !== null) review.listing = { ...review.listing, state }
      return
    }
    case 'words':
      review.listing = {
        ...review.listing,
        filter: await askLine(review.talk, 'Words that a rule must hold (empty shows all):'),
      }
      return
    case 'order': {
      const order = await pick(
        review,
        'By',
        RULE_ORDERS.map(value => ({ value, label: ORDERS[value] })),
      )
      if (order !== null) review.listing = { ...review.listing, order }
      return
    }
    case 'files':
      return reviewFiles(review)
    case 'undo':
      return takeLastBack(review)
  }
}

const ORDERS: Readonly<Record<RuleOrder, string>> = {
  state: 'state: candidates first',
  score: 'score, highest first',
  newest: 'newest fix first',
  weakness: 'name of the weakness',
}

function stateLabel({ rules }: Review, state: RuleState): string {
  const number = state === 'all' ? rules.length : rules.filter(rule => rule.status === state).length
  return `${state} (${number})`
}

async function chooseRule(review: Review): Promise<void> {
  const listed = listRules(review, review.listing)
  if (listed.length === 0) {
    review.talk.say('No rule is like that. Show all states, or other words.')
    return
  }
  const id = await pick(
    review,
    'Which rule',
    listed.map(rule => ({ value: rule.id, label: ruleLabel(review, rule.id) })),
  )
  if (id !== null) await reviewRule(review, id)
}

/** One rule as one line: weakness, state, score, hits, and how its sentence begins. */
function ruleLabel({ rules, review, places, weaknesses }: Review, id: string): string {
  const rule = rules.find(one => one.id === id)
  if (!rule) return id
  const score = review.facts[id]?.score.toFixed(1) ?? '?'
  const hits = rule.detector.kind === 'none' ? 'no detector' : count(places[id]?.places.length ?? 0, 'hit')
  return printable(`${ruleName(rule, weaknesses)}: ${rule.status}, ${rule.severity}, score ${score}, ${hits}`)
}
