import type { Remediation } from '../core/learned-rule/remediation.js'
import type { Lesson } from '../core/lesson/lesson.js'
import { fail, type Result, succeed } from '../core/problem.js'
import type { Card, Review } from '../core/quiz/card.js'
import { effectiveReviews } from '../core/quiz/effective-reviews.js'
import { ownItems } from '../core/quiz/own-items.js'
import { quizCardOf, withDistinctTitles } from '../core/quiz/quiz-card.js'
import type { QuizCard } from '../core/quiz/quiz-session.js'
import type { Toolbox } from '../ports/toolbox.js'

/** What the quiz verbs need. */
export type QuizTools = Pick<Toolbox, 'personal' | 'content' | 'scheduler' | 'clock' | 'store'>

/** Every card of the developer with its questions and its past, and what those were made from. */
export type LoadedQuiz = {
  readonly cards: readonly QuizCard[]
  /** Reviews that count, oldest first. */
  readonly reviews: readonly Review[]
  readonly remediations: readonly Remediation[]
}

function mostUsedFamily(cards: readonly QuizCard[]): string | undefined {
  const counts = new Map<string, number>()
  for (const { card } of cards) counts.set(card.family, (counts.get(card.family) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0]
}

type Past = Pick<LoadedQuiz, 'reviews' | 'remediations'>

async function dress(tools: QuizTools, card: Card, past: Past): Promise<QuizCard> {
  const lesson = await tools.content.lesson(card.weakness)
  const reviews = past.reviews.filter(review => review.card === card.id)
  return quizCardOf(card, lesson, ownItems(past.remediations, card), reviews)
}

/** Returns the developer's cards ready to be asked. */
export async function loadQuizCards(tools: QuizTools): Promise<LoadedQuiz> {
  const [cards, logged, { remediations }] = await Promise.all([
    tools.personal.cards(),
    tools.personal.reviews(),
    tools.store.load(),
  ])
  const past = { reviews: effectiveReviews(logged), remediations }
  const dressed = await Promise.all([...cards.values()].map(card => dress(tools, card, past)))
  return { ...past, cards: withDistinctTitles(dressed) }
}

function unknownTopic(topic: string, lessons: readonly Lesson[]): Result<never> {
  const known = lessons.map(lesson => lesson.weakness).toSorted()
  return fail({
    kind: 'user-can-act',
    message: `There is no lesson called "${topic}".`,
    nextSteps: known.length === 0 ? [] : [`Choose one of: ${known.join(', ')}.`],
  })
}

/**
 * Returns the cards of a topic. One that was never met gets a fresh card in the language the developer has most cards
 * in; it is saved with its first answer. Fails for a topic without a lesson.
 */
export async function cardsOfTopic(
  tools: QuizTools,
  topic: string,
  loaded: LoadedQuiz,
): Promise<Result<readonly QuizCard[]>> {
  const lesson = await tools.content.lesson(topic)
  if (!lesson) return unknownTopic(topic, await tools.content.lessons())
  const met = loaded.cards.filter(({ card }) => card.weakness === lesson.weakness)
  if (met.length > 0) return succeed(met)
  const family = mostUsedFamily(loaded.cards) ?? lesson.samples[0]?.family ?? 'javascript'
  const card = tools.scheduler.createCard(lesson.weakness, family, tools.clock.now())
  return succeed([await dress(tools, card, loaded)])
}
