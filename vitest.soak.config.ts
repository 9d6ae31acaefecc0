import { defineConfig } from 'vitest/config'

/** The long fuzz, kill and monkey runs; `npm test` runs a short seeded sample of each. */
export default defineConfig({
  test: {
    include: ['test/soak/**/*.test.ts', 'test/soak/**/*.test.tsx'],
    testTimeout: 3_600_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
})
