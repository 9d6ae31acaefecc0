import { expect, test } from 'vitest'
import { readReport } from '../../../source/adapters/finding-import/read-report.js'

const ROOT = '/project'

function sarif(run: object): string {
  return JSON.stringify({ version: '2.1.0', runs: [{ tool: { driver: { name: 'Tool' } }, ...run }] })
}

function read(text: string) {
  const report = readReport(text, 'report.json', ROOT)
  if (!report.ok) throw new Error(report.problem.message)
  return report.value
}

const place = (uri: string, region: object = { startLine: 2 }) => ({
  physicalLocation: { artifactLocation: { uri }, region },
})

test('a text that is not JSON is refused with the file and what to give instead', () => {
  const report = readReport('{"runs": [', 'broken.sarif', ROOT)
  expect(report.ok).toBe(false)
  if (report.ok) return
  expect(report.problem.message).toMatch(/^broken\.sarif is not JSON/)
  expect(report.problem.nextSteps.join(' ')).toContain('SARIF 2.1.0')
})

test('SARIF of another version is told by its version', () => {
  const report = readReport('{"version":"1.0.0","runs":[]}', 'old.sarif', ROOT)
  expect(report.ok ? '' : report.problem.message).toContain('version 1.0.0; version 2.1.0 is needed')
})

test('a rule is found by index, by id, by sub-id and in an extension', () => {
  const rule = (id: string, cwe: string) => ({ id, properties: { tags: [cwe] } })
  const report = read(
    sarif({
      tool: {
        driver: { name: 'Tool', rules: [rule('a', 'CWE-89: SQL'), rule('b', 'external/cwe/cwe-079')] },
        extensions: [{ name: 'Pack', rules: [rule('c', 'CWE-22')] }],
      },
      results: [
        { ruleIndex: 0, message: { text: 'm' }, locations: [place('x.js')] },
        { ruleId: 'b/1', message: { text: 'm' }, locations: [place('x.js')] },
        {
          rule: { index: 0, toolComponent: { index: 0 } },
          message: { text: 'm' },
          locations: [place('x.js')],
        },
      ],
    }),
  )
  expect(report.results.map(result => [result.ruleId, result.cwe])).toEqual([
    ['a', [89]],
    ['b/1', [79]],
    ['c', [22]],
  ])
})

test('passed, absent and level-none results are left out; suppressed ones come along with the reason', () => {
  const base = { ruleId: 'r', message: { text: 'm' }, locations: [place('x.js')] }
  const report = read(
    sarif({
      results: [
        { ...base, kind: 'pass' },
        { ...base, baselineState: 'absent' },
        { ...base, level: 'none' },
        { ...base, suppressions: [{ kind: 'inSource', justification: 'tested by hand' }] },
        { ...base, suppressions: [{ kind: 'external', status: 'rejected' }] },
      ],
    }),
  )
  expect(report.results.map(result => result.suppressed)).toEqual(['tested by hand', null])
})

test('security-severity refines the level', () => {
  const result = (score: string) => ({
    ruleId: 'r',
    level: 'warning',
    message: { text: 'm' },
    locations: [place('x.js')],
    properties: { 'security-severity': score },
  })
  const report = read(sarif({ results: ['9.8', '7.1', '4.0', '1.0'].map(result) }))
  expect(report.results.map(one => one.severity)).toEqual(['critical', 'high', 'medium', 'low'])
})

test('base ids, artifact indexes, percent-encoding and file URIs lead to paths inside the project', () => {
  const at = (artifactLocation: object) => ({
    ruleId: 'r',
    message: { text: 'm' },
    locations: [{ physicalLocation: { artifactLocation, region: { startLine: 1 } } }],
  })
  const report = read(
    sarif({
      originalUriBaseIds: {
        SRC: { uri: 'src/', uriBaseId: 'TOP' },
        TOP: { uri: 'file:///project/' },
        A: { uriBaseId: 'A' },
      },
      artifacts: [{ location: { uri: 'from/index.js' } }],
      results: [
        at({ uri: 'a%20b.js', uriBaseId: 'SRC' }),
        at({ index: 0 }),
        at({ uri: 'file:///project/lib/c.js' }),
        at({ uri: '../outside.js' }),
        at({ uri: 'https://example.org/d.js' }),
        at({ uri: 'e.js', uriBaseId: 'A' }),
      ],
    }),
  )
  expect(report.results.map(result => result.path)).toEqual([
    'src/a b.js',
    'from/index.js',
    'lib/c.js',
    'e.js',
  ])
  expect(report.skipped).toHaveLength(2)
})

