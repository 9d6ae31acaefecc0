import { isSafeGlob } from '../core/guardrail/target-parts.js'
import { promote, whyNotPromote } from '../core/learned-rule/gate.js'
import type { LearnedRule } from '../core/learned-rule/learned-rule.js'
import { lintText } from '../core/learned-rule/lint-text.js'
import { canMerge, mergedRule } from '../core/learned-rule/merge-rules.js'
import type { MorePlace } from '../core/learned-rule/rule-review.js'
import { fail, type Problem, type Result, succeed } from '../core/problem.js'
import type { Toolbox } from '../ports/toolbox.js'
import { findMorePlaces } from './find-places.js'
import { triedOnSafeCode } from './look-for-places.js'

type Tools = Pick<Toolbox, 'store'>

/** How a rule is promoted: its sentence without the detector, or with the places a learned pattern also matches. */
export type PromoteOptions = { readonly sentenceAlone?: boolean; readonly placesConfirmed?: boolean }

/**
 * Promotes a rule, so that the next sync writes its sentence. Refused while its detector does not hold (design.md §8) or,
 * learned here, fires on code that is known to be fine; and for one that also matches elsewhere until a person has said
 * that those places are mistakes too.
 */
export async function promoteRule(
  tools: Pick<Toolbox, 'store' | 'workspace' | 'syntax' | 'scanner' | 'clock' | 'content'>,
  id: string,
  options: PromoteOptions = {},
): Promise<Result<LearnedRule>> {
  const { rules } = await tools.store.load()
  const rule = findRule(rules, id)
  if (!rule.ok) return rule
  if (rule.value.detector.kind === 'pattern' && !options.sentenceAlone) {
    const found = { places: [], safe: await triedOnSafeCode(tools, rule.value) }
    const reason = whyNotPromote(rule.value, found)
    if (reason !== null && found.safe.hits > 0) return fail(notHolding(rule.value.id, reason))
    const places = options.placesConfirmed ? [] : await findMorePlaces(tools, rule.value)
    if (places.length > 0) return fail(unconfirmed(rule.value.id, places))
  }
  return changeRule(tools, id, one => promote(one, options.sentenceAlone))
}

/** Retires a rule: it is kept with the reason and never written again. */
export async function retireRule(tools: Tools, id: string, reason: string): Promise<Result<LearnedRule>> {
  return changeRule(tools, id, rule => succeed({ ...rule, status: 'retired', reason: reason.trim() }))
}

/** Gives a rule the wording of a person, which is then never changed by the tool. Refused when it could not be written. */
export async function editRule(tools: Tools, id: string, text: string): Promise<Result<LearnedRule>> {
  const wording = text.trim()
  const issue = lintText(wording).find(one => one.level === 'refuse')
  if (issue)
    return fail(refused(issue.message, 'The rule is as it was.', ['Change the sentence and try again.']))
  return changeRule(tools, id, rule => succeed({ ...rule, text: wording, edited: true }))
}

/** Sets the globs a rule applies to; none means everywhere. */
export async function scopeRule(
  tools: Tools,
  id: string,
  scope: readonly string[],
): Promise<Result<LearnedRule>> {
  const wrong = scope.find(glob => !isSafeGlob(glob))
  if (wrong !== undefined)
    return fail(
      refused('A scope may hold letters, digits, and . _ - / * ? only.', 'The rule is as it was.', [
        'Give globs such as src/db/**.',
      ]),
    )
  return changeRule(tools, id, rule => succeed({ ...rule, scope: [...scope].sort() }))
}

/** Puts a retired or stale rule back among the candidates: a person decides on it anew. */
export async function restoreRule(tools: Tools, id: string): Promise<Result<LearnedRule>> {
  return changeRule(tools, id, rule =>
    rule.status === 'retired' || rule.status === 'stale'
      ? succeed({ ...rule, status: 'candidate', reason: '' })
      : fail(refused('This rule is in use; there is nothing to restore.', 'The rule is as it was.', [])),
  )
}

/** Merges two rules: `keep` takes over the APIs, the evidence and the scope of `drop`, whose file is removed. */
export async function mergeRules(tools: Tools, keep: string, drop: string): Promise<Result<LearnedRule>> {
  const { rules } = await tools.store.load()
  const other = findRule(rules, drop)
  if (!other.ok) return other
  const kept = findRule(rules, keep)
  if (!kept.ok) return kept
  if (!canMerge(kept.value, other.value))
    return fail(
      refused(
        'These two rules are not about the same weakness in the same language.',
        'Both rules are as they were.',
        ['Merge rules of one weakness and language, or retire one of them.'],
      ),
    )
  const merged = mergedRule(kept.value, other.value)
  const saved = await tools.store.saveRule(merged)
  if (!saved.ok) return saved
  const removed = await tools.store.removeRule(other.value.id)
  return removed.ok ? succeed(merged) : removed
}

async function changeRule(
  tools: Tools,
  id: string,
  change: (rule: LearnedRule) => Result<LearnedRule>,
): Promise<Result<LearnedRule>> {
  const { rules } = await tools.store.load()
  const rule = findRule(rules, id)
  if (!rule.ok) return rule
  const changed = change(rule.value)
  if (!changed.ok) return changed
  const saved = await tools.store.saveRule(changed.value)
  return saved.ok ? changed : saved
}

/** Finds a rule by its id or a beginning of it that no other rule shares. */
function findRule(rules: readonly LearnedRule[], id: string): Result<LearnedRule> {
  const found = rules.filter(rule => id.length >= 4 && rule.id.startsWith(id))
  const [rule] = found
  if (rule && found.length === 1) return succeed(rule)
  return fail(
    refused(
      found.length === 0 ? `There is no learned rule ${id}.` : `More than one rule begins with ${id}.`,
      'Nothing was changed.',
      ['List the rules with: guardrail-coach rules list'],
    ),
  )
}

function notHolding(id: string, reason: string): Problem {
  return refused(reason, 'The rule is as it was.', [
    `Promote the sentence alone, shown as unenforced: guardrail-coach rules promote ${id} --sentence-only`,
  ])
}

function unconfirmed(id: string, places: readonly MorePlace[]): Problem {
  const shown = places.slice(0, 5).map(({ path, line }) => `${path}:${line}`)
  const more = places.length > shown.length ? `, and ${places.length - shown.length} more` : ''
  return refused(
    `The pattern of this rule also matches ${places.length === 1 ? 'one more place' : `${places.length} more places`}: ${shown.join(', ')}${more}.`,
    'The rule is still a candidate.',
    [
      `If these are mistakes too: guardrail-coach rules promote ${id} --confirm-places`,
      `If they are fine, promote the sentence alone: guardrail-coach rules promote ${id} --sentence-only`,
    ],
  )
}

function refused(message: string, untouched: string, nextSteps: readonly string[]): Problem {
  return { kind: 'user-can-act', message, untouched, nextSteps }
}
