import type { FindingExemption } from '../../../core/finding/finding.js'
import type { Confidence } from '../../../core/finding/severity.js'
import type { Match } from '../match/compiled-rule.js'
import type { Rule } from '../rules/rule.js'
import type { FlowStep } from '../taint/flow-types.js'
import type { SyntaxNode } from '../tree/syntax-node.js'

/** A match that counts, before it is told to anyone. */
export type RawFinding = {
  readonly rule: Rule
  readonly match: Match
  readonly confidence: Confidence
  /** Source first, sink last; empty without data flow. */
  readonly trace: readonly FlowStep[]
  /** What the finding is about: the sink where the rule names one, else the whole match. */
  readonly anchor: SyntaxNode
  /** Set when a function that a person vouched for makes it safe. */
  readonly exempt: FindingExemption | null
}
