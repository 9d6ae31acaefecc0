import type { Finding } from '../finding/finding.js'
import type { AppliedFix, FixPreview, FixTrial } from '../fix/fix-preview.js'
import type { LearnedRule } from '../learned-rule/learned-rule.js'
import type { RuleChange } from '../learned-rule/rule-change.js'
import type { RulePlaces, RuleReview } from '../learned-rule/rule-review.js'
import type { Lesson } from '../lesson/lesson.js'
import type { Problem } from '../problem.js'
import type { AskedQuestion, QuizFeedback, QuizSession, QuizSummary } from '../quiz/quiz-session.js'
import type { Settings } from '../settings/settings.js'
import type { FieldEdit } from '../text/field.js'
import type { Weakness } from '../weakness/weakness.js'
import type { AuthorAnswer } from './effect.js'
import type { FilePlan } from './file-plan.js'
import type { FindingAges } from './findings-screen.js'
import { FIX_VIEW_PROGRESS, type FixViewOutcome } from './fix-view.js'
import type { Written } from './rules-screen.js'
import type { Tab, TargetLine } from './screen.js'
import type {
  Guardrails,
  KnownCard,
  Lane,
  LineOrigin,
  Project,
  ResumePoint,
  ScanState,
  Size,
} from './session.js'

/** What the developer did: a key that a binding gave a meaning, or the window resized. */
export type Intent =
  | { readonly type: 'resized'; readonly size: Size }
  | { readonly type: 'text-measured'; readonly scrollLimit: number }
  | { readonly type: 'moved'; readonly by: number; readonly unit: 'row' | 'page' }
  | { readonly type: 'jumped'; readonly to: 'first' | 'last' }
  | { readonly type: 'accepted' }
  | { readonly type: 'number-pressed'; readonly number: number }
  | { readonly type: 'went-back' }
  | { readonly type: 'tab-opened'; readonly tab: Tab }
  | { readonly type: 'help-toggled' }
  | { readonly type: 'palette-opened' }
  | { readonly type: 'session-wanted' }
  | { readonly type: 'default-wanted' }
  | { readonly type: 'target-switched' }
  /** The next key is for this binding. */
  | { readonly type: 'key-wanted'; readonly binding: string }
  | { readonly type: 'key-moved'; readonly binding: string; readonly key: string; readonly told: string }
  /** The binding, or every binding when null, gets its own keys back. */
  | { readonly type: 'keys-reset'; readonly binding: string | null; readonly told: string }
  /** The cursor of a list whose rows only the view knows. */
  | { readonly type: 'row-marked'; readonly row: number }
  /** An action chosen by name: the palette closes and the screen gets the intent. */
  | { readonly type: 'action-run'; readonly intent: Intent }
  | { readonly type: 'redraw-wanted' }
  | { readonly type: 'stopped'; readonly code: number }
  | { readonly type: 'refused'; readonly reason: string }
  | { readonly type: 'field-edited'; readonly edit: FieldEdit }
  | { readonly type: 'scan-wanted' }
  | { readonly type: 'filter-opened' }
  | { readonly type: 'order-changed' }
  | { readonly type: 'grouping-switched' }
  | { readonly type: 'groups-folded' }
  | { readonly type: 'fixes-opened' }
  | { readonly type: 'lesson-skipped' }
  | { readonly type: 'put-off' }
  | { readonly type: 'author-told'; readonly author: AuthorAnswer }
  | { readonly type: 'exempt-opened' }
  | { readonly type: 'editor-opened' }
  | { readonly type: 'next-wanted' }
  | { readonly type: 'layout-switched' }
  | { readonly type: 'undo-wanted' }
  | { readonly type: 'words-wanted' }
  | { readonly type: 'edit-wanted' }
  | { readonly type: 'declined' }
  | { readonly type: 'retire-wanted' }
  | { readonly type: 'promote-wanted' }
  | { readonly type: 'files-wanted' }
  | { readonly type: 'sentence-promoted' }
  | { readonly type: 'places-confirmed' }
  | { readonly type: 'scope-wanted' }
  | { readonly type: 'merge-wanted' }
  | { readonly type: 'sides-swapped' }
  | { readonly type: 'restore-wanted' }
  | { readonly type: 'decision-undone' }
  | { readonly type: 'state-changed' }
  | { readonly type: 'previous-wanted' }
  | { readonly type: 'edit-taken-over' }
  | { readonly type: 'edit-dropped' }
  | { readonly type: 'unsure-told' }
  | { readonly type: 'hint-wanted' }
  | { readonly type: 'disputed' }
  | { readonly type: 'pick-undone' }
  | { readonly type: 'practice-wanted' }
  | { readonly type: 'tests-wanted' }
  | { readonly type: 'check-wanted' }
  | { readonly type: 'set-wanted' }
  | { readonly type: 'place-toggled' }
  | { readonly type: 'places-toggled' }
  | { readonly type: 'undo-list-wanted' }
  | { readonly type: 'all-undo-wanted' }

