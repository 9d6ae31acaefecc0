import { expect, test } from 'vitest'
import { examineFile } from '../../../../source/adapters/scanner-embedded/scan/examine-file.js'
import type { ScanEngine } from '../../../../source/adapters/scanner-embedded/scan/scan-engine.js'
import { sha256 } from '../../../../source/adapters/system/sha256.js'
import { writeFiles } from './support.js'

const NO_TEXTS = { reads: () => false, check: () => ({ findings: [], errors: [] }), propose: () => null }

test('an engine that fails over a file costs that file, one that cannot be had the scan', async () => {
  const root = await writeFiles({ 'a.js': 'f(1)' })
  const failing: ScanEngine = {
    scan: async () => {
      throw new TypeError('nobody thought of this')
    },
    parse: async () => null,
  }
  const parts = { texts: NO_TEXTS, hash: sha256, root }
  const outcome = await examineFile({ ...parts, engine: async () => failing }, 'a.js')
  expect(outcome.errors.map(error => [error.path, error.kind])).toEqual([['a.js', 'gave-up']])
  expect(outcome.isLasting).toBe(false)
  const engine = async () => {
    throw new Error('the runtime is missing')
  }
  await expect(examineFile({ ...parts, engine }, 'a.js')).rejects.toThrow('the runtime is missing')
})
