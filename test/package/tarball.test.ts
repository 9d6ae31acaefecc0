import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LANGUAGE_TABLE } from '../../source/adapters/scanner-embedded/tree/language.js'
import { builtCli, TOP } from '../support/built.js'
import { createTempFolder } from '../support/temp-project.js'

const SCRIPT = join(TOP, 'scripts/prepare-package.ts')

/** A npm that asks no registry, runs no script and keeps to its own cache. */
function npm(cwd: string, ...args: readonly string[]): string {
  return execFileSync('npm', [...args, '--offline', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, npm_config_update_notifier: 'false' },
  })
}

function prepare(what: string, folder: string): void {
  execFileSync(process.execPath, ['--import', 'tsx', SCRIPT, what, folder], { cwd: TOP })
}

/** A copy of the repository as npm packs it, stripped by prepack, packed, restored by postpack. */
const packed = { folder: '', tarball: '' }

beforeAll(() => {
  builtCli()
  packed.folder = mkdtempSync(join(tmpdir(), 'guardrail-coach-pack-'))
  for (const name of [
    'package.json',
    'dist',
    'readme.md',
    'changelog.md',
    'LICENSE',
    'source/cli.ts',
    'scripts',
  ])
    cpSync(join(TOP, name), join(packed.folder, name), { recursive: true })
  prepare('strip', packed.folder)
  const [entry] = JSON.parse(npm(packed.folder, 'pack', '--json'))
  prepare('restore', packed.folder)
  packed.tarball = join(packed.folder, entry.filename)
})

afterAll(() => rmSync(packed.folder, { recursive: true, force: true }))

test('the tarball holds the build and the texts, no source, and a manifest without dependencies and scripts', () => {
  const { tarball, folder } = packed
  const files = execFileSync('tar', ['-tzf', tarball], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map(name => name.replace(/^package\//, ''))
  const tops = new Set(files.map(name => name.split('/')[0]))
  expect([...tops].sort()).toEqual(['LICENSE', 'changelog.md', 'dist', 'package.json', 'readme.md'])
  const grammars = [...new Set(Object.values(LANGUAGE_TABLE).map(one => one.grammar))]
  for (const name of [
    'dist/cli.js',
    'dist/lessons.json',
    'dist/rules.json',
    'dist/rules-javascript.json',
    'dist/grammars/patterns-TypeScript.json',
    'dist/content.json',
    'dist/licenses.txt',
    'dist/demo/web/server.js',
    'dist/demo/package.json',
    'dist/grammars/web-tree-sitter.wasm',
    ...grammars.map(grammar => `dist/grammars/tree-sitter-${grammar}.wasm`),
  ])
    expect(files).toContain(name)
  expect(files.filter(name => /\.tsx?$|\.map$/.test(name))).toEqual([])
  const manifest = JSON.parse(
    execFileSync('tar', ['-xzOf', tarball, 'package/package.json'], { encoding: 'utf8' }),
  )
  expect(manifest).not.toHaveProperty('dependencies')
  expect(manifest).not.toHaveProperty('devDependencies')
  expect(manifest).not.toHaveProperty('scripts')
  expect(manifest).toMatchObject({ name: 'guardrail-coach', type: 'module', bin: expect.anything() })
  expect(readFileSync(join(folder, 'package.json'), 'utf8')).toBe(
    readFileSync(join(TOP, 'package.json'), 'utf8'),
  )
})

test('the packed tool installs offline into an empty folder and scans there', () => {
  const folder = createTempFolder()
  npm(folder, 'install', packed.tarball)
  expect(readdirSync(join(folder, 'node_modules')).filter(name => !name.startsWith('.'))).toEqual([
    'guardrail-coach',
  ])
  writeFileSync(
    join(folder, 'app.js'),
    "import express from 'express'\nconst app = express()\napp.get('/', (request, response) => response.send(eval(request.query.sum)))\n",
  )
  const run = spawnSync('npx', ['--offline', 'guardrail-coach', 'scan', '--json'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, GUARDRAIL_COACH_HOME: join(folder, 'home') },
  })
  expect(run.status).toBe(0)
  const report = JSON.parse(run.stdout)
  expect(report.errors).toEqual([])
  expect(report.stats.filesScanned).toBe(1)
  expect(report.findings.map((one: { weakness: string }) => one.weakness)).toContain('code-injection')
})

test('npx runs the tarball itself in an empty folder, offline', () => {
  const folder = createTempFolder()
  cpSync(packed.tarball, join(folder, 'coach.tgz'))
  const run = spawnSync('npx', ['--offline', '--yes', './coach.tgz', 'scan'], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      ...process.env,
      GUARDRAIL_COACH_HOME: join(folder, 'home'),
      npm_config_cache: join(folder, 'cache'),
    },
  })
  expect({ status: run.status, stdout: run.stdout }).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('0 findings'),
  })
})

test('stripping after a crash that left the full manifest aside loses nothing', () => {
  const folder = createTempFolder()
  const full = '{\n  "name": "x",\n  "scripts": { "a": "b" }\n}\n'
  writeFileSync(join(folder, 'package.json'), full)
  prepare('strip', folder)
  // The process was killed here: no restore, and the next pack strips again.
  prepare('strip', folder)
  expect(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))).toEqual({ name: 'x' })
  prepare('restore', folder)
  expect(readFileSync(join(folder, 'package.json'), 'utf8')).toBe(full)
  prepare('restore', folder)
  expect(readdirSync(folder)).toEqual(['package.json'])
})

test('every package in the bundle has its licence text in the package', () => {
  const text = readFileSync(join(TOP, 'dist/licenses.txt'), 'utf8')
  for (const name of ['ignore', 'diff', 'proper-lockfile', 'web-tree-sitter', '@vscode/tree-sitter-wasm'])
    expect(text).toMatch(new RegExp(`^${name.replace('/', '\\/')} \\d`, 'm'))
})
