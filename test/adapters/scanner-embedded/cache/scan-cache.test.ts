import { readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { KnownFile } from '../../../../source/adapters/scanner-embedded/cache/pack-entry.js'
import { openScanCache } from '../../../../source/adapters/scanner-embedded/cache/scan-cache.js'
import { emptyOutcome } from '../../../../source/adapters/scanner-embedded/scan/file-outcome.js'
import type { Finding } from '../../../../source/core/finding/finding.js'
import { writeFiles } from '../scan/support.js'

const OLD = { size: 3, mtimeMs: 1_000, ctimeMs: 1_000, inode: 7 }
const NOW = 1_000_000

const FINDING: Finding = {
  fingerprint: 'f1',
  engine: 'builtin',
  ruleId: 'js-f',
  weakness: 'sql-injection',
  title: 'SQL injection',
  severity: 'high',
  confidence: 'low',
  cwe: [89],
  owasp: 'A05:2025',
  path: 'a.js',
  startLine: 1,
  startColumn: 2,
  endLine: 3,
  endColumn: 4,
  startOffset: 1,
  endOffset: 30,
  message: 'm',
  lesson: 'sql-injection',
  trace: [{ path: 'b.js', line: 1, column: 1, label: 'comes from the request' }],
  fixes: [{ id: 'x', title: 'X', kind: 'rewrite' }],
  exempt: { kind: 'in-source', reason: 'checked' },
}
const QUERY = { sources: ['http-input'], sanitizers: [], guards: [], weakness: 'sql-injection' }

/** Everything that an entry can hold. */
const FULL: KnownFile = {
  state: OLD,
  outcome: {
    ...emptyOutcome('a.js', true),
    hash: 'h',
    bytes: 3,
    findings: [FINDING, { ...FINDING, fingerprint: 'f2', trace: [], exempt: null }],
    textFindings: [{ ...FINDING, ruleId: 'secret-x', fixes: [] }],
    errors: [
      { path: 'a.js', kind: 'partly-parsed', message: 'p' },
      { path: '', kind: 'bad-rule', message: 'r' },
    ],
    links: {
      open: [{ exports: [[], ['f']], index: 0, name: 'x', path: ['y'], query: QUERY }],
      asked: [{ module: './b', members: ['g'], query: QUERY }],
    },
    imports: [{ module: './b', names: ['g'] }],
  },
  link: {
    lookups: [['content', 'b.js', 'h2']],
    fileSet: 's',
    context: { inbound: [], returns: [] },
    renewed: [FINDING],
  },
  targets: { fileSet: 's', paths: ['b.js'] },
}

function known(path: string, more: Partial<KnownFile> = {}, isLasting = true): KnownFile {
  return {
    state: OLD,
    outcome: { ...emptyOutcome(path, true), isLasting },
    link: null,
    targets: null,
    ...more,
  }
}

async function saved(...files: readonly KnownFile[]) {
  const folder = await writeFiles({})
  const cache = await openScanCache(folder, 'p', 'key')
  const project = files.map(one => one.outcome.path)
  expect(await cache.save({ files, project, now: NOW })).toBe(true)
  return folder
}

test('an unchanged file is known, with all that was found out about it', async () => {
  const cache = await openScanCache(await saved(FULL), 'p', 'key')
  expect(cache.find('a.js', OLD)).toEqual(FULL)
  expect(cache.find('b.js', OLD)).toBeNull()
})

test('a file that is written again as it is keeps what is known of it', async () => {
  const folder = await saved(FULL)
  const cache = await openScanCache(folder, 'p', 'key')
  const other = known('b.js', { outcome: { ...FULL.outcome, path: 'b.js' } })
  await cache.save({ files: [other], project: ['a.js', 'b.js'], now: NOW })
  const next = await openScanCache(folder, 'p', 'key')
  expect(next.find('a.js', OLD)).toEqual(FULL)
  expect(next.find('b.js', OLD)?.outcome.links).toEqual(FULL.outcome.links)
})

test.each(['size', 'mtimeMs', 'ctimeMs', 'inode'] as const)(
  'a file with another %s is looked at',
  async key => {
    const cache = await openScanCache(await saved(FULL), 'p', 'key')
    expect(cache.find('a.js', { ...OLD, [key]: OLD[key] + 1 })).toBeNull()
    expect(cache.recall('a.js')).toEqual(FULL)
  },
)

test('another key, and a file that is damaged, are like no cache', async () => {
  const folder = await saved(FULL)
  expect((await openScanCache(folder, 'p', 'other')).find('a.js', OLD)).toBeNull()
  const file = join(folder, 'p.jsonl')
  const text = await readFile(file, 'utf8')
  for (const broken of [text.slice(0, -1), text.slice(0, -10), '', 'x', '{}', '[]\n{}', `${text}[]\n`]) {
    await writeFile(file, broken)
    expect((await openScanCache(folder, 'p', 'key')).recall('a.js')).toBeNull()
  }
})

test.each(['mtimeMs', 'ctimeMs'] as const)(
  'a file whose %s is within two seconds of the scan is looked at',
  async key => {
    const fresh = { ...OLD, [key]: NOW - 1_000 }
    const folder = await saved(known('a.js', { state: fresh }))
    expect((await openScanCache(folder, 'p', 'key')).find('a.js', fresh)).toBeNull()
  },
)

test('what could be otherwise next time is not kept', async () => {
  const folder = await saved(known('a.js', {}, false), known('b.js'))
  const cache = await openScanCache(folder, 'p', 'key')
  expect(cache.find('a.js', OLD)).toBeNull()
  expect(cache.find('b.js', OLD)).not.toBeNull()
})

test('a scan of some files keeps what is known of the others, until they are gone', async () => {
  const folder = await saved(known('a.js'), known('b.js'))
  const cache = await openScanCache(folder, 'p', 'key')
  await cache.save({ files: [known('c.js')], project: ['a.js', 'c.js'], now: NOW })
  const next = await openScanCache(folder, 'p', 'key')
  expect(['a.js', 'b.js', 'c.js'].map(path => next.find(path, OLD) !== null)).toEqual([true, false, true])
})

test('the number of projects is bounded, the one not used for longest goes first', async () => {
  const folder = await writeFiles({})
  for (let i = 0; i < 26; i++) {
    const cache = await openScanCache(folder, `p${i}`, 'key')
    await cache.save({ files: [], project: [], now: NOW })
    await utimes(join(folder, `p${i}.jsonl`), i, i)
  }
  const names = await readdir(folder)
  expect(names).toHaveLength(24)
  expect(names).not.toContain('p0.jsonl')
  expect(names).toContain('p25.jsonl')
})
