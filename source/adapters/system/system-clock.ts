import type { Clock } from '../../ports/system.js'

/** The computer's clock. */
export const systemClock: Clock = { now: () => new Date().toISOString() }
