import type { Finding } from '../finding/finding.js'
import type { FixSummary } from '../fix/fix.js'
import type { AppliedFix, FixPreview, FixTrial } from '../fix/fix-preview.js'
import type { SetPlace } from '../fix/fix-set.js'
import type { InstalledAssistant } from '../fix/installed-assistant.js'
import type { UndoRow } from '../fix/undo-row.js'
import type { LearnedRule } from '../learned-rule/learned-rule.js'
import type { Problem } from '../problem.js'
import type { TestRun } from '../project-tests/test-run.js'
import type { TestsState } from '../project-tests/tests-state.js'
import type { Field } from '../text/field.js'
import type { Screen } from './screen.js'

/** An assistant is to write the fix: its prompt is shown first, then it runs on a copy. */
export type AskScreen = {
  readonly name: 'ask'
  readonly assistant: InstalledAssistant
  readonly prompt: string
  readonly status: 'asking' | 'running' | 'failed'
  /** Seconds it has run. */
  readonly seconds: number
  readonly scroll: number
  readonly problem: Problem | null
}

/** The project's tests: asked about once, then run; `applied` is the fix they are run on, null without one. */
export type TestsScreen = {
  readonly name: 'tests'
  readonly applied: AppliedFix | null
  readonly status: 'asking' | 'running' | 'ended'
  /** The command that was shown, and the project's scripts that it starts. */
  readonly command: string
  readonly behind: string
  /** The command being typed, null when it is not. */
  readonly field: Field | null
  readonly lines: readonly string[]
  /** Lines scrolled up from the end of the output. */
  readonly scroll: number
  readonly seconds: number
  readonly run: TestRun | null
  readonly problem: Problem | null
}

/** The developer edits the file by hand, here or in another window, while it is watched. */
export type EditScreen = {
  readonly name: 'edit'
  /** The file as it was when the finding was opened. */
  readonly before: string
  /** `open`: an editor has the terminal. */
  readonly status: 'waiting' | 'open' | 'checking'
  readonly saves: number
  /** What the last check said when it was not enough. */
  readonly trial: FixTrial | null
  readonly problem: Problem | null
  readonly scroll: number
}

/** How one chosen place of a set came out. */
export type SetOutcome =
  | { readonly state: 'fixed'; readonly applied: AppliedFix; readonly note: string | null }
  | { readonly state: 'refused'; readonly reason: string }
  | { readonly state: 'undone' }

/** The same fix at many places, looked at one by one before any is written. */
export type SetScreen = {
  readonly name: 'set'
  readonly fix: FixSummary
  /** Every finding the set is about; those worked out so far are in `places`. */
  readonly findings: readonly Finding[]
  readonly places: Readonly<Record<string, SetPlace>>
  /** Fingerprints that are not to be fixed. */
  readonly left: readonly string[]
  readonly status: 'looking' | 'choosing' | 'applying' | 'done'
  readonly outcomes: Readonly<Record<string, SetOutcome>>
  readonly cursor: number
  readonly scroll: number
}

/** The fixes of this and earlier sessions that can be taken back; null while they are read. */
export type UndoScreen = {
  readonly name: 'undo'
  readonly rows: readonly UndoRow[] | null
  readonly cursor: number
  readonly scroll: number
}

/** Lines of output that are kept. */
export const KEPT_LINES = 300

/** Screens of the fix view beside the choice itself. */
export type FixViewScreen = AskScreen | TestsScreen | EditScreen | SetScreen | UndoScreen

/** Returns whether a program that the coach started is running on this screen, so that an interrupt is meant for it. */
export function runsInFront(screen: Screen): boolean {
  return (screen.name === 'ask' || screen.name === 'tests') && screen.status === 'running'
}

/** Work that the fix view asks for. */
export type FixViewEffect =
  | { readonly type: 'find-assistants' }
  | { readonly type: 'watch-file'; readonly path: string; readonly before: string }
  | { readonly type: 'check-edit'; readonly finding: Finding; readonly before: string }
  | { readonly type: 'plan-set'; readonly findings: readonly Finding[]; readonly fixId: string }
  | { readonly type: 'apply-set'; readonly previews: readonly FixPreview[] }
  | {
      readonly type: 'keep-set'
      readonly places: readonly { readonly applied: AppliedFix; readonly note: string | null }[]
    }
  | { readonly type: 'list-fixes' }
  | { readonly type: 'undo-noted'; readonly ids: readonly string[] }
  | { readonly type: 'look-for-tests' }
  /** What a command starts, before it is shown. */
  | { readonly type: 'look-behind'; readonly command: string }
  /** Runs the tests; `confirm` is the command and what is behind it that the developer has just said yes to. */
  | {
      readonly type: 'run-tests'
      readonly confirm: { readonly command: string; readonly behind: string } | null
    }
  | { readonly type: 'decline-tests' }
  | {
      readonly type: 'ask-assistant'
      readonly finding: Finding
      readonly assistant: InstalledAssistant
    }

/** What that work brought back. */
export type FixViewOutcome =
  | { readonly type: 'assistants-found'; readonly assistants: readonly InstalledAssistant[] }
  | { readonly type: 'assistant-worked'; readonly seconds: number }
  | { readonly type: 'file-saved' }
  /** The editor has a window of its own and is open there. */
  | { readonly type: 'editor-started' }
  | { readonly type: 'edit-checked'; readonly trial: FixTrial }
  | { readonly type: 'place-planned'; readonly place: SetPlace }
  | { readonly type: 'set-planned' }
  | { readonly type: 'place-applied'; readonly fingerprint: string; readonly outcome: SetOutcome }
  | { readonly type: 'set-applied' }
  | { readonly type: 'set-kept'; readonly rules: readonly LearnedRule[] }
  | { readonly type: 'fixes-listed'; readonly rows: readonly UndoRow[] }
  | {
      readonly type: 'noted-undone'
      readonly id: string
      readonly fingerprint: string
      readonly path: string
    }
  | { readonly type: 'noted-refused'; readonly id: string; readonly problem: Problem }
  | { readonly type: 'notes-undone' }
  | { readonly type: 'tests-looked-for'; readonly tests: TestsState }
  | { readonly type: 'behind-read'; readonly command: string; readonly behind: string }
  | { readonly type: 'tests-wrote'; readonly lines: readonly string[] }
  | { readonly type: 'tests-worked'; readonly seconds: number }
  | { readonly type: 'tests-ended'; readonly run: TestRun }
  | { readonly type: 'assistant-answered'; readonly preview: FixPreview; readonly trial: FixTrial }

/** Outcomes after which the same work goes on. */
export const FIX_VIEW_PROGRESS: readonly FixViewOutcome['type'][] = [
  'assistant-worked',
  'file-saved',
  'place-planned',
  'place-applied',
  'noted-undone',
  'noted-refused',
  'tests-wrote',
  'tests-worked',
]
