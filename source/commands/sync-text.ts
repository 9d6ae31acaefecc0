import type { SyncPlan } from '../app/sync-plan.js'
import type { HandEdit } from '../core/guardrail/hand-edit.js'
import { printable } from '../core/text/printable.js'
import { quoteForShell } from './quote-for-shell.js'

/** Returns what a person should know of a plan before anything is written: refusals, hand edits, notes, problems. */
export function openLines(plan: SyncPlan): readonly string[] {
  return [
    ...plan.problems.map(problem =>
      `${printable(problem.path ?? '')}: ${printable(problem.message)} ${problem.untouched ?? ''}`.trim(),
    ),
    ...plan.refusals.flatMap(({ path, targets, reason, lines, nextStep }) => [
      `${path === '' ? targets.join(', ') : printable(path)} is left as it is: ${printable(reason)}.${lineList(lines)}`.replace(
        '..',
        '.',
      ),
      `  ${nextStep}`,
    ]),
    ...plan.handEdits.flatMap(handEditLines),
    ...plan.notes.map(note => printable(note)),
  ]
}

/** Returns what a sync did and how much room is left. */
export function writtenLines(plan: SyncPlan): readonly string[] {
  const verbs = { create: 'created', update: 'updated', delete: 'removed' }
  return [
    ...plan.changes.map(
      change =>
        `${verbs[change.kind]} ${printable(change.path)}${plan.isRemoval ? '' : readers(plan, change.path)}`,
    ),
    ...(plan.isRemoval ? [] : [budgetLine(plan)]),
  ]
}

/** Returns the cost of the block against its budget, and what would go next. */
export function budgetLine({ budget }: SyncPlan): string {
  const { rules, maxRules, tokens, maxTokens, dropped, next } = budget
  const size = `${rules} of ${maxRules} guardrails, about ${tokens} of ${maxTokens} tokens.`
  if (dropped.length > 0)
    return `${size} ${dropped.length} without room: ${dropped
      .map(one => one.id)
      .slice(0, 5)
      .join(', ')}${dropped.length > 5 ? ', …' : ''}.`
  return next === null ? size : `${size} If one more comes in, ${next.id} goes first.`
}

function handEditLines({ path, reworded, removed, added }: HandEdit): readonly string[] {
  return [
    `${printable(path)} is left as it is: its block was edited by hand.`,
    ...reworded.map(({ guardrail, text }) =>
      guardrail.layer === 'learned'
        ? `  Keep the new wording: guardrail-coach rules edit ${guardrail.id} --text ${quoteForShell(printable(text))}`
        : `  ${guardrail.id} belongs to the base layer and cannot be reworded; write your line outside the block.`,
    ),
    ...removed.map(one =>
      one.layer === 'learned'
        ? `  Keep it out: guardrail-coach rules retire ${one.id} --reason '…'`
        : `  ${one.id} was deleted; the base layer brings it back.`,
    ),
    ...added.map(line => `  Belongs to no rule, move it outside the block: ${printable(line)}`),
    '  To drop the edit, delete the block with both markers and run guardrail-coach sync.',
  ]
}

function readers(plan: SyncPlan, path: string): string {
  const names = plan.files.find(file => file.path === path)?.readers ?? []
  return names.length === 0 ? '' : ` (read by ${names.join(', ')})`
}

function lineList(lines: readonly number[]): string {
  if (lines.length === 0) return ''
  return ` See line${lines.length === 1 ? '' : 's'} ${lines.slice(0, 6).join(', ')}.`
}
