import type { Grade } from './card.js'

const LONGEST_MS = 120_000

/**
 * Returns the FSRS grade of an answer (lessons.md §3.3). Right but unsure or with a hint is Hard: it came, but is not
 * known. A wrong answer is never Hard, that would tell FSRS it was remembered.
 */
export function gradeAnswer(answer: {
  readonly right: boolean
  readonly sure: boolean
  readonly hinted: boolean
}): Grade {
  if (!answer.right) return 'again'
  return answer.sure && !answer.hinted ? 'good' : 'hard'
}

/** Returns the time to log, or 0 when it says nothing: above two minutes the developer was elsewhere. */
export function loggedTime(ms: number): number {
  return Number.isFinite(ms) && ms > 0 && ms <= LONGEST_MS ? Math.round(ms) : 0
}
