import type { QuestionFormat } from '../lesson/lesson.js'
import type { QuizCard, QuizItem } from './quiz-session.js'
import { mixSeed } from './random.js'

/** Which format suits how far a card has come, by number of reviews (lessons.md §2.5); from the fourth on it is stable. */
const STAGES: readonly QuestionFormat[] = [
  'choose-the-fix',
  'spot-the-line',
  'predict-the-exploit',
  'still-vulnerable',
]
const STABLE: readonly QuestionFormat[] = ['fill-the-hole', 'order-the-steps']

function timesAsked(card: QuizCard, item: QuizItem): number {
  return card.reviews.filter(review => review.item === item.question.id).length
}

function formatRank({ card }: QuizCard, format: QuestionFormat): number {
  if (STAGES[card.reps] === format) return 0
  const isStable = card.reps >= STAGES.length
  if (isStable && STABLE.includes(format)) return card.formatsRight.includes(format) ? 1 : 0
  return card.formatsRight.includes(format) ? 3 : 2
}

/**
 * Returns the item to ask a card with, or null when it has none. Never the one asked last, if there is another.
 * First come items from the developer's own fixes that were not asked yet, then the format of the stage, then what
 * was asked least; the seed decides between equals. Items in `without` (called wrong) only when nothing else is left.
 */
export function chooseItem(
  card: QuizCard,
  seed: number,
  without: ReadonlySet<string> = new Set(),
): QuizItem | null {
  const usable = card.items.filter(item => !without.has(item.question.id))
  const bank = usable.length > 0 ? usable : card.items
  const fresh = bank.filter(item => item.question.id !== card.card.lastItem)
  const ranked = (fresh.length > 0 ? fresh : bank).map(item => {
    const asked = timesAsked(card, item)
    return {
      item,
      keys: [
        item.from !== null && asked === 0 ? 0 : 1,
        formatRank(card, item.question.format),
        asked,
        mixSeed(seed, item.question.id),
      ],
    }
  })
  ranked.sort((a, b) => {
    const at = a.keys.findIndex((key, index) => key !== b.keys[index])
    return at === -1 ? 0 : (a.keys[at] ?? 0) - (b.keys[at] ?? 0)
  })
  return ranked[0]?.item ?? null
}
