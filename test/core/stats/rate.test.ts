import { describe, expect, test } from 'vitest'
import { gammaQuantile, logGamma } from '../../../source/core/stats/gamma.js'
import { rateOf, rateRatio, rateUnguarded } from '../../../source/core/stats/rate.js'

const rounded = (value: number) => Math.round(value * 100) / 100

describe('the exact interval of a rate', () => {
  // Published examples: 0 in 2 kLOC, 9 in 5 and 6 in 12.
  test.each([
    [0, 2, 0, 1.84],
    [9, 5, 0.82, 3.42],
    [6, 12, 0.18, 1.09],
    [1, 1, 0.03, 5.57],
    [100, 10, 8.14, 12.16],
  ])('of %d findings in %d thousand lines is %d to %d', (count, kloc, low, high) => {
    const { exact } = rateUnguarded(count, kloc)
    expect([rounded(exact.low), rounded(exact.high)]).toEqual([low, high])
  })

  test('holds the interval of Jeffreys’ prior', () => {
    for (const count of [1, 2, 5, 9, 40, 900]) {
      const { exact, jeffreys, perKloc } = rateUnguarded(count, 7)
      expect(exact.low).toBeLessThan(jeffreys.low)
      expect(jeffreys.low).toBeLessThan(perKloc)
      expect(perKloc).toBeLessThan(jeffreys.high)
      expect(jeffreys.high).toBeLessThan(exact.high)
    }
  })
})

// Bounds checked against sums of exact binomial coefficients.
test('a ratio of rates has the exact interval', () => {
  const first = rateRatio({ count: 9, kloc: 5 }, { count: 6, kloc: 12 })
  expect([first?.ratio, first?.low, first?.high].map(value => rounded(value ?? 0))).toEqual([
    3.6, 1.14, 12.29,
  ])
  const second = rateRatio({ count: 3, kloc: 2 }, { count: 3, kloc: 6 })
  expect([second?.ratio, second?.low, second?.high].map(value => rounded(value ?? 0))).toEqual([3, 0.4, 22.4])
  expect(rateRatio({ count: 3, kloc: 2 }, { count: 0, kloc: 6 })).toBeNull()
  expect(rateRatio({ count: 0, kloc: 2 }, { count: 5, kloc: 6 })?.low).toBe(0)
})

test('below five findings or five thousand lines there is no rate', () => {
  expect(rateOf(4, 100)).toBeNull()
  expect(rateOf(100, 4.9)).toBeNull()
  expect(rateOf(5, 5)?.perKloc).toBe(1)
})

test('the gamma function and its quantiles agree with tables', () => {
  expect(logGamma(1)).toBeCloseTo(0, 12)
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12)
  expect(logGamma(101)).toBeCloseTo(363.73937555556347, 9)
  // Half of chi-square's 97.5 % points for 2, 10 and 100 degrees of freedom.
  expect([1, 5, 50].map(shape => rounded(gammaQuantile(0.975, shape)))).toEqual([3.69, 10.24, 64.78])
})
