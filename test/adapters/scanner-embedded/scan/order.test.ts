import { expect, test } from 'vitest'
import { emptyOutcome } from '../../../../source/adapters/scanner-embedded/scan/file-outcome.js'
import { NOTHING_LINKED } from '../../../../source/adapters/scanner-embedded/scan/link-project.js'
import { scanFiles } from '../../../../source/adapters/scanner-embedded/scan/scan-project.js'
import { sha256 } from '../../../../source/adapters/system/sha256.js'

const names = (count: number) =>
  Array.from({ length: count }, (_, index) => `f${String(index).padStart(3, '0')}.js`)

/** Scans files that are not there, and tells in which order they were examined and what the report has them in. */
async function scanInOrder(targets: readonly string[], changed: readonly string[]) {
  const examined: string[] = []
  let asked = 0
  const { errors } = await scanFiles({
    request: { root: '/nowhere', paths: [] },
    root: '/nowhere',
    targets,
    project: targets,
    cache: null,
    changed: async () => {
      asked++
      return changed
    },
    examine: async (paths, onOutcome) => {
      for (const path of paths) {
        examined.push(path)
        const error = { path, kind: 'unreadable' as const, message: path }
        onOutcome({ ...emptyOutcome(path, true), errors: [error] })
      }
    },
    link: async () => NOTHING_LINKED,
    hash: sha256,
    now: () => 0,
  })
  return { examined, asked, reported: errors.map(error => error.path) }
}

test('files changed since the last commit are examined first, and told where they always stand', async () => {
  const targets = names(100)
  const { examined, reported } = await scanInOrder(targets, ['f090.js', 'gone.js', 'f040.js'])
  expect(examined.slice(0, 3)).toEqual(['f040.js', 'f090.js', 'f000.js'])
  expect([...examined].sort()).toEqual(targets)
  expect(reported).toEqual(targets)
})

test('nobody is asked what changed when there is little to examine', async () => {
  const { examined, asked } = await scanInOrder(names(10), ['f005.js'])
  expect(asked).toBe(0)
  expect(examined).toEqual(names(10))
})