test('one broken result costs only itself', () => {
  const good = { ruleId: 'r', message: { text: 'm' }, locations: [place('x.js')] }
  const report = read(sarif({ results: [good, { ruleId: 7 }, null, good] }))
  expect(report.results).toHaveLength(2)
  expect(report.skipped).toHaveLength(2)
})

test('fixes of Semgrep’s SARIF are dropped, other tools’ fixes are kept', () => {
  const result = {
    ruleId: 'r',
    message: { text: 'm' },
    locations: [place('x.js')],
    fixes: [
      {
        artifactChanges: [
          {
            artifactLocation: { uri: 'x.js' },
            replacements: [
              {
                deletedRegion: { startLine: 2, startColumn: 1, endColumn: 4 },
                insertedContent: { text: 'let' },
              },
            ],
          },
        ],
      },
    ],
  }
  const named = (name: string) => sarif({ tool: { driver: { name } }, results: [result] })
  expect(read(named('Semgrep OSS')).results[0]?.edits).toEqual([])
  expect(read(named('CodeQL')).results[0]?.edits[0]?.text).toBe('let')
})

test('message ids and their arguments are put together', () => {
  const report = read(
    sarif({
      tool: {
        driver: { name: 'T', rules: [{ id: 'r', messageStrings: { m: { text: 'uses {0} in {1}' } } }] },
      },
      results: [
        { ruleId: 'r', message: { id: 'm', arguments: ['md5', 'login'] }, locations: [place('x.js')] },
      ],
    }),
  )
  expect(report.results[0]?.message).toBe('uses md5 in login')
})

test('Semgrep JSON without a login has neither lines nor fingerprint, and is read all the same', () => {
  const report = read(
    JSON.stringify({
      version: '1.172.0',
      results: [
        {
          check_id: 'rules.web.eval',
          path: 'app.js',
          start: { line: 1, col: 1, offset: 0 },
          end: { line: 1, col: 8, offset: 7 },
          extra: {
            message: 'm',
            severity: 'ERROR',
            lines: 'requires login',
            fingerprint: 'requires login',
            metadata: { cwe: 'CWE-95' },
          },
        },
      ],
      errors: [{ type: ['PartialParsing', []], level: 'warn', path: 'b.js', short_msg: 'odd token' }],
      new_field_of_tomorrow: {},
    }),
  )
  expect(report.results[0]).toMatchObject({
    ruleId: 'rules.web.eval',
    cwe: [95],
    severity: 'high',
    snippet: null,
  })
  expect(report.notes[0]?.message).toMatch(/parsed in part.*odd token/)
})

test('Semgrep traces are read from both shapes of a call', () => {
  const location = (line: number) => ({ path: 'app.js', start: { line, col: 1 }, end: { line, col: 5 } })
  const report = read(
    JSON.stringify({
      results: [
        {
          check_id: 'r',
          ...location(3),
          extra: {
            dataflow_trace: {
              taint_source: ['CliLoc', [location(1), 'x']],
              intermediate_vars: [{ location: location(2), content: 'x' }],
              taint_sink: ['CliCall', [[location(3), 'f(x)'], [], ['CliLoc', [location(9), 'y']]]],
            },
          },
        },
      ],
    }),
  )
  expect(report.results[0]?.trace.map(step => 'startLine' in step.region && step.region.startLine)).toEqual([
    1, 2, 3,
  ])
})

test('Bandit’s numbered code gives the line that must still be there', () => {
  const report = read(
    JSON.stringify({
      metrics: {},
      results: [
        {
          filename: './app.py',
          test_id: 'B105',
          test_name: 'hardcoded_password_string',
          issue_text: 'Possible hardcoded password',
          issue_severity: 'LOW',
          issue_confidence: 'MEDIUM',
          issue_cwe: { id: 259 },
          line_number: 2,
          line_range: [2],
          col_offset: 11,
          end_col_offset: 19,
          code: "1 import x\n2 password = 'hunter2'\n3 \n",
        },
      ],
    }),
  )
  expect(report.results[0]).toMatchObject({
    path: 'app.py',
    snippet: "password = 'hunter2'",
    severity: 'low',
    confidence: 'medium',
  })
})
