import type { Severity } from '../finding/severity.js'
import { severityRank } from '../finding/severity.js'
import type { LearnedRule } from './learned-rule.js'
import type { AuthorClass, Remediation } from './remediation.js'

/** What the score of a rule rests on. */
export type ScoreFacts = {
  readonly severity: Severity
  /** Author class of each piece of evidence. */
  readonly authors: readonly AuthorClass[]
  /** Findings of the same detector that a person called false positives. */
  readonly falsePositives: number
}

/** Share that each author class counts as made by an assistant; what is unknown is not counted. */
const AI_SHARE: Readonly<Record<AuthorClass, number>> = { ai: 1, mixed: 0.5, human: 0, unknown: 0 }

/**
 * Returns severity × (1 + share of AI-made occurrences) × log2(1 + evidence) × precision (design.md §8), with
 * severity 1, 2, 4, 8 and precision (TP + 1) / (TP + FP + 2) (learning.md §2.4). It knows no date: what a sync writes
 * must be the same tomorrow, or a check in CI would fail without a change.
 */
export function scoreRule({ severity, authors, falsePositives }: ScoreFacts): number {
  const evidence = authors.length
  const share = evidence === 0 ? 0 : authors.reduce((sum, author) => sum + AI_SHARE[author], 0) / evidence
  const precision = (evidence + 1) / (evidence + falsePositives + 2)
  return 2 ** severityRank(severity) * (1 + share) * Math.log2(1 + evidence) * precision
}

/** What a line weighs that no fix of this project stands behind (learning.md §2.4: seed and import 0.3). */
const SEED = 0.3

/** Returns the score of a line without evidence of its own: a base guardrail, or a rule that came with a pack. */
export function seedScore(severity: Severity, falsePositives = 0): number {
  return SEED * scoreRule({ severity, authors: ['unknown'], falsePositives })
}

/** Returns the score of an exemption: a person's decision weighs as much as one fix of the same weakness. */
export function decisionScore(severity: Severity): number {
  return scoreRule({ severity, authors: ['unknown'], falsePositives: 0 })
}

/** Returns the score of a learned rule from the remediations behind it. */
export function scoreLearnedRule(
  rule: LearnedRule,
  remediations: readonly Remediation[],
  falsePositives: number,
): number {
  const ids = new Set(rule.evidence)
  const authors = remediations.filter(one => ids.has(one.id)).map(one => one.author)
  if (authors.length === 0) return seedScore(rule.severity, falsePositives)
  return scoreRule({ severity: rule.severity, authors, falsePositives })
}
