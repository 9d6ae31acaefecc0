import { describe, expect, test } from 'vitest'
import { countPassed } from '../../../source/core/project-tests/count-passed.js'
import { type ProjectTop, proposeTests } from '../../../source/core/project-tests/propose-tests.js'
import { scriptsBehind, testCommandWords } from '../../../source/core/project-tests/test-command.js'
import { testWords } from '../../../source/core/project-tests/test-run.js'
import { messageOf, take } from '../../support/results.js'

const NOTHING: ProjectTop = {
  names: new Set(),
  packageFile: null,
  composerFile: null,
  pyproject: null,
  hasPythonTests: false,
}
const script = (test: string) => JSON.stringify({ scripts: { test } })

describe('a proposal of the test command', () => {
  test.each<[string, Partial<ProjectTop>, readonly string[]]>([
    ['an npm project', { packageFile: script('mocha') }, ['npm test']],
    ['a pnpm project', { packageFile: script('mocha'), names: new Set(['pnpm-lock.yaml']) }, ['pnpm test']],
    ['what npm init writes', { packageFile: script('echo "Error: no test specified" && exit 1') }, []],
    ['a package.json that is none', { packageFile: '{' }, []],
    ['pytest by its settings', { pyproject: '[tool.pytest.ini_options]\n' }, ['python -m pytest -q']],
    ['pytest by its files', { hasPythonTests: true }, ['python -m pytest -q']],
    ['Go and npm', { packageFile: script('x'), names: new Set(['go.mod']) }, ['npm test', 'go test ./...']],
    ['Maven', { names: new Set(['pom.xml']) }, ['mvn -q test']],
    ['.NET', { names: new Set(['Shop.sln']) }, ['dotnet test']],
    ['nothing known', { names: new Set(['readme.md']) }, []],
  ])('fits %s', (_name, top, commands) => {
    expect(proposeTests({ ...NOTHING, ...top }).map(one => one.command)).toEqual(commands)
  })
})

describe('what a command starts', () => {
  const file = JSON.stringify({ scripts: { pretest: 'tsc', test: 'mocha', unit: 'vitest run' } })
  test.each([
    ['npm test', 'pretest: tsc\ntest: mocha'],
    ['npm t', 'pretest: tsc\ntest: mocha'],
    ['npm run --silent unit', 'unit: vitest run'],
    ['bun run test', 'pretest: tsc\ntest: mocha'],
    ['go test ./...', ''],
    ['npm run other', ''],
  ])('%s', (command, behind) => {
    expect(scriptsBehind(command, file, null)).toBe(behind)
  })
})

test.each([
  ['npm test && rm -rf x', '&& has no meaning'],
  ['mocha > out', '> has no meaning'],
  ['echo `id`', '`id` has no meaning'],
  ['a $(id)', '$(id) has no meaning'],
  ['a; b', 'a; has no meaning'],
  ['NODE_ENV=test mocha', 'cannot set variables'],
  ['', 'is empty'],
  ['npm "test', 'not closed'],
])('%j is refused: it is started without a shell', (command, why) => {
  expect(messageOf(testCommandWords(command))).toContain(why)
})

test('a command is its words', () => {
  expect(take(testCommandWords(' npm run "my tests" -- --grep=a '))).toEqual([
    'npm',
    'run',
    'my tests',
    '--',
    '--grep=a',
  ])
})

test.each([
  ['Vitest', ' Test Files  9 passed (9)\n      Tests  41 passed (41)', 41],
  ['Vitest with skipped ones', '      Tests  2 skipped | 39 passed (41)', 39],
  ['Jest', 'Tests:       1 skipped, 41 passed, 42 total', 41],
  ['Mocha', '  41 passing (2s)', 41],
  ['node:test', 'ℹ tests 41\nℹ pass 41\nℹ fail 0', 41],
  ['pytest', '======= 41 passed, 2 warnings in 1.21s =======', 41],
  ['unittest', 'Ran 41 tests in 0.1s\n\nOK', 41],
  ['PHPUnit', 'OK (41 tests, 90 assertions)', 41],
  ['RSpec', '41 examples, 0 failures', 41],
  ['Go, which counts none', 'ok  \tshop/web\t0.01s', null],
])('the number of tests is read from the output of %s', (_name, output, passed) => {
  expect(countPassed(output.split('\n'))).toBe(passed)
})

test('a mark says how the tests ended', () => {
  expect(testWords({ outcome: 'passed', passed: 41 })).toBe('41 tests pass')
  expect(testWords({ outcome: 'passed', passed: 1 })).toBe('1 test passes')
  expect(testWords({ outcome: 'passed', passed: null })).toBe('tests pass')
  expect(testWords({ outcome: 'failed', passed: null })).toBe('tests fail')
})
