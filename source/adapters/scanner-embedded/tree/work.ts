/**
 * Takes the cost of work that was done off the budget of a file; returns true when nothing is left. The costs count what
 * is done, not how long it takes, so a busy machine finds the same as an idle one.
 */
export type Spend = (cost: number) => boolean

/** Without a bound. */
export const spendFreely: Spend = () => false

/** A budget of its own, for a piece of work whose end is nobody else's business. */
export function limitTo(budget: number): Spend {
  let left = budget
  return cost => {
    left -= cost
    return left <= 0
  }
}

/** Costs of pieces of work. The unit is about a microsecond of a processor of 2024; measured on files of real projects. */
export const COST = {
  /** The parser asks whether to go on after every hundred of its steps: about 50, and dearer so that broken code, over which it branches, ends before it fills the memory. */
  parserTurn: 80,
  /** A node copied out of the parser. */
  node: 0.5,
  /** A node looked at by a rule, or by a part of one. */
  look: 0.07,
  /** A step backwards along the flow of a value. */
  task: 40,
} as const
