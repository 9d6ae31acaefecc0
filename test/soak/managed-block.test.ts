import { expect, test } from 'vitest'
import { checkBlockProperties } from '../support/block-properties.js'

/** A third of the generated files is refused (open fences, stray markers); 5,000 must take a block. */
const RUNS = 9000

test('5,000 generated files lose no byte to the block', () => {
  const seed = Number(process.env.SOAK_SEED ?? Date.now() % 2 ** 31)
  const { refused } = checkBlockProperties(RUNS, seed)
  console.log(
    `seed ${seed}: ${RUNS - refused} of ${RUNS} files took a block, ${refused} were refused with a reason`,
  )
  expect(RUNS - refused).toBeGreaterThanOrEqual(5000)
})
