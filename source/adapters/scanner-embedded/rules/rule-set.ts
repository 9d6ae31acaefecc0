import type { Parser } from 'web-tree-sitter'
import { type CompiledRule, compileMatch } from '../match/compiled-rule.js'
import type { Grammar } from '../tree/grammar.js'
import type { Language } from '../tree/language.js'
import { indexKeywords } from './keyword-index.js'
import type { Rule } from './rule.js'

/** The rules of one language, ready to run. */
export type RuleSet = {
  /** Returns the rules whose keywords (and required modules) the text has. */
  readonly candidates: (text: string) => readonly Rule[]
  /** Returns the rule compiled for the grammar; compiled once, when first asked. */
  readonly compiled: (rule: Rule, grammar: Grammar, parser: Parser) => CompiledRule
}

/**
 * Returns the rule set of a language. `projectModules` is text that names what the project depends on:
 * a rule that requires a module also runs where only a manifest mentions it.
 */
export function createRuleSet(
  rules: readonly Rule[],
  language: Language,
  projectModules: (name: string) => boolean,
): RuleSet {
  const own = rules.filter(rule => rule.languages.includes(language))
  const words = [...new Set(own.flatMap(rule => [...rule.keywords, ...rule.requires]))]
  const place = new Map(words.map((word, i): [string, number] => [word, i]))
  const places = (list: readonly string[]) => list.map(word => place.get(word) ?? -1)
  const entries = own.map(rule => ({
    rule,
    keywords: places(rule.keywords),
    requires: rule.requires.some(projectModules) ? [] : places(rule.requires),
  }))
  const find = indexKeywords(words)
  const compiled = new Map<string, CompiledRule>()
  return {
    candidates: text => {
      const found = find(text)
      const has = (at: number) => found[at] === 1
      return entries
        .filter(
          ({ keywords, requires }) => keywords.some(has) && (requires.length === 0 || requires.some(has)),
        )
        .map(({ rule }) => rule)
    },
    compiled: (rule, grammar, parser) => {
      const known = compiled.get(rule.id)
      if (known !== undefined) return known
      const made = compileMatch(rule.match, grammar, parser)
      compiled.set(rule.id, made)
      return made
    },
  }
}
