import { expect, test } from 'vitest'
import { isBelowPaths } from '../../../source/adapters/system/below-paths.js'

test('a path counts when it is named, lies below a named folder, or nothing is named', () => {
  expect(isBelowPaths('web/a.js', [])).toBe(true)
  expect(isBelowPaths('web/a.js', ['.'])).toBe(true)
  expect(isBelowPaths('web/a.js', ['./web/'])).toBe(true)
  expect(isBelowPaths('web/a.js', ['api', 'web/a.js'])).toBe(true)
  expect(isBelowPaths('website/a.js', ['web'])).toBe(false)
})
