import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { CWE_FAMILY } from '../../../source/core/weakness/cwe-families.js'
import { findWeakness } from '../../../source/core/weakness/find-weakness.js'
import { FOREIGN_RULES, WEAKNESS_WORDS } from '../../../source/core/weakness/foreign-rules.js'
import { findCweIds, mapWeakness } from '../../../source/core/weakness/map-weakness.js'
import type { Weakness } from '../../../source/core/weakness/weakness.js'

const file = resolve(import.meta.dirname, '../../../rules/weaknesses.yml')
const weaknesses = (parse(readFileSync(file, 'utf8')) as Partial<Weakness>[]).map(
  entry => ({ aliases: [], ...entry }) as Weakness,
)
const map = (tool: string, ruleId: string, cwe: readonly number[] = [], text = '') =>
  mapWeakness({ tool, ruleId, cwe, text }, weaknesses)

test('a known rule id beats a CWE that is too general', () => {
  expect(map('Bandit', 'B506', [20]).id).toBe('insecure-deserialization')
  expect(map('ESLint', 'security/detect-child-process').id).toBe('command-injection')
  expect(map('gitleaks', 'aws-access-token').id).toBe('hardcoded-secret')
})

test('a CWE leads to the weakness that lists it, or its nearest relative', () => {
  expect(map('CodeQL', 'py/x', [79]).id).toBe('xss')
  expect(map('CodeQL', 'py/x', [564]).id).toBe('sql-injection')
})

test('words are the last resort', () => {
  expect(map('Sonar', 'S3649', [], 'Database queries should not be vulnerable to SQL injection').id).toBe(
    'sql-injection',
  )
})

test('what fits nothing gets a generic weakness named after its CWE, never nothing', () => {
  expect(map('Tool', 'x', [4321])).toMatchObject({ id: 'cwe-4321', known: false })
  expect(map('Tool', 'x')).toMatchObject({ id: 'other', known: false })
})

test('CWE ids are found in the forms that tools write', () => {
  expect(findCweIds('CWE-089: SQL, external/cwe/cwe-79 cwe22')).toEqual([89, 79, 22])
})

test('every slug in the tables is a weakness, and every CWE relative is listed by one', () => {
  const slugs = [...Object.values(FOREIGN_RULES), ...WEAKNESS_WORDS.map(([, slug]) => slug)]
  expect(slugs.filter(slug => !findWeakness(weaknesses, slug))).toEqual([])
  const listed = new Set(weaknesses.flatMap(weakness => weakness.cwe))
  expect([...new Set(Object.values(CWE_FAMILY))].filter(id => !listed.has(id))).toEqual([])
})
