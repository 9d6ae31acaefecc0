import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { createEmbeddedScanner } from '../../../../source/adapters/scanner-embedded/scanner.js'
import { sha256 } from '../../../../source/adapters/system/sha256.js'
import { seededRandom } from '../../../../source/core/quiz/random.js'
import { rulesFolder, writeFiles } from '../scan/support.js'

// What the cache gives has to be what a scan without one gives, whatever changed in between.

const QUERY_RULE = {
  id: 'js-query',
  rule: { pattern: 'query($SQL)' },
  keywords: ['query'],
  more: { confidence: { taint: 'high' }, taint: { sources: ['http-input'], sink: 'SQL' } },
}
const rules = await rulesFolder([QUERY_RULE, { id: 'js-f', rule: { pattern: 'f($A)' }, keywords: ['f'] }])

type Files = Readonly<Record<string, string | null>>

/** A project on disk that is scanned with a cache and, for comparison, without. */
async function openProject(files: Readonly<Record<string, string>>) {
  const root = await writeFiles(files)
  const cache = await writeFiles({})
  const present = new Set(Object.keys(files))
  const scan = async (folder: string | null, paths: readonly string[] = []) => {
    const scanner = createEmbeddedScanner({
      workspace: { root, listProject: async () => [...present].sort() },
      hash: sha256,
      rules,
      ...(folder === null ? {} : { cache: folder }),
    })
    const { findings, errors, stats } = await scanner.scan({ root, paths })
    const texts = []
    for (const path of present)
      texts.push(await scanner.scanText(path, await readFile(join(root, path), 'utf8')))
    return { findings, errors, texts, stats: { ...stats, durationMs: 0 } }
  }
  return {
    warm: (paths?: readonly string[]) => scan(cache, paths),
    cold: (paths?: readonly string[]) => scan(null, paths),
    /** Writes files; null removes one. */
    change: async (changes: Files) => {
      for (const [path, text] of Object.entries(changes)) {
        if (text === null) {
          present.delete(path)
          await rm(join(root, path))
        } else {
          present.add(path)
          await mkdir(dirname(join(root, path)), { recursive: true })
          await writeFile(join(root, path), text)
        }
      }
    },
    /** Marks all that is in the cache, so that what comes from there can be told from what was found anew. */
    mark: async () => {
      for (const name of await readdir(cache)) {
        const text = await readFile(join(cache, name), 'utf8')
        await writeFile(join(cache, name), text.replaceAll('"message":"m"', '"message":"kept"'))
      }
    },
  }
}

const ROUTE = "const dao = require('./dao')\nmodule.exports = (req) => { dao.find(req.query.id) }"
const DAO = 'exports.find = function (id) { query("a" + id) }'
const SAFE = "const dao = require('./dao')\nmodule.exports = () => { dao.find('fixed') }"

const CHANGES: readonly (readonly [name: string, before: Files, changes: Files, findings: number])[] = [
  ['the callee', {}, { 'dao.js': 'exports.find = function (id) { query("a") }' }, 0],
  ['the caller', {}, { 'route.js': SAFE }, 0],
  ['a caller that begins to pass input', { 'route.js': SAFE }, { 'route.js': ROUTE }, 1],
  ['a caller that is gone', {}, { 'route.js': null }, 0],
  ['a callee that is gone', {}, { 'dao.js': null }, 0],
  ['a caller that is new', { 'route.js': null }, { 'route.js': ROUTE }, 1],
  ['a callee that is new', { 'dao.js': null }, { 'dao.js': DAO }, 1],
  ['a callee under another name', {}, { 'dao.js': null, 'store.js': DAO }, 0],
  [
    'both under other names',
    {},
    { 'dao.js': null, 'store.js': DAO, 'route.js': ROUTE.replace('./dao', './store') },
    1,
  ],
  ['a file that comes before the imported one', {}, { 'dao.ts': 'export const find = 1' }, 1],
  [
    'what an alias means',
    { 'route.js': ROUTE.replace('./dao', '@store') },
    { 'tsconfig.json': '{"compilerOptions":{"paths":{"@store":["./dao"]}}}' },
    1,
  ],
  ['nothing but the time of a file', {}, { 'dao.js': DAO }, 1],
  ['a third file that has nothing to do with them', {}, { 'other.js': 'f(1)' }, 2],
]

