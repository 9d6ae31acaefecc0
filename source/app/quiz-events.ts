import type { AuthorClass } from '../core/learned-rule/remediation.js'
import { familyOfPath } from '../core/lesson/language-family.js'
import { type Result, succeed } from '../core/problem.js'
import { newCardsLeft, wasGradedToday } from '../core/quiz/build-queue.js'
import type { Card, Grade, Review, ReviewSource } from '../core/quiz/card.js'
import { effectiveReviews } from '../core/quiz/effective-reviews.js'
import { hasKnownItTwice } from '../core/quiz/first-tries.js'
import { gradeAnswer, loggedTime } from '../core/quiz/grade-answer.js'
import { noteItem } from '../core/quiz/record-answer.js'
import type { Toolbox } from '../ports/toolbox.js'

type EventTools = Pick<Toolbox, 'personal' | 'scheduler' | 'clock'>

/** The concept that something happened to: a weakness in the language of the file it was found in. */
export type Concept = { readonly weakness: string; readonly path: string }

/** The first answer to a lesson's check question. */
export type CheckAnswer = {
  readonly item: string
  readonly format: string
  readonly right: boolean
  readonly sure: boolean
  readonly hinted: boolean
  readonly ms: number
}

type Event = {
  readonly source: ReviewSource
  /** Null notes the event and leaves the schedule alone. */
  readonly grade: Grade | null
  readonly check: CheckAnswer | null
}

const NO_CHECK = { item: '', format: '', right: false, sure: true, hinted: false, ms: 0 }

/** A file in a language without a family of its own still teaches the concept: the card then stands for any language. */
function familyOf(concept: Concept): string {
  return familyOfPath(concept.path) ?? 'any'
}

/** Logs the event and saves the card it makes. A card is graded at most once a day, and two new ones at most. */
async function saveEvent(tools: EventTools, concept: Concept, event: Event): Promise<Result<Card>> {
  const at = tools.clock.now()
  const id = `${concept.weakness}/${familyOf(concept)}`
  const stored = (await tools.personal.cards()).get(id) ?? null
  const before = stored ?? tools.scheduler.createCard(concept.weakness, familyOf(concept), at)
  const mayGrade =
    before.state === 'new'
      ? newCardsLeft(effectiveReviews(await tools.personal.reviews()), at) > 0
      : !wasGradedToday(before, at)
  const grade = mayGrade ? event.grade : null
  const scheduled = grade === null ? before : tools.scheduler.review(before, grade, at)
  const { item, format, right, sure, ms } = event.check ?? NO_CHECK
  const review: Review = {
    at,
    card: id,
    item,
    format,
    ok: event.check ? right : event.grade !== 'again' && event.grade !== null,
    sure,
    ms: loggedTime(ms),
    grade,
    source: event.source,
    seed: 0,
    misconception: '',
    before: stored,
    after: event.check ? noteItem(scheduled, item, format, right) : scheduled,
  }
  const saved = await tools.personal.saveReview(review)
  return saved.ok ? succeed(review.after) : saved
}

/**
 * Makes the card of a lesson that was read, with the first answer to its check as the first review. `check` is null
 * when it was skipped: the card then waits for the quiz, and nothing is held against the developer.
 */
export async function lessonSeen(
  tools: EventTools,
  concept: Concept,
  check: CheckAnswer | null,
): Promise<Result<Card>> {
  const grade = check && gradeAnswer(check)
  return saveEvent(tools, concept, { source: 'lesson', grade, check })
}

/** Counts a right fix chosen at the first try as a good review of the card. */
export async function fixChosenRightFirst(tools: EventTools, concept: Concept): Promise<Result<Card>> {
  return saveEvent(tools, concept, { source: 'fix', grade: 'good', check: null })
}

/**
 * Lowers the card of a weakness that this developer has just brought in again. Returns the card, or null when nothing
 * changed: only a human's own finding counts (unknown is not human), and only on a card that was learned.
 */
export async function findingIntroduced(
  tools: EventTools,
  concept: Concept,
  author: AuthorClass,
): Promise<Result<Card | null>> {
  if (author !== 'human') return succeed(null)
  const card = (await tools.personal.cards()).get(`${concept.weakness}/${familyOf(concept)}`)
  if (card?.state !== 'review') return succeed(null)
  return saveEvent(tools, concept, { source: 'finding', grade: 'again', check: null })
}

/** Returns whether the lesson may be shortened: two right first tries at this concept in a row (lessons.md §2.3). */
export async function isLessonShort(tools: Pick<Toolbox, 'personal'>, concept: Concept): Promise<boolean> {
  const id = `${concept.weakness}/${familyOf(concept)}`
  const reviews = effectiveReviews(await tools.personal.reviews())
  return hasKnownItTwice(reviews.filter(review => review.card === id))
}
