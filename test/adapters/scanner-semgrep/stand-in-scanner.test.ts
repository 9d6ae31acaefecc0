import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { findBinary } from '../../../source/adapters/scanner-semgrep/find-binary.js'
import { findConfigs } from '../../../source/adapters/scanner-semgrep/find-configs.js'
import { createSemgrepSource } from '../../../source/adapters/scanner-semgrep/semgrep-source.js'
import { sha256 } from '../../../source/adapters/system/sha256.js'
import { messageOf, take } from '../../support/results.js'
import { createTempFolder, createTempProject } from '../../support/temp-project.js'
import { readWeaknesses } from '../../support/weaknesses.js'

const PATH = process.env.PATH
afterEach(() => {
  process.env.PATH = PATH
})

/** A report in the shape that Opengrep documents (engine.md §8): unlike Semgrep it gives real lines and fingerprints. */
const OPENGREP_REPORT = {
  version: '1.6.0',
  results: [
    {
      check_id: 'eval-of-input',
      path: 'web/app.js',
      start: { line: 2, col: 5, offset: 22 },
      end: { line: 2, col: 15, offset: 32 },
      extra: {
        message: 'Input is evaluated.',
        metadata: { cwe: ['CWE-95'], confidence: 'HIGH' },
        severity: 'ERROR',
        fingerprint: '5f0c_0',
        lines: 'run(eval(input))',
        metavars: {},
        is_ignored: false,
        engine_kind: 'OSS',
      },
    },
  ],
  errors: [],
  paths: { scanned: ['web/app.js', 'web/other.js'] },
  interfile_languages_used: [],
  skipped_rules: [],
}

type Run = { readonly stdout?: string; readonly stderr?: string; readonly exitCode?: number }

/** Puts a stand-in for a scanner on PATH that answers a version, then notes its arguments and prints a given report. */
async function setUp(name: 'semgrep' | 'opengrep', run: Run, version = '1.172.0') {
  const folder = createTempFolder()
  const script = `#!${process.execPath}
const fs = require('node:fs')
if (process.argv[2] === '--version') console.log(${JSON.stringify(version)})
else {
  fs.writeFileSync(${JSON.stringify(join(folder, 'call.json'))}, JSON.stringify({ args: process.argv.slice(2), token: process.env.SEMGREP_APP_TOKEN ?? null }))
  fs.writeSync(1, ${JSON.stringify(run.stdout ?? '')})
  fs.writeSync(2, ${JSON.stringify(run.stderr ?? '')})
  process.exitCode = ${run.exitCode ?? 0}
}
`
  writeFileSync(join(folder, name), script)
  chmodSync(join(folder, name), 0o755)
  process.env.PATH = `${folder}:${PATH}`
  const project = createTempProject({ 'web/app.js': 'const input = query()\nrun(eval(input))\n' })
  const binary = await findBinary(name, project.root)
  const call = () =>
    JSON.parse(readFileSync(join(folder, 'call.json'), 'utf8')) as { args: string[]; token: string | null }
  const scan = async () => {
    const source = createSemgrepSource(take(binary), ['rules.yml'], {
      root: project.root,
      weaknesses: async () => readWeaknesses(),
      hash: sha256,
      readText: async path => readFileSync(join(project.root, path), 'utf8'),
    })
    return source.scan({ root: project.root, paths: [] })
  }
  return { binary, call, scan, project }
}

test('Opengrep gets no flag it does not know, and its report is read', async () => {
  const { scan, call } = await setUp('opengrep', { stdout: JSON.stringify(OPENGREP_REPORT) }, '1.6.0')
  const report = await scan()
  expect(report.findings.map(one => [one.engine, one.weakness, one.startLine])).toEqual([
    ['opengrep', 'code-injection', 2],
  ])
  expect(report.filesScanned).toBe(2)
  expect(
    call().args.filter(arg => arg.startsWith('--metrics') || arg === '--autofix' || arg === '--oss-only'),
  ).toEqual([])
})

test('Semgrep runs without metrics, version checks, changes to files and a token of another account', async () => {
  process.env.SEMGREP_APP_TOKEN = 'of-somebody'
  try {
    const { scan, call } = await setUp('semgrep', { stdout: '{"results":[],"errors":[]}' })
    await scan()
    expect(call().args).toEqual(
      expect.arrayContaining(['--metrics=off', '--disable-version-check', '--oss-only']),
    )
    expect(call().args).not.toContain('--autofix')
    expect(call().token).toBeNull()
  } finally {
    delete process.env.SEMGREP_APP_TOKEN
  }
})

test('readable output counts even with a failing exit code, and its errors are told', async () => {
  const errors = [
    { code: 2, level: 'error', type: 'Out of memory', path: 'web/app.js', message: 'used 5000 MB' },
    { code: 3, level: 'warn', type: 'Timeout', rule_id: 'slow', path: 'web/app.js' },
    { code: 4, level: 'error', type: ['IncompatibleRule', {}], rule_id: 'new', short_msg: 'needs 9.0' },
    { code: 9, level: 'error', type: 'A kind of tomorrow', message: 'odd' },
    { code: 0, level: 'info', type: 'Timeout' },
  ]
  const { scan } = await setUp('semgrep', {
    stdout: JSON.stringify({ ...OPENGREP_REPORT, errors }),
    exitCode: 2,
  })
  const report = await scan()
  expect(report.findings).toHaveLength(1)
  expect(report.errors.map(error => error.message)).toEqual([
    'the scanner ran out of memory on this file: used 5000 MB',
    'a rule took too long on this file and was stopped (rule slow)',
    'a rule needs another version of the scanner (rule new): needs 9.0',
    'A kind of tomorrow: odd',
  ])
})

test.each([
  [2, 'it failed'],
  [4, 'a rule is not valid'],
  [5, 'a rule file is not valid YAML'],
  [7, 'it found no rules in the given config'],
  [8, 'a rule names a language it does not know'],
  [13, 'its login is not valid'],
  [14, 'the scan failed'],
  [99, 'it stopped with exit code 99'],
])('exit code %i without a report is told in plain words', async (exitCode, words) => {
  const { scan } = await setUp('semgrep', { stderr: 'first\nlast \u001b[31mline', exitCode })
  const report = await scan()
  expect(report.findings).toEqual([])
  expect(report.errors[0]?.message).toContain(words)
  expect(report.errors[0]?.message).toContain('--engine builtin')
  expect(report.errors[0]?.message).not.toContain('\u001b')
})

test('a version that is too old, or none, is told with how to go on', async () => {
  const old = await setUp('semgrep', {}, '1.2.0')
  expect(messageOf(old.binary)).toBe('Semgrep 1.2.0 is too old; 1.50 or newer is needed.')
  const none = await setUp('semgrep', {}, 'hello')
  expect(messageOf(none.binary)).toContain('did not answer with a version')
})

test('rules come from the project or from --config; what would be fetched needs a yes', async () => {
  const { root } = createTempProject({ '.semgrep.yml': 'rules: []' })
  expect(take(await findConfigs(root, [], false))).toEqual(['.semgrep.yml'])
  expect(take(await findConfigs(root, ['mine.yml'], false))).toEqual(['mine.yml'])
  for (const remote of ['auto', 'p/default', 'r/python', 'https://example.org/r.yml'])
    expect(messageOf(await findConfigs(root, [remote], false))).toContain('fetched from the network')
  expect(take(await findConfigs(root, ['p/default'], true))).toEqual(['p/default'])
  expect(messageOf(await findConfigs(createTempProject().root, [], false))).toContain('has none of its own')
})
