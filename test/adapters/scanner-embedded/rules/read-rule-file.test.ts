import { expect, test } from 'vitest'
import { readRuleFile } from '../../../../source/adapters/scanner-embedded/rules/read-rule-file.js'

const RULE = `
id: js-x
language: TypeScript
severity: warning
message: m
rule: { pattern: 'f($A, $$$)' }
metadata:
  guardrail:
    schema: 1
    languages: [TypeScript]
    keywords: [f]
    confidence: { taint: high }
    lesson: sql-injection
    cwe: [CWE-89]
    tests: { invalid: [], valid: [] }
`

function problemsOf(yaml: string) {
  const reading = readRuleFile('js-x.yml', yaml)
  return reading.ok ? [] : reading.problems
}

test('a rule comes out with its meaning, the form without a tail added', () => {
  const reading = readRuleFile('js-x.yml', RULE)
  expect(reading.ok && reading.rule).toMatchObject({
    severity: 'medium',
    confidence: { taint: 'high', far: 'high', audit: null },
    cwe: [89],
    weakness: 'sql-injection',
    match: { rule: { any: [{ pattern: 'f($A, $$$)' }, { pattern: 'f($A)' }] } },
  })
})

test.each([
  ['keywords: [f]', 'keywords: []', 'metadata.guardrail.keywords'],
  ['severity: warning', 'severity: bad', 'severity'],
  ['schema: 1', 'schema: 2', 'metadata.guardrail.schema'],
  ["pattern: 'f($A, $$$)'", 'patern: x', 'rule'],
  ['cwe: [CWE-89]', 'cwe: [89]', 'metadata.guardrail.cwe.0'],
  ['message: m', 'message: m\nowner: me', ''],
  ["{ pattern: 'f($A, $$$)' }", '{ has: { kind: x, stopBy: far } }', 'rule.has.stopBy'],
])('a wrong rule names the file and the field: %s → %s', (right, wrong, field) => {
  const problems = problemsOf(RULE.replace(right, wrong))
  expect(problems.map(problem => [problem.file, problem.field])).toContainEqual(['js-x.yml', field])
  expect(problems.every(problem => problem.reason.length > 0)).toBe(true)
})

test('text that is no YAML is a problem, not an exception', () => {
  expect(problemsOf('id: [')).toHaveLength(1)
})
