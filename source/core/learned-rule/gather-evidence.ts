import { isSameApi } from './anchor.js'
import type { LearnedRule } from './learned-rule.js'
import type { Remediation } from './remediation.js'

/** What makes two learned rules the same one. */
export type RuleKey = Pick<LearnedRule, 'kind' | 'weakness' | 'language' | 'anchors'>

/**
 * Returns the stored rules with the remediations that belong to them, one rule a key. Two branches that learned the
 * same thing bring a file each; they are read as one rule, unless a person gave both a wording of their own.
 */
export function gatherEvidence(
  stored: readonly LearnedRule[],
  remediations: readonly Remediation[],
): readonly LearnedRule[] {
  const kept: LearnedRule[] = []
  for (const rule of [...stored].sort(compareForKeeping)) {
    const twin = kept.findIndex(other => isDuplicate(other, rule))
    const same = kept[twin]
    if (same) kept[twin] = { ...same, ...joinRules(same, rule) }
    else kept.push(rule)
  }
  return kept
    .map(rule => ({ ...rule, evidence: evidenceFor(rule, remediations) }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Returns the ids of the remediations a rule stands on, sorted. */
export function evidenceFor(rule: RuleKey, remediations: readonly Remediation[]): readonly string[] {
  if (rule.kind === 'exemption') return []
  return remediations
    .filter(
      one =>
        one.weakness === rule.weakness &&
        one.language === rule.language &&
        rule.anchors.some(anchor => isSameApi(anchor, one.anchor)),
    )
    .map(one => one.id)
    .sort()
}

/** Returns whether `other` is the same rule as `rule`, stored a second time, and not a person's own second wording. */
export function isDuplicate(rule: LearnedRule, other: LearnedRule): boolean {
  const isSameKey =
    rule.kind === other.kind &&
    rule.weakness === other.weakness &&
    rule.language === other.language &&
    rule.anchors.some(anchor => other.anchors.some(theirs => isSameApi(anchor, theirs)))
  const haveTwoWordings = rule.edited && other.edited && rule.text !== other.text
  return isSameKey && !haveTwoWordings
}

/** Returns what two forms of one rule say together: all APIs, all scopes, and the stricter gate. */
export function joinRules(
  rule: LearnedRule,
  other: LearnedRule,
): Pick<LearnedRule, 'anchors' | 'scope' | 'gate'> {
  const isEverywhere = rule.scope.length === 0 || other.scope.length === 0
  return {
    anchors: union(rule.anchors, other.anchors),
    scope: isEverywhere ? [] : union(rule.scope, other.scope),
    gate: {
      firesOnBefore: rule.gate.firesOnBefore && other.gate.firesOnBefore,
      silentOnAfter: rule.gate.silentOnAfter && other.gate.silentOnAfter,
    },
  }
}

const STATUS_ORDER = ['promoted', 'retired', 'stale', 'candidate'] as const

/** A person's wording first, then what a person decided, then the id: the same on every machine. */
function compareForKeeping(a: LearnedRule, b: LearnedRule): number {
  if (a.edited !== b.edited) return a.edited ? -1 : 1
  const byStatus = STATUS_ORDER.indexOf(a.status) - STATUS_ORDER.indexOf(b.status)
  return byStatus !== 0 ? byStatus : a.id < b.id ? -1 : 1
}

function union(a: readonly string[], b: readonly string[]): readonly string[] {
  return [...new Set([...a, ...b])].sort()
}
