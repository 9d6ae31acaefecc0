import type { Finding } from '../finding/finding.js'
import type { AppliedFix, FixPreview } from '../fix/fix-preview.js'
import type { LearnedRule } from '../learned-rule/learned-rule.js'
import type { FilePlan } from './file-plan.js'
import type { Lane } from './session.js'

/** What the developer decided about a finding that is not to be fixed. */
export type ExemptDecision = {
  readonly kind: 'false-positive' | 'accepted-risk'
  readonly reason: string
}

/** Work that a transition asks for, as plain data; `app/run-effect.ts` does it. */
export type EffectBody =
  | { readonly type: 'open-project' }
  | { readonly type: 'scan'; readonly paths: readonly string[] }
  | { readonly type: 'load-sources'; readonly paths: readonly string[] }
  | { readonly type: 'load-lesson'; readonly slug: string }
  | { readonly type: 'load-age'; readonly path: string; readonly line: number }
  | { readonly type: 'try-fixes'; readonly finding: Finding }
  | {
      readonly type: 'fill-holes'
      readonly finding: Finding
      readonly fixId: string
      readonly holes: Readonly<Record<string, string>>
    }
  | { readonly type: 'apply-fix'; readonly preview: FixPreview }
  | { readonly type: 'undo-fix'; readonly applied: AppliedFix }
  | { readonly type: 'edit-file'; readonly finding: Finding; readonly before: string }
  | { readonly type: 'exempt'; readonly finding: Finding; readonly decision: ExemptDecision }
  | { readonly type: 'draft-rule'; readonly applied: AppliedFix; readonly words: string }
  | {
      readonly type: 'keep-rule'
      readonly applied: AppliedFix
      readonly words: string
      /** The sentence as the developer changed it, or null. */
      readonly text: string | null
    }
  | { readonly type: 'load-rules' }
  | { readonly type: 'promote-rule'; readonly rule: LearnedRule }
  | { readonly type: 'edit-rule'; readonly rule: LearnedRule; readonly text: string }
  | { readonly type: 'retire-rule'; readonly rule: LearnedRule; readonly reason: string }
  | { readonly type: 'plan-sync' }
  | { readonly type: 'apply-sync'; readonly plan: FilePlan }
  | { readonly type: 'save-progress'; readonly bookmark: Bookmark | null }
  | { readonly type: 'save-welcome' }
  | { readonly type: 'cancel'; readonly lane: Lane }

/** Where the session stands, for the next start. */
export type Bookmark = {
  readonly fingerprint: string
  readonly step: string
  readonly later: readonly string[]
}

/** An effect with the lane it runs in and the ticket its result must carry. */
export type Effect = EffectBody & { readonly lane: Lane; readonly ticket: number }
