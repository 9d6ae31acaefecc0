import type { Finding } from '../finding/finding.js'
import type { AppliedFix, FixPreview, FixTrial } from '../fix/fix-preview.js'
import type { InstalledAssistant } from '../fix/installed-assistant.js'
import type { LearnedRule } from '../learned-rule/learned-rule.js'
import type { RuleChange } from '../learned-rule/rule-change.js'
import type { RulePlaces, RuleReview } from '../learned-rule/rule-review.js'
import type { Lesson, Question, QuestionOption } from '../lesson/lesson.js'
import type { Problem } from '../problem.js'
import type { TestMark } from '../project-tests/test-run.js'
import type { TestsState } from '../project-tests/tests-state.js'
import { DEFAULT_SETTINGS, type Settings } from '../settings/settings.js'
import type { Weakness } from '../weakness/weakness.js'
import type { FilePlan } from './file-plan.js'
import type { FindingAges } from './findings-screen.js'
import type { Overlay } from './overlay.js'
import type { Screen } from './screen.js'

/** The terminal, in character cells. */
export type Size = { readonly columns: number; readonly rows: number }

/** A quiz card as the home and progress screens tell of it. */
export type KnownCard = {
  readonly title: string
  readonly level: string
  /** Chance (0–1) that the developer still knows it. */
  readonly recall: number
  readonly isDue: boolean
}

/** What assistants read or would read after a sync. */
export type Guardrails = {
  readonly budget: FilePlan['budget']
  /** Whether the files hold what the rules say. */
  readonly isSynced: boolean
}

/** Where the project stands; told in the header. */
export type Project = {
  readonly name: string
  /** Absolute root, the key of the bookmark. */
  readonly root: string
  /** Branch or short commit, empty outside git. */
  readonly branch: string
  readonly dirty: boolean
}

/** A line to the developer that the next key clears. */
export type Notice =
  | { readonly kind: 'told'; readonly text: string }
  | { readonly kind: 'failed'; readonly problem: Problem }

/** How the scan of the whole project stands. */
export type ScanState = {
  readonly status: 'waiting' | 'running' | 'done' | 'cancelled' | 'failed'
  readonly done: number
  readonly total: number
  readonly found: number
  /** Milliseconds it has run so far. */
  readonly elapsedMs: number
  /** A program of its own that is being waited for, null when there is none. */
  readonly waitingFor: { readonly tool: string; readonly seconds: number } | null
  readonly files: number
  readonly durationMs: number
  /** Files that could not be scanned whole. */
  readonly unread: number
}

/** What is known of one way to fix the open finding. */
export type Attempt = {
  readonly preview: FixPreview | null
  readonly trial: FixTrial | null
  readonly problem: Problem | null
}

/** The question of the check step, its options in the order shown. */
export type Check = { readonly question: Question; readonly options: readonly QuestionOption[] }

/** The commit a line came with. */
export type LineOrigin = {
  readonly commit: string
  /** ISO date-time. */
  readonly at: string
  /** First line of its message, as it was written. */
  readonly subject: string
}

/** The finding being worked on and what has been loaded for it. */
export type Visit = {
  readonly finding: Finding
  /** Fingerprints of the findings walked through together, this one included. */
  readonly round: readonly string[]
  /** Text of each file of the trace by path; null when it could not be read. */
  readonly sources: Readonly<Record<string, string | null>>
  /** `undefined` while it loads, null when there is none. */
  readonly lesson: Lesson | null | undefined
  /** Whether the developer has known it twice at the first try, so that the lesson may be brief. */
  readonly isShort: boolean
  /** Whether the reading of the lesson was noted for the quiz. */
  readonly isNoted: boolean
  /** Whether a fix of this finding has failed already. */
  readonly hasFailed: boolean
  readonly check: Check | null
  /** The commit that the line which does the harm came with; null outside git, and while it is not committed. */
  readonly origin: LineOrigin | null
  /** Whether to ask who wrote the line: it may be the developer's own since they learned this weakness. */
  readonly asksAuthor: boolean
  readonly attempts: Readonly<Record<string, Attempt>>
  /** Whether the question is shown as soon as the lesson is loaded: the last session stopped there. */
  readonly isAtCheck: boolean
  /** What the project's tests said of fixes of this visit, by fix id. */
  readonly tested: Readonly<Record<string, TestMark>>
}

/** Where a session stopped: the finding, the guided step, and what was walked through together. */
export type ResumePoint = {
  readonly fingerprint: string
  readonly step: string
  readonly round: readonly string[]
}

/** A fix of this session, for the summary at the end. */
export type Mended = { readonly fingerprint: string; readonly path: string; readonly title: string }

/** What this session has done so far. */
export type Tally = {
  readonly mended: readonly Mended[]
  readonly exempted: number
  readonly rulesKept: number
  readonly filesSynced: readonly string[]
  readonly answered: number
}

