/** Seconds a person takes for the lesson, its question and the first fix (lessons.md §2.3 gives 80 for the lesson). */
const FIRST = 100
/** Seconds for each further place with the same weakness: look, choose, check. */
const FURTHER = 40

/** Returns about how many minutes it takes to learn one weakness and fix `places` places of it; at least 1. */
export function estimateMinutes(places: number): number {
  if (places <= 0) return 0
  return Math.max(1, Math.round((FIRST + FURTHER * (places - 1)) / 60))
}
