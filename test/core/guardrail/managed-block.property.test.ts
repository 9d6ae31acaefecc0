import { expect, test } from 'vitest'
import { checkBlockProperties } from '../../support/block-properties.js'

test('300 generated files lose no byte to the block, and most of them take one', () => {
  const { refused } = checkBlockProperties(300, 20261123)
  expect(refused).toBeLessThan(150)
})