test.each(CHANGES)(
  'after a change of %s the cache says what a new scan says',
  async (_name, before, changes, count) => {
    const files = Object.entries({ 'dao.js': DAO, 'route.js': ROUTE, 'other.js': 'g(1)', ...before })
    const project = await openProject(
      Object.fromEntries(files.filter((one): one is [string, string] => one[1] !== null)),
    )
    expect(await project.warm()).toEqual(await project.cold())
    await project.change(changes)
    const warm = await project.warm()
    expect(warm).toEqual(await project.cold())
    expect(warm.findings).toHaveLength(count)
    expect(await project.warm()).toEqual(warm)
  },
)

test('only files that depend on the change are looked at again', async () => {
  const files: Record<string, string> = { 'dao.js': DAO, 'route.js': ROUTE, 'alone.js': 'f(1)' }
  const project = await openProject(files)
  await project.warm()
  await project.mark()
  const messages = async () =>
    Object.fromEntries((await project.warm()).findings.map(one => [one.path, one.message]))
  expect(await messages()).toEqual({ 'dao.js': 'kept', 'alone.js': 'kept' })
  await project.change({ 'alone.js': 'f(2)' })
  expect(await messages()).toEqual({ 'dao.js': 'kept', 'alone.js': 'm' })
  // The caller passes the same input from another line: the trace is another one.
  await project.change({ 'route.js': `// moved\n${ROUTE}` })
  expect(await messages()).toEqual({ 'dao.js': 'm', 'alone.js': 'm' })
})

test('a scan of one file leaves what is known of the others as it was', async () => {
  const project = await openProject({ 'dao.js': DAO, 'route.js': ROUTE, 'other.js': 'f(1)' })
  expect(await project.warm(['dao.js'])).toEqual(await project.cold(['dao.js']))
  expect(await project.warm()).toEqual(await project.cold())
  await project.change({ 'route.js': SAFE, 'added.js': 'f(2)' })
  expect(await project.warm(['other.js'])).toEqual(await project.cold(['other.js']))
  expect(await project.warm()).toEqual(await project.cold())
})

/** Contents that files of a project can have; some say the same of another file, some do not. */
const VARIANTS: Readonly<Record<string, readonly string[]>> = {
  'route.js': [ROUTE, SAFE, ROUTE.replace('find(', 'seek('), "require('./middle').go(1)"],
  'page.js': [
    "const { go } = require('./middle'); module.exports = req => { go(req.query.n) }",
    "const { go } = require('./middle'); module.exports = req => { go(parseInt(req.query.n, 10)) }",
  ],
  'middle.js': [
    "const { find } = require('./dao'); exports.go = n => find('x' + n)",
    "const { find } = require('./dao'); exports.go = n => find('x')",
    "const { go } = require('./page'); exports.go = n => go(n)",
  ],
  'dao.js': [
    DAO,
    'exports.seek = exports.find = id => { query(id) }',
    'exports.find = id => {}',
    "const { read } = require('./input'); exports.find = req => { query(read(req)) }",
  ],
  'input.js': ['exports.read = req => req.query.n', 'exports.read = req => 1', 'exports.read = x => x'],
  'dao.ts': ['export const find = (id: string) => { query(id) }'],
}

test('after any of 40 changes, one after the other, the cache says what a new scan says', async () => {
  const project = await openProject({ 'dao.js': DAO, 'route.js': ROUTE })
  const present = new Set(['dao.js', 'route.js'])
  const random = seededRandom(7)
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T
  const verdicts = new Set<number>()
  for (let step = 0; step < 40; step++) {
    const path = pick(Object.keys(VARIANTS))
    const isRemoved = present.has(path) && random() < 0.25
    await project.change({ [path]: isRemoved ? null : pick(VARIANTS[path] ?? []) })
    if (isRemoved) present.delete(path)
    else present.add(path)
    const warm = await project.warm()
    expect(warm, `step ${step}, ${path}`).toEqual(await project.cold())
    verdicts.add(warm.findings.length)
  }
  expect(verdicts.size).toBeGreaterThan(1)
})
