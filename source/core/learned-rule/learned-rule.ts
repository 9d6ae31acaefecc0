import type { Severity } from '../finding/severity.js'

export type LearnedRuleStatus = 'candidate' | 'promoted' | 'stale' | 'retired'
export type LearnedRuleKind = 'prohibition' | 'exemption'

/** What finds this rule's pattern again: a shipped rule by id, or a pattern in the ast-grep rule language. */
export type Detector =
  | { readonly kind: 'shipped-rule'; readonly ruleId: string }
  | {
      readonly kind: 'pattern'
      readonly language: string
      readonly rule: unknown
      readonly constraints?: unknown
      readonly fix?: string
    }
  | { readonly kind: 'none' }

/** How the detector did on the remediations behind the rule (design.md §8). */
export type Gate = {
  readonly firesOnBefore: boolean
  readonly silentOnAfter: boolean
}

/** A rule made from this project's own fixes, `.guardrail-coach/learned/<id>-<weakness>.md`. */
export type LearnedRule = {
  readonly schemaVersion: 1
  readonly id: string
  readonly status: LearnedRuleStatus
  readonly kind: LearnedRuleKind
  readonly weakness: string
  readonly cwe: readonly number[]
  readonly severity: Severity
  readonly language: string
  /** The APIs it is about, sorted; a fix of the same weakness, language and API is more evidence for this rule. */
  readonly anchors: readonly string[]
  /** The guardrail sentence, one line, at most 40 words. */
  readonly text: string
  /** Whether a person changed `text`; then it is never regenerated. */
  readonly edited: boolean
  /** Globs relative to the project root; empty means the whole project. */
  readonly scope: readonly string[]
  readonly detector: Detector
  readonly gate: Gate
  /** Ids of the remediations behind it, sorted. Worked out on reading, not stored: two branches may add at once. */
  readonly evidence: readonly string[]
  /** Why it was retired; empty otherwise. */
  readonly reason: string
}
