import type { Finding } from '../finding/finding.js'
import type { AppliedFix, FixPreview } from '../fix/fix-preview.js'
import type { HandEdit } from '../guardrail/hand-edit.js'
import type { LearnedRule } from '../learned-rule/learned-rule.js'
import type { RuleChange } from '../learned-rule/rule-change.js'
import type { QuizAnswer, QuizMode, QuizSession } from '../quiz/quiz-session.js'
import type { Settings } from '../settings/settings.js'
import type { FilePlan } from './file-plan.js'
import type { FixViewEffect } from './fix-view.js'
import type { Lane } from './session.js'

/** What the developer decided about a finding that is not to be fixed. */
export type ExemptDecision = {
  readonly kind: 'false-positive' | 'accepted-risk'
  readonly reason: string
}

/** What a developer answered to a lesson's question. */
export type CheckAnswer = { readonly item: string; readonly format: string; readonly right: boolean }

/** Who wrote a new line, as the developer says: `unknown` is never counted as human. */
export type AuthorAnswer = 'human' | 'ai' | 'unknown'

/** What a person decided about learned rules in the review. */
export type RuleDecision =
  | {
      readonly kind: 'promote'
      readonly rule: LearnedRule
      readonly isSentenceAlone: boolean
      readonly arePlacesConfirmed: boolean
    }
  | { readonly kind: 'edit'; readonly rule: LearnedRule; readonly text: string }
  | { readonly kind: 'scope'; readonly rule: LearnedRule; readonly globs: readonly string[] }
  | { readonly kind: 'retire'; readonly rule: LearnedRule; readonly reason: string }
  | { readonly kind: 'restore'; readonly rule: LearnedRule }
  | { readonly kind: 'merge'; readonly keep: LearnedRule; readonly drop: LearnedRule }
  | { readonly kind: 'take-over'; readonly edit: HandEdit }

/** Work that a transition asks for, as plain data; `app/run-effect.ts` does it. */
export type EffectBody =
  | FixViewEffect
  | { readonly type: 'open-project' }
  | { readonly type: 'scan'; readonly paths: readonly string[] }
  | { readonly type: 'load-sources'; readonly paths: readonly string[] }
  | { readonly type: 'load-lesson'; readonly finding: Finding }
  | { readonly type: 'load-age'; readonly finding: Finding }
  | { readonly type: 'load-ages'; readonly findings: readonly Finding[] }
  | { readonly type: 'note-author'; readonly finding: Finding; readonly author: AuthorAnswer }
  | { readonly type: 'try-fixes'; readonly finding: Finding }
  | {
      readonly type: 'fill-holes'
      readonly finding: Finding
      readonly fixId: string
      readonly holes: Readonly<Record<string, string>>
    }
  | { readonly type: 'apply-fix'; readonly preview: FixPreview }
  | { readonly type: 'undo-fix'; readonly applied: AppliedFix }
  | { readonly type: 'edit-file'; readonly finding: Finding }
  | { readonly type: 'exempt'; readonly finding: Finding; readonly decision: ExemptDecision }
  | { readonly type: 'draft-rule'; readonly applied: AppliedFix; readonly words: string }
  | {
      readonly type: 'keep-rule'
      readonly applied: AppliedFix
      readonly words: string
      /** The sentence as the developer changed it, or null. */
      readonly text: string | null
    }
  | { readonly type: 'review-rules' }
  | { readonly type: 'look-for-places'; readonly rules: readonly LearnedRule[] }
  | { readonly type: 'decide'; readonly decision: RuleDecision }
  | { readonly type: 'take-back'; readonly change: RuleChange }
  | {
      readonly type: 'plan-sync'
      /** Files whose hand-edited block is given up. */
      readonly dropEdits: readonly string[]
    }
  | { readonly type: 'apply-sync'; readonly plan: FilePlan }
  | { readonly type: 'forget-fix'; readonly remediation: string }
  | {
      readonly type: 'note-lesson'
      readonly finding: Finding
      /** The first answer to its question; null when it was skipped. */
      readonly check: CheckAnswer | null
    }
  | { readonly type: 'note-first-fix'; readonly finding: Finding }
  | { readonly type: 'count-cards' }
  | { readonly type: 'measure-budget' }
  | { readonly type: 'start-quiz'; readonly mode: QuizMode }
  | { readonly type: 'ask-question'; readonly quiz: QuizSession }
  | {
      readonly type: 'answer-question'
      readonly quiz: QuizSession
      readonly answer: Omit<QuizAnswer, 'ms'>
      /** ISO date-time at which the question was asked. */
      readonly askedAt: string
    }
  | { readonly type: 'undo-answer'; readonly quiz: QuizSession }
  | { readonly type: 'dispute-question'; readonly quiz: QuizSession; readonly item: string }
  | { readonly type: 'save-progress'; readonly bookmark: Bookmark | null }
  | { readonly type: 'save-welcome' }
  | { readonly type: 'save-settings'; readonly settings: Settings }
  | { readonly type: 'save-test-command'; readonly command: string }
  | { readonly type: 'load-targets' }
  | { readonly type: 'save-targets'; readonly chosen: readonly string[] }
  | { readonly type: 'cancel'; readonly lane: Lane }

/** Where the session stands, for the next start. */
export type Bookmark = {
  readonly fingerprint: string
  readonly step: string
  readonly round: readonly string[]
  readonly later: readonly string[]
}

/** An effect with the lane it runs in and the ticket its result must carry. */
export type Effect = EffectBody & { readonly lane: Lane; readonly ticket: number }
