import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Parser } from 'web-tree-sitter'
import { compileMatch } from '../../../../source/adapters/scanner-embedded/match/compiled-rule.js'
import {
  shipPatterns,
  takeShipped,
} from '../../../../source/adapters/scanner-embedded/match/shipped-patterns.js'
import { loadRulePack } from '../../../../source/adapters/scanner-embedded/rules/rule-pack.js'
import { describeGrammar, type Grammar } from '../../../../source/adapters/scanner-embedded/tree/grammar.js'
import { openGrammars } from '../../../../source/adapters/scanner-embedded/tree/grammars.js'
import { LANGUAGES } from '../../../../source/adapters/scanner-embedded/tree/language.js'
import { sha256 } from '../../../../source/adapters/system/sha256.js'
import { TOP } from '../../../support/built.js'

const { rules } = await loadRulePack(join(TOP, 'rules'), sha256)
const grammars = await openGrammars()

/** Stands for the parser where nothing may be parsed. */
const NO_PARSER = new Proxy({} as Parser, {
  get: (_, name) => {
    throw new Error(`The parser was asked to ${String(name)}.`)
  },
})

function anew({ language, wasm }: Grammar): Grammar {
  return describeGrammar(language, wasm)
}

test.each(LANGUAGES)(
  'no pattern of a rule for %s is parsed again once the build shipped them',
  async language => {
    const own = rules.filter(rule => rule.languages.includes(language))
    const built = anew(await grammars.get(language))
    const shipped = shipPatterns(own, built, grammars.parser)
    const fresh = anew(built)
    takeShipped(fresh, shipped)
    for (const rule of own) {
      const made = compileMatch(rule.match, fresh, NO_PARSER)
      const before = compileMatch(rule.match, built, NO_PARSER)
      expect(made.issues, rule.id).toEqual(before.issues)
      expect(made.clause.roots, rule.id).toEqual(before.clause.roots)
      expect(made.clause.names, rule.id).toEqual(before.clause.names)
    }
    for (const [key, pattern] of built.patterns.all()) expect(fresh.patterns.find(key), key).toEqual(pattern)
  },
)

test('patterns that were shipped for another grammar are compiled instead', async () => {
  const typescript = await grammars.get('TypeScript')
  const other = anew(await grammars.get('Python'))
  takeShipped(other, shipPatterns(rules, anew(typescript), grammars.parser))
  const rule = { rule: { pattern: 'eval($CODE)' } }
  expect(() => compileMatch(rule, other, NO_PARSER)).toThrow('The parser was asked to setLanguage.')
})
