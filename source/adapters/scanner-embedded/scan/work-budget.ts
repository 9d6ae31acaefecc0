import type { Spend } from '../tree/work.js'

/** Work that one file may take, in units of `COST`: about a second, and far more than written code takes (engine.md §7). */
const MAX_WORK = 2_000_000

/** Where the units fall short of what the work really takes, the clock ends it: within two seconds. Milliseconds. */
const MAX_TIME = 1_500

/** Work between two looks at the clock, in units. */
const CLOCK_STEP = 10_000

/** Time after which the clock is looked at though little work was counted: a hundred steps of the parser can take long. */
const TIME_STEP = 50

/** The budget of one file. */
export type WorkBudget = {
  readonly spend: Spend
  /** Whether the clock ended the work, so that another run may get further. */
  readonly isByClock: () => boolean
}

/**
 * Returns the budget of one file. `elapsed` tells milliseconds since some start, of processor time where that is to be had,
 * and may take its time over it; `glance` tells those that passed on the wall, and at once.
 */
export function createWorkBudget(elapsed: () => number, glance = () => performance.now()): WorkBudget {
  let left = MAX_WORK
  let nextLook = MAX_WORK - CLOCK_STEP
  let nextTime = glance() + TIME_STEP
  let start: number | null = null
  let isByClock = false
  const spend: Spend = cost => {
    left -= cost
    if (left <= 0) return true
    if (left > nextLook && glance() < nextTime) return false
    nextLook = left - CLOCK_STEP
    nextTime = glance() + TIME_STEP
    // Most files never get here, so the first look begins to count.
    start ??= elapsed()
    if (elapsed() - start <= MAX_TIME) return false
    left = 0
    isByClock = true
    return true
  }
  return { spend, isByClock: () => isByClock }
}
