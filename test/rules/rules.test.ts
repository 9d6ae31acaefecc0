import { describe, expect, test } from 'vitest'
import { FIX_ACTIONS } from '../../source/adapters/scanner-embedded/fix/actions/fix-actions.js'
import { compileMatch } from '../../source/adapters/scanner-embedded/match/compiled-rule.js'
import type { Rule, RuleTests } from '../../source/adapters/scanner-embedded/rules/rule.js'
import type { HandledRoute } from '../../source/adapters/scanner-embedded/taint/handled-route.js'
import type { Language } from '../../source/adapters/scanner-embedded/tree/language.js'
import { applyEdits } from '../../source/core/fix/apply-edits.js'
import { hasOracle, oracleRanges } from '../adapters/scanner-embedded/match/support.js'
import { lintRule } from './lint-rule.js'
import { engineOf, grammars, office, pack, ruleFiles, snippetPath, weaknesses } from './pack.js'

const lists = new Set(pack.lists.map(list => list.id))
const wholePack = engineOf(pack.rules)

test('every rule file can be read', () => {
  expect(pack.problems).toEqual([])
})

for (const { id, reading } of ruleFiles) {
  if (reading.ok) describe(id, () => checkRuleFile(reading.rule, reading.tests, reading.raw.language))
}

function checkRuleFile(rule: Rule, tests: RuleTests, language: Language): void {
  let routes: readonly HandledRoute[] = []
  const alone = engineOf([rule], () => routes)
  const scanAlone = async (code: string, as: Language) => {
    const scanned = await alone.scan(snippetPath(as), code, { mustParse: true })
    expect(scanned.file?.parseErrors, `the snippet does not parse as ${as}:\n${code}`).toBe(0)
    return scanned
  }

  test('is well made', async () => {
    const compiled = await Promise.all(
      rule.languages.map(async name => compileMatch(rule.match, await grammars.get(name), grammars.parser)),
    )
    const context = { weaknesses, lists, actions: new Set(Object.keys(FIX_ACTIONS)), compiled }
    expect(lintRule(rule, tests, context)).toEqual([])
  })

  test.skipIf(!hasOracle(language))('loads in ast-grep', () => {
    expect(() => oracleRanges(language, rule.match, '')).not.toThrow()
  })

  test.each(tests.invalid.map((snippet, i) => ({ ...snippet, name: i + 1 })))(
    'finds invalid snippet $name',
    async ({ code, expect: confidence, language: as = language, fixed = {}, routes: told = {} }) => {
      routes = Object.entries(told).map(([name, decoration]) => ({ path: snippetPath(as), name, decoration }))
      const { file, findings } = await scanAlone(code, as)
      const levels = findings.map(({ finding }) => finding.confidence)
      expect(levels, `confidence of what was found in:\n${code}`).toContain(confidence)
      const [first] = findings
      if (file === null || first === undefined) return
      for (const [fixId, after] of Object.entries(fixed)) {
        const proposal = office.propose(first.raw, file, fixId, {})
        expect(proposal, `fix ${fixId} is not offered for:\n${code}`).not.toBeNull()
        if (proposal === null) continue
        const text = applyEdits(code, proposal.edits)
        expect(text, `fix ${fixId}`).toBe(after)
        if (proposal.holes.length > 0) continue
        await expectClean(snippetPath(as), code, text, rule, `fix ${fixId}`)
      }
    },
  )

  test.each(tests.valid.map((code, i) => ({ code, name: i + 1 })))(
    'is silent on valid snippet $name',
    async ({ code }) => {
      routes = []
      const { findings } = await scanAlone(code, language)
      expect(
        findings.map(({ finding }) => `line ${finding.startLine}`),
        code,
      ).toEqual([])
    },
  )
}

/** The fixed text parses, has one finding less of the rule's weakness, and nothing that was not there before. */
async function expectClean(
  path: string,
  before: string,
  after: string,
  rule: Rule,
  label: string,
): Promise<void> {
  const old = await wholePack.scan(path, before, { mustParse: true })
  const now = await wholePack.scan(path, after, { mustParse: true })
  expect(now.file?.parseErrors, `${label} does not parse:\n${after}`).toBe(0)
  const count = (findings: typeof now.findings) => {
    const counts = new Map<string, number>()
    for (const { finding } of findings) {
      counts.set(finding.weakness, (counts.get(finding.weakness) ?? 0) + 1)
    }
    return counts
  }
  const oldCounts = count(old.findings)
  const nowCounts = count(now.findings)
  expect(nowCounts.get(rule.weakness) ?? 0, `${label} is still found:\n${after}`).toBeLessThan(
    oldCounts.get(rule.weakness) ?? 1,
  )
  for (const [weakness, number] of nowCounts) {
    expect(number, `${label} brings in ${weakness}:\n${after}`).toBeLessThanOrEqual(
      oldCounts.get(weakness) ?? 0,
    )
  }
}
