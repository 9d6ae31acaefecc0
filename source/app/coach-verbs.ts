import type { Finding } from '../core/finding/finding.js'
import type { AppliedFix, FixPreview, FixTrial } from '../core/fix/fix-preview.js'
import type { SetPlace } from '../core/fix/fix-set.js'
import type { InstalledAssistant } from '../core/fix/installed-assistant.js'
import type { NotedFix } from '../core/fix/noted-fix.js'
import type { UndoRow } from '../core/fix/undo-row.js'
import type { FileChange } from '../core/guardrail/target.js'
import type { Exemption } from '../core/learned-rule/exemption.js'
import type { LearnedRule } from '../core/learned-rule/learned-rule.js'
import type { Remediation } from '../core/learned-rule/remediation.js'
import type { RuleChange } from '../core/learned-rule/rule-change.js'
import type { RulePlaces, RuleReview } from '../core/learned-rule/rule-review.js'
import type { Result } from '../core/problem.js'
import type { ExemptDecision, RuleDecision } from '../core/session/effect.js'
import type { FilePlan } from '../core/session/file-plan.js'
import type { AssistantRun } from '../ports/assistant-runner.js'
import type { ScanProgress, ScanReport } from '../ports/scanner.js'
import type { AppliedPlace } from './fix-set.js'

/** What a session does through the verbs of `app/`, bound to one project's tools; tests hand in their own. */
export type CoachVerbs = {
  readonly scan: (request: {
    readonly paths: readonly string[]
    readonly signal: AbortSignal
    readonly onProgress?: (progress: ScanProgress) => void
  }) => Promise<Result<ScanReport>>
  readonly previewFix: (
    finding: Finding,
    fixId: string,
    holes?: Readonly<Record<string, string>>,
  ) => Promise<Result<FixPreview>>
  readonly tryFix: (preview: FixPreview) => Promise<Result<FixTrial>>
  readonly applyFix: (preview: FixPreview) => Promise<Result<AppliedFix>>
  readonly undoFix: (applied: AppliedFix) => Promise<Result<null>>
  readonly verifyEdit: (finding: Finding, textBefore: string) => Promise<Result<AppliedFix>>
  readonly askAssistant: (
    finding: Finding,
    assistant: InstalledAssistant,
    run: AssistantRun,
  ) => Promise<Result<FixPreview>>
  readonly planSet: (
    findings: readonly Finding[],
    fixId: string,
    onPlace: (place: SetPlace) => void,
    signal: AbortSignal,
  ) => Promise<void>
  readonly applySet: (
    previews: readonly FixPreview[],
    onPlace: (place: AppliedPlace) => void,
  ) => Promise<void>
  readonly keepSet: (
    places: readonly { readonly applied: AppliedFix; readonly note: string | null }[],
  ) => Promise<Result<readonly LearnedRule[]>>
  readonly listUndoable: () => Promise<readonly UndoRow[]>
  readonly undoNoted: (fix: NotedFix) => Promise<Result<null>>
  readonly exempt: (finding: Finding, decision: ExemptDecision) => Promise<Result<Exemption>>
  /** The learned rule that keeping a fix would make or strengthen; writes nothing. */
  readonly draftRule: (applied: AppliedFix, words: string) => Promise<Result<KeptRule>>
  readonly keepRule: (applied: AppliedFix, words: string) => Promise<Result<KeptRule>>
  readonly forgetFix: (remediation: string) => Promise<Result<null>>
  readonly editRule: (id: string, text: string) => Promise<Result<LearnedRule>>
  /** The learned rules with what a review needs to know of each; writes nothing. */
  readonly reviewFacts: () => Promise<RuleReview & { readonly rules: readonly LearnedRule[] }>
  /** Where detectors match now, by rule id; writes nothing. */
  readonly lookForPlaces: (
    rules: readonly LearnedRule[],
    signal: AbortSignal,
  ) => Promise<Readonly<Record<string, RulePlaces>>>
  readonly decide: (decision: RuleDecision) => Promise<Result<RuleChange>>
  readonly takeBack: (change: RuleChange) => Promise<Result<null>>
  readonly planSync: (options?: { readonly dropEdits: readonly string[] }) => Promise<Result<FilePlan>>
  readonly applySync: (plan: FilePlan) => Promise<Result<readonly FileChange[]>>
}

/** A learned rule after a fix was counted for it; `isNew` when this fix is the first behind it. */
export type KeptRule = {
  readonly rule: LearnedRule
  readonly isNew: boolean
  readonly remediation: Pick<Remediation, 'id'>
}
