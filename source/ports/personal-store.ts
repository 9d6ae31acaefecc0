import type { Problem, Result } from '../core/problem.js'
import type { Card, Review } from '../core/quiz/card.js'
import type { Settings } from '../core/settings/settings.js'

/** Where a session stopped; keyed by project root. */
export type SessionBookmark = {
  /** Fingerprint of the finding that was open. */
  readonly fingerprint: string
  readonly step: string
  /** Fingerprints set aside with "later". */
  readonly later: readonly string[]
  /** Fingerprints of the findings that were walked through together; absent when it was none. */
  readonly round?: readonly string[]
}

/** What the developer prefers, on this machine. */
export type Preferences = Settings & { readonly seenWelcome: boolean }

/** What an import brought in. */
export type ImportSummary = { readonly cards: number; readonly reviews: number }

/** A developer's own things, in the user's config folder and never in the repo (design.md §4). */
export type PersonalStore = {
  /** Cards by id; rebuilt from the review log when the card file is behind or gone. */
  readonly cards: () => Promise<ReadonlyMap<string, Card>>
  /** Appends the review to the log, then saves `review.after`; a crash between the two loses nothing. */
  readonly saveReview: (review: Review) => Promise<Result<null>>
  readonly reviews: () => Promise<readonly Review[]>
  /** Ids of the questions the developer called wrong. */
  readonly disputes: () => Promise<ReadonlySet<string>>
  readonly saveDispute: (item: string, at: string) => Promise<Result<null>>
  readonly bookmark: (root: string) => Promise<SessionBookmark | null>
  readonly saveBookmark: (root: string, bookmark: SessionBookmark | null) => Promise<Result<null>>
  /**
   * The command that runs a project's tests, empty when none was given. It is here and not in the project, because what
   * stands here the developer typed on this machine: no file of a project can name a command that runs (design.md §7).
   */
  readonly testCommand: (root: string) => Promise<string>
  readonly saveTestCommand: (root: string, command: string) => Promise<Result<null>>
  readonly preferences: () => Promise<Preferences>
  readonly savePreferences: (preferences: Preferences) => Promise<Result<null>>
  /** Copies everything as plain files into a folder; returns their absolute paths. Refuses to write over a file. */
  readonly exportTo: (folder: string) => Promise<Result<readonly string[]>>
  /** Merges an exported folder into what is here, after keeping a copy of what is here. */
  readonly importFrom: (folder: string) => Promise<Result<ImportSummary>>
  /** Stores set aside because they were corrupt or from a newer version; told once at start. */
  readonly problems: () => readonly Problem[]
}
