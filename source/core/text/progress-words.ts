import { count, digits, duration } from './words.js'

/** How far long work is. */
export type Progress = {
  readonly done: number
  readonly total: number
  /** Milliseconds since it began. */
  readonly elapsedMs: number
}

/** Milliseconds after which a rate means something. */
const SETTLED = 1_000

/**
 * Returns how far work is in words: "120 of 340 files · 45 a second · about 5 s left". Rate and time come once it has run
 * for a second and something is done; the time left takes the rest to go as fast as what is done.
 */
export function progressWords({ done, total, elapsedMs }: Progress, unit: string): string {
  const far = `${digits(done)} of ${count(total, unit)}`
  if (done === 0 || done >= total || elapsedMs < SETTLED) return far
  const left = ((total - done) * elapsedMs) / done
  return `${far} · ${rateWords((done * 1000) / elapsedMs)} · about ${duration(Math.max(SETTLED, Math.ceil(left / 1000) * 1000)).replace('.0 s', ' s')} left`
}

function rateWords(perSecond: number): string {
  if (perSecond >= 1) return `${digits(Math.round(perSecond))} a second`
  return `${Math.max(1, Math.round(perSecond * 60))} a minute`
}

/** Returns a bar of `width` ASCII characters, full at `total`; an unknown total gives an empty one. */
export function progressBar({ done, total }: Pick<Progress, 'done' | 'total'>, width: number): string {
  const filled = total === 0 ? 0 : Math.floor((Math.min(done, total) / total) * width)
  return '#'.repeat(filled) + '-'.repeat(width - filled)
}
