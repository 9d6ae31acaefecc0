import { type CardInput, createEmptyCard, type Grade as FsrsGrade, fsrs, Rating, State } from 'ts-fsrs'
import type { Card, Grade } from '../../core/quiz/card.js'
import { addDays } from '../../core/quiz/day.js'
import type { Scheduler } from '../../ports/scheduler.js'

const LONGEST_INTERVAL = 180

const RATINGS: Readonly<Record<Grade, FsrsGrade>> = {
  again: Rating.Again,
  hard: Rating.Hard,
  good: Rating.Good,
  easy: Rating.Easy,
}

const STATES: Readonly<Record<Card['state'], State>> = {
  new: State.New,
  learning: State.Learning,
  review: State.Review,
  relearning: State.Relearning,
}

const STATE_NAMES: Readonly<Record<State, Card['state']>> = {
  [State.New]: 'new',
  [State.Learning]: 'learning',
  [State.Review]: 'review',
  [State.Relearning]: 'relearning',
}

/** `elapsed_days` is deprecated and worked out from `last_review`; the type still asks for it. */
function toFsrs(card: Card): CardInput {
  return {
    due: card.due,
    stability: card.stability,
    difficulty: card.difficulty,
    elapsed_days: 0,
    scheduled_days: card.scheduledDays,
    learning_steps: 0,
    reps: card.reps,
    lapses: card.lapses,
    state: STATES[card.state],
    last_review: card.lastReview,
  }
}

/**
 * Returns the FSRS-6 scheduler with 90 % recall, no steps within a day
 * (a command ends, a desk does not), at most 180 days. `fuzz` spreads due days so they do not bunch; tests of the
 * interval table turn it off. It depends on the card and the time alone, so the same review always gives the same day.
 */
export function createFsrsScheduler(options: { readonly fuzz: boolean } = { fuzz: true }): Scheduler {
  const scheduler = fsrs({
    request_retention: 0.9,
    maximum_interval: LONGEST_INTERVAL,
    enable_short_term: false,
    enable_fuzz: options.fuzz,
  })
  return {
    createCard: (weakness, family, now) => {
      const empty = createEmptyCard(now)
      return {
        id: `${weakness}/${family}`,
        weakness,
        family,
        due: empty.due.toISOString(),
        lastReview: null,
        stability: empty.stability,
        difficulty: empty.difficulty,
        reps: empty.reps,
        lapses: empty.lapses,
        state: STATE_NAMES[empty.state],
        scheduledDays: empty.scheduled_days,
        formatsRight: [],
        lastItem: '',
      }
    },
    review: (card, grade, now) => {
      const { card: next } = scheduler.next(toFsrs(card), now, RATINGS[grade])
      // FSRS keeps Hard < Good < Easy apart by a day each and so passes its own maximum: 180, then 181.
      const days = Math.min(next.scheduled_days, LONGEST_INTERVAL)
      return {
        ...card,
        due: addDays(now, days),
        lastReview: now,
        stability: next.stability,
        difficulty: next.difficulty,
        reps: next.reps,
        lapses: next.lapses,
        state: STATE_NAMES[next.state],
        scheduledDays: days,
      }
    },
    recall: (card, now) =>
      card.lastReview === null ? 0 : scheduler.get_retrievability(toFsrs(card), now, false),
  }
}
