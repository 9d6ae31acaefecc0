import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import type { FileOutcome } from '../../../../source/adapters/scanner-embedded/scan/file-outcome.js'
import { createEmbeddedScanner } from '../../../../source/adapters/scanner-embedded/scanner.js'
import { runWorkers } from '../../../../source/adapters/scanner-embedded/worker/worker-pool.js'
import { sha256 } from '../../../../source/adapters/system/sha256.js'
import { rulesFolder, writeFiles } from '../scan/support.js'

const TOP = resolve(import.meta.dirname, '../../../..')

/** A thread's program that answers for each file, dies over `bad` files, and never answers for `slow` ones. */
const PROGRAM = `
import { parentPort } from 'node:worker_threads'
parentPort.on('message', ({ paths }) => {
  for (const path of paths) {
    if (path.startsWith('bad')) process.exit(1)
    if (path.startsWith('slow')) return
    parentPort.postMessage({ outcome: { path, bytes: 1, skipped: null, findings: [], errors: [] } })
  }
})
`

async function pool(paths: readonly string[], program = PROGRAM, stop?: AbortController) {
  const folder = await writeFiles({ 'program.mjs': program })
  const outcomes: FileOutcome[] = []
  const left = await runWorkers({
    program: join(folder, 'program.mjs'),
    setup: { rules: '', grammars: null, root: '', modules: [], weaknesses: null, trusted: [], routes: [] },
    count: 2,
    paths,
    signal: stop?.signal,
    onOutcome: outcome => {
      outcomes.push(outcome)
      stop?.abort()
    },
  })
  return { left, outcomes }
}

const names = (count: number, prefix = 'f') => Array.from({ length: count }, (_, i) => `${prefix}${i}.js`)

test('every file is answered once', async () => {
  const paths = names(50)
  const { left, outcomes } = await pool(paths)
  expect(left).toEqual([])
  expect(outcomes.map(outcome => outcome.path).sort()).toEqual([...paths].sort())
})

test('a thread that dies costs the file it was at, and no other', async () => {
  const paths = [...names(5), 'bad1.js', ...names(30, 'g'), 'bad2.js', ...names(5, 'h')]
  const { left, outcomes } = await pool(paths)
  expect(left).toEqual([])
  expect(outcomes.map(outcome => outcome.path).sort()).toEqual([...paths].sort())
  const failed = outcomes.filter(outcome => outcome.errors.length > 0)
  expect(failed.map(outcome => outcome.path).sort()).toEqual(['bad1.js', 'bad2.js'])
  expect(failed[0]?.errors[0]?.kind).toBe('gave-up')
})

test('where threads cannot run, all files are handed back', async () => {
  const { left, outcomes } = await pool(names(40), 'throw new Error("no")')
  expect([...left].sort()).toEqual(names(40).sort())
  expect(outcomes).toEqual([])
})

test('a cancel ends threads that are at work', async () => {
  const stop = new AbortController()
  const running = pool(['f.js', ...names(40, 'slow')], PROGRAM, stop)
  await expect(running).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }))
})

test('many files scanned in threads give what one thread gives', async () => {
  const files = Object.fromEntries(names(320).map((name, i) => [name, i % 3 === 0 ? `f(${i})` : `g(${i})`]))
  const root = await writeFiles(files)
  const rules = await rulesFolder([{ id: 'js-f', rule: { pattern: 'f($A)' } }])
  const workerProgram = join(TOP, 'node_modules/.cache/guardrail-coach-test/scan-worker.mjs')
  await build({
    entryPoints: [join(TOP, 'source/adapters/scanner-embedded/worker/scan-worker.ts')],
    outfile: workerProgram,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['web-tree-sitter'],
    banner: {
      js: "import { createRequire as $require } from 'node:module';const require = $require(import.meta.url);",
    },
  })
  const parts = {
    workspace: { root, listProject: async () => Object.keys(files).sort() },
    hash: sha256,
    rules,
  }
  const alone = await createEmbeddedScanner(parts).scan({ root, paths: [] })
  const progress: number[] = []
  const together = await createEmbeddedScanner({ ...parts, workerProgram }).scan({
    root,
    paths: [],
    jobs: 2,
    onProgress: at => progress.push(at.done),
  })
  expect(alone.findings).toHaveLength(107)
  expect(together.findings).toEqual(alone.findings)
  expect(together.errors).toEqual(alone.errors)
  expect(progress.at(-1)).toBe(320)
})
