// Given to Node with --import: time stands still at STILL_CLOCK (an ISO date-time), for pictures and draws of chance
// that are the same at every run.
const now = Date.parse(process.env.STILL_CLOCK ?? '2026-11-23T12:00:00.000Z')

globalThis.Date = class extends Date {
  constructor(...given) {
    if (given.length === 0) super(now)
    else super(...given)
  }
  static now() {
    return now
  }
}
performance.now = () => 0
