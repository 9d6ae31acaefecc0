import { gammaQuantile, logGamma, quantile } from './gamma.js'

const TAIL = 0.025
/** Below these a rate says nothing yet (learning.md §4.3). */
const LEAST_FINDINGS = 5
const LEAST_KLOC = 5

/** A range that holds the true value in 95 of 100 cases; `high` may be Infinity. */
export type Interval = { readonly low: number; readonly high: number }

/** Findings per thousand lines, with how sure that is. */
export type Rate = {
  readonly count: number
  /** Thousands of lines. */
  readonly kloc: number
  readonly perKloc: number
  /** Exact interval of Garwood (1936), never too narrow. */
  readonly exact: Interval
  /** Interval of Jeffreys' prior, shorter on average. */
  readonly jeffreys: Interval
}

/** Returns the rate of `count` findings in `kloc` thousand lines, or null below five findings or five thousand lines. */
export function rateOf(count: number, kloc: number): Rate | null {
  return count < LEAST_FINDINGS || kloc < LEAST_KLOC ? null : rateUnguarded(count, kloc)
}

/** Returns the rate however little it rests on; screens use `rateOf`. `kloc` must be above 0. */
export function rateUnguarded(count: number, kloc: number): Rate {
  return {
    count,
    kloc,
    perKloc: count / kloc,
    exact: {
      low: count === 0 ? 0 : gammaQuantile(TAIL, count) / kloc,
      high: gammaQuantile(1 - TAIL, count + 1) / kloc,
    },
    jeffreys: {
      low: count === 0 ? 0 : gammaQuantile(TAIL, count + 0.5) / kloc,
      high: gammaQuantile(1 - TAIL, count + 0.5) / kloc,
    },
  }
}

/** Returns the chance of at least `k` of `n` as a function of the chance of each. */
function atLeast(k: number, n: number): (p: number) => number {
  const all = logGamma(n + 1)
  const ways = Array.from({ length: n - k + 1 }, (_, index) => {
    const i = k + index
    return all - logGamma(i + 1) - logGamma(n - i + 1)
  })
  return p => {
    const [yes, no] = [Math.log(p), Math.log1p(-p)]
    return ways.reduce((sum, way, index) => sum + Math.exp(way + (k + index) * yes + (n - k - index) * no), 0)
  }
}

/**
 * Returns the ratio of two rates with its exact interval: given the total, the first count is binomial
 * (Przyborowski and Wilenski 1940), and Clopper–Pearson bounds its share. Null when the second count is 0.
 */
export function rateRatio(
  first: { readonly count: number; readonly kloc: number },
  second: { readonly count: number; readonly kloc: number },
): ({ readonly ratio: number } & Interval) | null {
  if (second.count === 0) return null
  const total = first.count + second.count
  const scale = second.kloc / first.kloc
  const toRatio = (share: number) => (share / (1 - share)) * scale
  const low = first.count === 0 ? 0 : quantile(TAIL, atLeast(first.count, total), 0, 1)
  const high = quantile(1 - TAIL, atLeast(first.count + 1, total), 0, 1)
  return { ratio: (first.count / second.count) * scale, low: toRatio(low), high: toRatio(high) }
}
