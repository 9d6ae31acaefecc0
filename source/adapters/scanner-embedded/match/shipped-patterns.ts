import type { Parser } from 'web-tree-sitter'
import type { Rule } from '../rules/rule.js'
import type { Grammar } from '../tree/grammar.js'
import { RuleCompiler } from './compile-rule.js'
import { compileMatch } from './compiled-rule.js'
import { packPattern } from './pack-pattern.js'

// To compile a pattern it has to be parsed, which took longer than all else about one changed file. So the build does it.

type ShippedPatterns = {
  /** Kinds of the grammar whose numbers the patterns hold. */
  readonly kinds: number
  /** JSON of a pattern → the pattern, packed. */
  readonly patterns: Readonly<Record<string, string>>
}

/** Compiles all patterns of the rules for a grammar; returns them as the build writes them. */
export function shipPatterns(rules: readonly Rule[], grammar: Grammar, parser: Parser): string {
  for (const rule of rules) {
    if (!rule.languages.includes(grammar.language)) continue
    compileMatch(rule.match, grammar, parser)
    const conditions = new RuleCompiler(grammar, parser, rule.match.utils ?? {})
    for (const { when } of rule.fixes)
      for (const [name, condition] of Object.entries(when)) conditions.compile(condition, `when.${name}`)
  }
  const patterns = [...grammar.patterns.all()].map(([key, made]) => [key, packPattern(made)] as const)
  const shipped: ShippedPatterns = { kinds: grammar.kindCount, patterns: Object.fromEntries(patterns) }
  return JSON.stringify(shipped)
}

/** Gives a grammar the patterns that the build wrote for it. Those of another grammar are not used: they are compiled here. */
export function takeShipped(grammar: Grammar, json: string): void {
  const { kinds, patterns }: ShippedPatterns = JSON.parse(json)
  if (kinds === grammar.kindCount) grammar.patterns.takeIn(patterns)
}