/** Work that can be under way, one at a time each; a newer one replaces the older. */
export const LANES = [
  'open',
  'scan',
  'rescan',
  'source',
  'lesson',
  'age',
  'ages',
  'fixes',
  'hole',
  'write',
  'draft',
  'records',
  'places',
  'plan',
  'quiz',
  'cards',
  'budget',
  'keep',
  'note',
  'assistants',
  'ask',
  'targets',
  'watch',
  'check',
  'set',
  'undo-list',
  'test-plan',
  'tests',
] as const
export type Lane = (typeof LANES)[number]

/** Lanes whose work changes files: quitting waits for them. */
export const WRITING_LANES: readonly Lane[] = ['write', 'keep', 'note']

/** Everything a session knows. Changed only by `transition`. */
export type Session = {
  readonly size: Size
  readonly version: string
  readonly project: Project
  readonly screen: Screen
  readonly back: readonly Screen[]
  /** What lies over the screen and has the keys, null when the screen has them. */
  readonly overlay: Overlay | null
  /** How far the text on the screen can be scrolled; measured by the view. */
  readonly scrollLimit: number
  readonly notice: Notice | null
  /** Exit code once the session is over, null before. */
  readonly exitCode: number | null
  /** Whether `.guardrail-coach/` exists or the developer said that it may. */
  readonly mayRecord: boolean
  /** What the developer prefers; the defaults until the project was opened. */
  readonly settings: Settings
  /** Name of the developer's editor, null when none is set. */
  readonly editor: string | null
  /** Assistants that can write a fix; null until it was looked for them. */
  readonly assistants: readonly InstalledAssistant[] | null
  /** The same as the environment says it, for when the setting is emptied. */
  readonly systemEditor: string | null
  /** The command that runs the project's tests, empty when none was given on this machine. */
  readonly testCommand: string
  /** How the project's test command stands; null until it was looked for. */
  readonly tests: TestsState | null
  /** Whether the developer was asked about tests in this session and put it off. */
  readonly areTestsPutOff: boolean
  readonly scan: ScanState
  /** Open findings, worst first. */
  readonly findings: readonly Finding[]
  /** When their lines were committed; null until the list was sorted by it. */
  readonly ages: FindingAges | null
  readonly weaknesses: Readonly<Record<string, Weakness>>
  readonly rules: readonly LearnedRule[]
  /** What the review knows of the rules; null until it was opened. */
  readonly review: RuleReview | null
  /** Where detectors match in the project now, by rule id; a rule is missing until it was looked for. */
  readonly places: Readonly<Record<string, RulePlaces>>
  /** Decisions of this session's review, the last one last; they can be taken back in turn. */
  readonly decisions: readonly RuleChange[]
  /** Fingerprints set aside with "later". */
  readonly later: readonly string[]
  /** Where the last session stopped, until it is taken up or passed over. */
  readonly resume: ResumePoint | null
  /** The developer's quiz cards, soonest due first. */
  readonly cards: readonly KnownCard[]
  /** How the guardrail files stand; null until it was measured. */
  readonly guardrails: Guardrails | null
  readonly visit: Visit | null
  readonly lastFix: AppliedFix | null
  /** Id of the record that keeping the last fix made; null when it was not kept. */
  readonly lastRecord: string | null
  /** Whether the next place gets the same fix offered once the rule is kept. */
  readonly isMoreWanted: boolean
  readonly tally: Tally
  /** Ticket of the work under way in each lane; results with another ticket are stale. */
  readonly pending: Readonly<Partial<Record<Lane, number>>>
  readonly lastTicket: number
}

const EMPTY_SCAN: ScanState = {
  status: 'waiting',
  done: 0,
  total: 0,
  found: 0,
  elapsedMs: 0,
  waitingFor: null,
  files: 0,
  durationMs: 0,
  unread: 0,
}

/** Returns the session as it is before anything is known but the project's name. */
export function newSession(start: {
  readonly size: Size
  readonly version: string
  readonly project: Project
  readonly editor: string | null
  readonly screen: Screen
}): Session {
  return {
    ...start,
    back: [],
    overlay: null,
    scrollLimit: 0,
    notice: null,
    exitCode: null,
    mayRecord: false,
    settings: DEFAULT_SETTINGS,
    assistants: null,
    systemEditor: start.editor,
    testCommand: '',
    tests: null,
    areTestsPutOff: false,
    scan: EMPTY_SCAN,
    findings: [],
    ages: null,
    weaknesses: {},
    rules: [],
    review: null,
    places: {},
    decisions: [],
    later: [],
    resume: null,
    cards: [],
    guardrails: null,
    visit: null,
    lastFix: null,
    lastRecord: null,
    isMoreWanted: false,
    tally: { mended: [], exempted: 0, rulesKept: 0, filesSynced: [], answered: 0 },
    pending: {},
    lastTicket: 0,
  }
}
