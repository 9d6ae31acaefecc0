import type { Spend } from '../tree/work.js'

/** Work that one file may take, in units of `COST`: about two seconds (engine.md §7), and far more than written code takes. */
const MAX_WORK = 2_000_000

/** Where the units fall short of what the work really takes, the clock ends it. Milliseconds. */
const MAX_TIME = 2_000

/** Work between two looks at the clock, in units. */
const CLOCK_STEP = 10_000

/** The budget of one file. */
export type WorkBudget = {
  readonly spend: Spend
  /** Whether the clock ended the work, so that another run may get further. */
  readonly isByClock: () => boolean
}

/** Returns the budget of one file. `elapsed` tells milliseconds since some start, of processor time where that is to be had. */
export function createWorkBudget(elapsed: () => number): WorkBudget {
  let left = MAX_WORK
  let nextLook = MAX_WORK - CLOCK_STEP
  let start: number | null = null
  let isByClock = false
  const spend: Spend = cost => {
    left -= cost
    if (left <= 0) return true
    if (left > nextLook) return false
    nextLook = left - CLOCK_STEP
    // Most files never get here, so the first look begins to count.
    start ??= elapsed()
    if (elapsed() - start <= MAX_TIME) return false
    left = 0
    isByClock = true
    return true
  }
  return { spend, isByClock: () => isByClock }
}
