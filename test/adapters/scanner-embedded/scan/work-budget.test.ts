import { expect, test } from 'vitest'
import { createWorkBudget } from '../../../../source/adapters/scanner-embedded/scan/work-budget.js'
import { threadTime } from '../../../../source/adapters/system/thread-time.js'

/** Spends in steps until the budget is used up; returns what was spent. */
function spendAll(
  elapsed: () => number,
  step = 1_000,
): { readonly spent: number; readonly byClock: boolean } {
  const budget = createWorkBudget(elapsed)
  for (let spent = step; spent < 1e9; spent += step)
    if (budget.spend(step)) return { spent, byClock: budget.isByClock() }
  throw new Error('The budget has no end.')
}

test('the same work ends at the same place, however long it takes', () => {
  let quick = 0
  let slow = 0
  const first = spendAll(() => (quick += 0.1))
  expect(first.byClock).toBe(false)
  expect(spendAll(() => (slow += 7))).toEqual(first)
})

test('the clock ends work that takes longer than it counts, and says so', () => {
  let now = 0
  const { spent, byClock } = spendAll(() => (now += 3_000))
  expect(byClock).toBe(true)
  expect(spent).toBeLessThan(100_000)
})

test('work that takes long though it counts for little is ended by the clock as well', () => {
  let time = 0
  const budget = createWorkBudget(
    () => time,
    () => time,
  )
  let turns = 0
  for (time = 0; !budget.spend(1); time += 100) turns++
  expect(budget.isByClock()).toBe(true)
  expect(turns).toBeLessThan(25)
})

test('what is used up stays used up', () => {
  const budget = createWorkBudget(() => 0)
  expect(budget.spend(1e9)).toBe(true)
  expect(budget.spend(0)).toBe(true)
})

test('waiting is not counted as time of the thread', async () => {
  const start = threadTime()
  await new Promise(resolve => setTimeout(resolve, 200))
  expect(threadTime() - start).toBeLessThan(100)
  const before = threadTime()
  for (let round = 0; threadTime() === before && round < 1e6; round++) Math.sqrt(round)
  expect(threadTime()).toBeGreaterThan(before)
})
