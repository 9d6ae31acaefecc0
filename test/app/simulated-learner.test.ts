import { expect, test } from 'vitest'
import { createConfStore } from '../../source/adapters/store-conf/conf-store.js'
import { answerQuestion, dueCards, nextQuestion, startQuiz } from '../../source/app/quiz.js'
import { lessonSeen } from '../../source/app/quiz-events.js'
import { QUESTION_FORMATS } from '../../source/core/lesson/lesson.js'
import type { Review } from '../../source/core/quiz/card.js'
import { dayOf, daysBetween } from '../../source/core/quiz/day.js'
import { effectiveReviews } from '../../source/core/quiz/effective-reviews.js'
import { seededRandom } from '../../source/core/quiz/random.js'
import { sampleAnswer, sampleLesson } from '../support/quiz-samples.js'
import { createQuizToolbox, type QuizToolbox } from '../support/quiz-toolbox.js'
import { createTempFolder } from '../support/temp-project.js'

const DAYS = 180
const lessons = Array.from({ length: 12 }, (_, index) =>
  sampleLesson(`weakness-${index}`, ['A01:2025', 'A05:2025', 'A04:2025'][index % 3] ?? '', QUESTION_FORMATS),
)
const CHECK = { item: 'check', format: 'choose-the-fix', right: true, sure: true, hinted: false, ms: 5000 }

type Learner = (recall: number) => {
  readonly right: boolean
  readonly sure: boolean
  readonly comes: boolean
}

/** Lets a learner meet a lesson every third day and open the quiz on the days they come; returns what was broken. */
async function live(tools: QuizToolbox, learner: Learner): Promise<readonly string[]> {
  const broken: string[] = []
  for (let day = 0; day <= DAYS; day += 1) {
    const lesson = lessons[day / 3]
    if (lesson) await lessonSeen(tools, { weakness: lesson.weakness, path: 'a.js' }, CHECK)
    const started = await startQuiz(tools, { mode: 'due', topic: null, seed: day })
    if (!started.ok) return [started.problem.message]
    let session = started.value
    if (!learner(1).comes) session = { ...session, queue: [] }
    for (let asked = nextQuestion(session); asked; asked = nextQuestion(session)) {
      const card = session.cards[session.queue[session.position]?.card ?? '']
      if (card?.card.lastItem === asked.item.question.id)
        broken.push(`day ${day}: the same item twice running`)
      const recall = card ? tools.scheduler.recall(card.card, tools.clock.now()) : 0
      const { right, sure } = learner(recall)
      const answered = await answerQuestion(tools, session, sampleAnswer(asked, right, { sure }))
      if (!answered.ok) return [answered.problem.message]
      session = answered.value.session
    }
    tools.pass(1)
  }
  return broken
}

/** Returns reviews by a key; Map.groupBy needs a later Node. */
function groupBy(
  reviews: readonly Review[],
  keyOf: (review: Review) => string,
): ReadonlyMap<string, readonly Review[]> {
  const groups = new Map<string, Review[]>()
  for (const review of reviews) groups.set(keyOf(review), [...(groups.get(keyOf(review)) ?? []), review])
  return groups
}

test('a learner who always knows it sees each card after 3, 14, 57 and 180 days', async () => {
  const tools = createQuizToolbox(lessons)
  expect(await live(tools, () => ({ right: true, sure: true, comes: true }))).toEqual([])
  const cards = groupBy(await tools.personal.reviews(), review => review.card)
  expect(cards.size).toBe(lessons.length)
  for (const [card, reviews] of cards) {
    const gaps = reviews.slice(1).map((review, index) => daysBetween(reviews[index]?.at ?? '', review.at))
    expect(gaps, card).toEqual([3, 14, 57])
    expect(reviews.at(-1)?.after.scheduledDays).toBe(180)
  }
})

test('a learner who forgets and skips days keeps well above four in five, loses no card and is never flooded', async () => {
  const random = seededRandom(2026)
  const tools = createQuizToolbox(lessons, { personal: createConfStore(createTempFolder()) })
  const broken = await live(tools, recall => ({
    right: random() < recall,
    sure: random() < 0.8,
    comes: random() < 0.7,
  }))
  expect(broken).toEqual([])
  const reviews = effectiveReviews(await tools.personal.reviews())
  const graded = reviews.filter(review => review.grade !== null)
  const quiz = graded.filter(review => review.source === 'quiz')
  expect(quiz.length).toBeGreaterThan(60)
  const share = quiz.filter(review => review.ok).length / quiz.length
  expect(share).toBeGreaterThan(0.8)
  expect(new Set(graded.map(review => `${review.card} ${dayOf(review.at)}`)).size).toBe(graded.length)
  const perDay = groupBy(quiz, review => dayOf(review.at))
  expect(Math.max(...[...perDay.values()].map(day => day.length))).toBeLessThanOrEqual(5)
  const cards = await dueCards(tools)
  expect(cards).toHaveLength(lessons.length)
  for (const { card } of cards)
    expect(graded.findLast(review => review.card === card.id)?.after).toEqual(card)
  expect(tools.personal.problems()).toEqual([])
})