/** What work brought back. */
export type OutcomeBody =
  | FixViewOutcome
  | {
      readonly type: 'project-opened'
      readonly project: Project
      readonly mayRecord: boolean
      readonly isFirstRun: boolean
      readonly weaknesses: Readonly<Record<string, Weakness>>
      readonly rules: readonly LearnedRule[]
      readonly settings: Settings
      readonly testCommand: string
      readonly later: readonly string[]
      readonly resume: ResumePoint | null
      readonly problems: readonly Problem[]
    }
  | {
      readonly type: 'scan-progressed'
      readonly done: number
      readonly total: number
      readonly found: number
      readonly elapsedMs: number
      readonly waitingFor: ScanState['waitingFor']
    }
  | {
      readonly type: 'scan-finished'
      /** Empty for the whole project; else only findings of these files are replaced. */
      readonly paths: readonly string[]
      readonly findings: readonly Finding[]
      readonly files: number
      readonly durationMs: number
      readonly unread: number
    }
  | { readonly type: 'sources-loaded'; readonly sources: Readonly<Record<string, string | null>> }
  | { readonly type: 'lesson-loaded'; readonly lesson: Lesson | null; readonly isShort: boolean }
  | { readonly type: 'age-loaded'; readonly origin: LineOrigin | null; readonly asksAuthor: boolean }
  | { readonly type: 'ages-progressed'; readonly ages: FindingAges }
  | { readonly type: 'ages-loaded'; readonly ages: FindingAges }
  | { readonly type: 'fix-previewed'; readonly fixId: string; readonly preview: FixPreview }
  | { readonly type: 'fix-tried'; readonly fixId: string; readonly trial: FixTrial }
  | { readonly type: 'fix-impossible'; readonly fixId: string; readonly problem: Problem }
  | { readonly type: 'fixes-tried' }
  | { readonly type: 'editor-closed' }
  | { readonly type: 'fix-applied'; readonly applied: AppliedFix }
  | { readonly type: 'fix-undone'; readonly applied: AppliedFix }
  | { readonly type: 'finding-exempted'; readonly fingerprint: string }
  | { readonly type: 'rule-drafted'; readonly rule: LearnedRule; readonly isNew: boolean }
  | {
      readonly type: 'rule-kept'
      readonly rule: LearnedRule
      readonly isNew: boolean
      readonly remediation: string
    }
  | { readonly type: 'review-loaded'; readonly rules: readonly LearnedRule[]; readonly review: RuleReview }
  | { readonly type: 'places-found'; readonly places: Readonly<Record<string, RulePlaces>> }
  | { readonly type: 'rules-decided'; readonly change: RuleChange; readonly told: string }
  | { readonly type: 'decision-taken-back'; readonly change: RuleChange }
  | { readonly type: 'plan-made'; readonly plan: FilePlan }
  | { readonly type: 'plan-applied'; readonly written: Written }
  | { readonly type: 'cards-counted'; readonly cards: readonly KnownCard[] }
  | { readonly type: 'budget-measured'; readonly guardrails: Guardrails }
  | {
      readonly type: 'question-asked'
      readonly quiz: QuizSession
      readonly asked: AskedQuestion
      readonly askedAt: string
    }
  | {
      readonly type: 'question-answered'
      readonly quiz: QuizSession
      readonly feedback: QuizFeedback
    }
  | { readonly type: 'quiz-ended'; readonly summary: QuizSummary }
  | { readonly type: 'saved' }
  | {
      readonly type: 'targets-loaded'
      readonly lines: readonly TargetLine[]
      readonly chosen: readonly string[]
    }
  | { readonly type: 'targets-saved'; readonly chosen: readonly string[] }
  | { readonly type: 'effect-failed'; readonly problem: Problem }

/** Outcomes after which the same work goes on. */
export const PROGRESS_OUTCOMES: readonly OutcomeBody['type'][] = [
  'scan-progressed',
  'ages-progressed',
  'fix-previewed',
  'fix-tried',
  'fix-impossible',
  ...FIX_VIEW_PROGRESS,
]

/** An outcome with the ticket of the effect it belongs to. */
export type Outcome = OutcomeBody & { readonly lane: Lane; readonly ticket: number }

export type Event = Intent | Outcome

/** Returns whether an event came from work rather than from the developer. */
export function isOutcome(event: Event): event is Outcome {
  return 'ticket' in event
}
