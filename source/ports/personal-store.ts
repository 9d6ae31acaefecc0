import type { Problem, Result } from '../core/problem.js'
import type { Card, Review } from '../core/quiz/card.js'

/** Where a session stopped; keyed by project root. */
export type SessionBookmark = {
  /** Fingerprint of the finding that was open. */
  readonly fingerprint: string
  readonly step: string
  /** Fingerprints set aside with "later". */
  readonly later: readonly string[]
}

/** What the developer prefers, on this machine. */
export type Preferences = {
  readonly theme: 'auto' | 'plain'
  readonly seenWelcome: boolean
}

/** A developer's own things, in the user's config folder and never in the repo (design.md §4). */
export type PersonalStore = {
  readonly cards: () => Promise<ReadonlyMap<string, Card>>
  /** Saves the card after appending the review to the log; a crash between the two loses nothing. */
  readonly saveReview: (card: Card, review: Review) => Promise<Result<null>>
  readonly reviews: () => Promise<readonly Review[]>
  readonly bookmark: (root: string) => Promise<SessionBookmark | null>
  readonly saveBookmark: (root: string, bookmark: SessionBookmark | null) => Promise<Result<null>>
  readonly preferences: () => Promise<Preferences>
  readonly savePreferences: (preferences: Preferences) => Promise<Result<null>>
  /** Stores set aside because they were corrupt or from a newer version; told once at start. */
  readonly problems: () => readonly Problem[]
}
