import type { AuthorClass } from '../core/learned-rule/remediation.js'
import { familyOfPath } from '../core/lesson/language-family.js'
import { type Result, succeed } from '../core/problem.js'
import { newCardsLeft, wasGradedToday } from '../core/quiz/build-queue.js'
import type { Card, Review } from '../core/quiz/card.js'
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

type Event = Pick<Review, 'source' | 'grade' | 'item' | 'ok'> & { readonly check?: CheckAnswer }

/** A file in a language without a family of its own still teaches the concept: the card then stands for any language. */
function familyOf(concept: Concept): string {
  return familyOfPath(concept.path) ?? 'any'
}

/** Returns the id of the card of a concept. */
export function cardIdOf(concept: Concept): string {
  return `${concept.weakness}/${familyOf(concept)}`
}

/** Returns what a finding is called in the review log. */
export function findingItem(fingerprint: string): string {
  return `finding/${fingerprint.slice(0, 16)}`
}

/** Logs the event and saves the card it makes. A card is graded at most once a day, and two new ones at most. */
async function saveEvent(tools: EventTools, concept: Concept, event: Event): Promise<Result<Card>> {
  const at = tools.clock.now()
  const id = cardIdOf(concept)
  const stored = (await tools.personal.cards()).get(id) ?? null
  const before = stored ?? tools.scheduler.createCard(concept.weakness, familyOf(concept), at)
  const mayGrade =
    before.state === 'new'
      ? newCardsLeft(effectiveReviews(await tools.personal.reviews()), at) > 0
      : !wasGradedToday(before, at)
  const grade = mayGrade ? event.grade : null
  const scheduled = grade === null ? before : tools.scheduler.review(before, grade, at)
  const { check, item, ok } = event
  const review: Review = {
    at,
    card: id,
    item,
    format: check?.format ?? '',
    ok,
    sure: check?.sure ?? true,
    ms: loggedTime(check?.ms ?? 0),
    grade,
    source: event.source,
    seed: 0,
    misconception: '',
    before: stored,
    after: check ? noteItem(scheduled, item, check.format, ok) : scheduled,
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
  if (!check) return saveEvent(tools, concept, { source: 'lesson', grade: null, item: '', ok: false })
  const { item, right: ok } = check
  return saveEvent(tools, concept, { source: 'lesson', grade: gradeAnswer(check), item, ok, check })
}

/** Counts a right fix chosen at the first try as a good review of the card. */
export async function fixChosenRightFirst(tools: EventTools, concept: Concept): Promise<Result<Card>> {
  return saveEvent(tools, concept, { source: 'fix', grade: 'good', item: '', ok: true })
}

/**
 * Notes who wrote a new finding of a weakness that the developer had learned; each finding is noted once. A human's
 * own one lowers the card; one of an assistant, of both or of nobody known leaves it alone (unknown is not human).
 * Returns the card, or null when there is none that was learned.
 */
export async function findingIntroduced(
  tools: EventTools,
  finding: Concept & { readonly fingerprint: string },
  author: AuthorClass,
): Promise<Result<Card | null>> {
  const card = (await tools.personal.cards()).get(cardIdOf(finding))
  if (card?.state !== 'review') return succeed(null)
  const grade = author === 'human' ? 'again' : null
  const item = findingItem(finding.fingerprint)
  return saveEvent(tools, finding, { source: 'finding', grade, item, ok: author !== 'human' })
}

/** Returns whether the lesson may be shortened: two right first tries at this concept in a row (lessons.md §2.3). */
export async function isLessonShort(tools: Pick<Toolbox, 'personal'>, concept: Concept): Promise<boolean> {
  const id = cardIdOf(concept)
  const reviews = effectiveReviews(await tools.personal.reviews())
  return hasKnownItTwice(reviews.filter(review => review.card === id))
}
