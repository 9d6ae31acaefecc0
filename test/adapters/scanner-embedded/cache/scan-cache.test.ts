import { readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openScanCache } from '../../../../source/adapters/scanner-embedded/cache/scan-cache.js'
import type { FileOutcome } from '../../../../source/adapters/scanner-embedded/scan/file-outcome.js'
import { createEmbeddedScanner } from '../../../../source/adapters/scanner-embedded/scanner.js'
import { sha256 } from '../../../../source/adapters/system/sha256.js'
import { rulesFolder, writeFiles } from '../scan/support.js'

const OLD = { size: 3, mtimeMs: 1_000 }
const NOW = 1_000_000
const NO_LINKS = { signature: '', renewed: new Map() }

function outcome(path: string, isLasting = true): FileOutcome {
  return { path, bytes: 3, skipped: null, findings: [], errors: [], links: null, imports: [], isLasting }
}

async function saved(...outcomes: readonly FileOutcome[]) {
  const folder = await writeFiles({})
  const cache = await openScanCache(folder, 'p', 'key')
  const paths = outcomes.map(one => one.path)
  const entries = new Map(outcomes.map(one => [one.path, { state: OLD, outcome: one }]))
  expect(await cache.save({ outcomes: entries, project: paths, links: NO_LINKS, now: NOW })).toBe(true)
  return folder
}

test('an unchanged file is known, a changed one is not', async () => {
  const folder = await saved(outcome('a.js'))
  const cache = await openScanCache(folder, 'p', 'key')
  expect(cache.find('a.js', OLD)).toEqual(outcome('a.js'))
  expect(cache.find('a.js', { ...OLD, size: 4 })).toBeNull()
  expect(cache.find('a.js', { ...OLD, mtimeMs: 1_001 })).toBeNull()
  expect(cache.find('b.js', OLD)).toBeNull()
})

test('another key, and a file that is damaged, are like no cache', async () => {
  const folder = await saved(outcome('a.js'))
  expect((await openScanCache(folder, 'p', 'other')).find('a.js', OLD)).toBeNull()
  const file = join(folder, 'p.jsonl')
  const text = await readFile(file, 'utf8')
  for (const broken of [text.slice(0, -10), '', 'x', '{}', '[]\n{}']) {
    await writeFile(file, broken)
    expect((await openScanCache(folder, 'p', 'key')).find('a.js', OLD)).toBeNull()
  }
})

test('a file that changed within two seconds of the scan is examined again', async () => {
  const folder = await writeFiles({})
  const fresh = { size: 3, mtimeMs: NOW - 1_000 }
  const cache = await openScanCache(folder, 'p', 'key')
  const outcomes = new Map([['a.js', { state: fresh, outcome: outcome('a.js') }]])
  await cache.save({ outcomes, project: ['a.js'], links: NO_LINKS, now: NOW })
  expect((await openScanCache(folder, 'p', 'key')).find('a.js', fresh)).toBeNull()
})

test('what could be otherwise next time is not kept', async () => {
  const folder = await saved(outcome('a.js', false), outcome('b.js'))
  const cache = await openScanCache(folder, 'p', 'key')
  expect(cache.find('a.js', OLD)).toBeNull()
  expect(cache.find('b.js', OLD)).not.toBeNull()
})

test('a scan of some files keeps what is known of the others, until they are gone', async () => {
  const folder = await saved(outcome('a.js'), outcome('b.js'))
  const cache = await openScanCache(folder, 'p', 'key')
  const outcomes = new Map([['c.js', { state: OLD, outcome: outcome('c.js') }]])
  await cache.save({ outcomes, project: ['a.js', 'c.js'], links: NO_LINKS, now: NOW })
  const next = await openScanCache(folder, 'p', 'key')
  expect(['a.js', 'b.js', 'c.js'].map(path => next.find(path, OLD) !== null)).toEqual([true, false, true])
})

test('the number of projects is bounded, the one not used for longest goes first', async () => {
  const folder = await writeFiles({})
  for (let i = 0; i < 26; i++) {
    const cache = await openScanCache(folder, `p${i}`, 'key')
    await cache.save({ outcomes: new Map(), project: [], links: NO_LINKS, now: NOW })
    await utimes(join(folder, `p${i}.jsonl`), i, i)
  }
  const names = await readdir(folder)
  expect(names).toHaveLength(24)
  expect(names).not.toContain('p0.jsonl')
  expect(names).toContain('p25.jsonl')
})

test('a second scan answers from the cache, and sees the file that changed', async () => {
  const files = { 'a.js': 'f(1)', 'b.js': 'f(2)' }
  const root = await writeFiles(files)
  const folder = await writeFiles({})
  const rules = await rulesFolder([{ id: 'js-f', rule: { pattern: 'f($A)' } }])
  const scan = async () => {
    const scanner = createEmbeddedScanner({
      workspace: { root, listProject: async () => Object.keys(files) },
      hash: sha256,
      rules,
      cache: folder,
    })
    return scanner.scan({ root, paths: [] })
  }
  for (const path of Object.keys(files)) await utimes(join(root, path), 1_000, 1_000)
  const first = await scan()
  expect(first.findings.map(finding => finding.path)).toEqual(['a.js', 'b.js'])
  // The same size and time: only a cache can answer with what the file no longer holds.
  await writeFile(join(root, 'a.js'), 'g(1)')
  await utimes(join(root, 'a.js'), 1_000, 1_000)
  await writeFile(join(root, 'b.js'), 'g(2)')
  await utimes(join(root, 'b.js'), 1_001, 1_001)
  const second = await scan()
  expect(second.findings).toEqual(first.findings.filter(finding => finding.path === 'a.js'))
  expect(second.stats).toMatchObject({ filesScanned: 2, bytes: 8 })
})

test('what files say about each other is answered from the cache until one of them changes', async () => {
  const query = {
    id: 'js-query',
    rule: { pattern: 'query($SQL)' },
    keywords: ['query'],
    more: { confidence: { taint: 'high' }, taint: { sources: ['http-input'], sink: 'SQL' } },
  }
  const files = {
    'dao.js': 'exports.find = function (id) { query("a" + id) }',
    'route.js': "const dao = require('./dao')\nmodule.exports = (req) => { dao.find(req.query.id) }",
  }
  const root = await writeFiles(files)
  const folder = await writeFiles({})
  const rules = await rulesFolder([query])
  const scan = async () => {
    const workspace = { root, listProject: async () => Object.keys(files) }
    const scanner = createEmbeddedScanner({ workspace, hash: sha256, rules, cache: folder })
    const { findings } = await scanner.scan({ root, paths: [] })
    const text = await scanner.scanText('dao.js', files['dao.js'])
    return [findings.map(one => one.trace.map(step => step.path)), text.findings.length]
  }
  const age = async (time: number) => {
    for (const path of Object.keys(files)) await utimes(join(root, path), time, time)
  }
  await age(1_000)
  const first = await scan()
  expect(first).toEqual([[expect.arrayContaining(['route.js', 'dao.js'])], 1])
  expect(await scan()).toEqual(first)
  await writeFile(
    join(root, 'route.js'),
    "const dao = require('./dao')\nmodule.exports = () => { dao.find('fixed') }",
  )
  await age(2_000)
  expect(await scan()).toEqual([[], 0])
})
