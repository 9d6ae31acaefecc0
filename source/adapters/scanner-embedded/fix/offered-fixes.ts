import type { Parser } from 'web-tree-sitter'
import type { FixProposal } from '../../../core/fix/fix.js'
import { OutOfWork, Trail } from '../match/bindings.js'
import type { Clause } from '../match/clause.js'
import { RuleCompiler } from '../match/compile-rule.js'
import type { Rule, RuleFix } from '../rules/rule.js'
import type { RawFinding } from '../scan/raw-finding.js'
import { oncePerFile } from '../tree/once-per-file.js'
import type { ParsedFile } from '../tree/parsed-file.js'
import { COST, limitTo } from '../tree/work.js'
import { proposeFix } from './propose-fix.js'

/** Nodes looked at for the conditions of one fix: thousands of findings may ask. */
const MOST_LOOKS = 20_000

/** Works out fixes; keeps the compiled conditions of the rules it met. */
export type FixOffice = {
  /** Returns the fixes that fit a finding: those for the project's own libraries first, then as the rule file has them. */
  readonly offers: (finding: RawFinding, file: ParsedFile) => readonly FixProposal[]
  /** Returns one fix with holes filled as typed, or null when it does not fit. */
  readonly propose: (
    finding: RawFinding,
    file: ParsedFile,
    fixId: string,
    holes: Readonly<Record<string, string>>,
  ) => FixProposal | null
}

/**
 * Returns an office that compiles the conditions of fixes with `parser`. `hasModule` tells what the project depends on:
 * a fix made for a module that is there leads, and one made only for modules that are not gives way to it.
 */
export function createFixOffice(
  parser: Parser,
  hasModule: (name: string) => boolean = () => false,
): FixOffice {
  const conditions = new Map<string, Clause>()

  const conditionOf = (rule: Rule, fix: RuleFix, name: string, file: ParsedFile): Clause | null => {
    const condition = fix.when[name]
    if (condition === undefined) return null
    const key = `${rule.id}/${fix.id}/${name}/${file.grammar.language}`
    const known = conditions.get(key)
    if (known !== undefined) return known
    const compiler = new RuleCompiler(file.grammar, parser, rule.match.utils ?? {})
    const clause = compiler.compile(condition, `when.${name}`)
    conditions.set(key, clause)
    return clause
  }

  const propose: FixOffice['propose'] = ({ rule, match }, file, fixId, holes) => {
    const fix = rule.fixes.find(one => one.id === fixId)
    if (fix === undefined) return null
    const trail = new Trail(file, limitTo(MOST_LOOKS * COST.look))
    try {
      for (const [name, node] of match.bindings.single) trail.bind(name, node)
      for (const name of Object.keys(fix.when)) {
        const node = match.bindings.single.get(name)
        const condition = conditionOf(rule, fix, name, file)
        if (node === undefined || condition?.test(node, trail) !== true) return null
      }
      const { single } = trail.freeze()
      const context = { rule, fix, file, node: match.node, bindings: { ...match.bindings, single }, holes }
      return proposeFix(context)
    } catch (error) {
      // Text put together from thousands of parts: nobody would want to read the fix either.
      if (error instanceof RangeError || error instanceof OutOfWork) return null
      throw error
    }
  }

  return {
    propose,
    offers: (finding, file) => {
      const isUsed = (fix: RuleFix): boolean =>
        fix.modules.some(name => hasModule(name) || mentions(file, name))
      const { fixes } = finding.rule
      const own = fixes.filter(isUsed)
      const rest = fixes.filter(fix => !own.includes(fix) && (own.length === 0 || fix.modules.length === 0))
      return [...own, ...rest].flatMap(fix => propose(finding, file, fix.id, {}) ?? [])
    },
  }
}

/** A module the standard library brings is in no manifest, but the file that uses it names it in an import. */
const mentions = oncePerFile(({ text }, name) => {
  const at = text.indexOf(name)
  if (at < 0) return false
  const word = name.replace(/[^\w]/g, '\\$&')
  return new RegExp(`(?:import|from|require\\()\\s*['"]?${word}\\b`).test(text)
})
