import type { Parser } from 'web-tree-sitter'
import type { Grammar } from '../tree/grammar.js'
import type { ParsedFile } from '../tree/parsed-file.js'
import { type SyntaxNode, walkNodes } from '../tree/syntax-node.js'
import { type Spend, spendFreely } from '../tree/work.js'
import { type Bindings, OutOfWork, Trail } from './bindings.js'
import { type Clause, never } from './clause.js'
import { RuleCompiler, type RuleIssue } from './compile-rule.js'
import type { RuleObject } from './rule-object.js'

/** Confidences that a rule may hold some of its matches down to, lowest first. */
export const CEILINGS = ['low', 'medium'] as const
export type Ceiling = (typeof CEILINGS)[number]

/** The parts of a rule file that say what matches. */
export type MatchSource = {
  readonly rule: RuleObject
  readonly utils?: Readonly<Record<string, RuleObject>> | undefined
  readonly constraints?: Readonly<Record<string, RuleObject>> | undefined
  /** Matches of these shapes are told too, at no more than this confidence. */
  readonly atMost?: Readonly<Partial<Record<Ceiling, RuleObject>>> | undefined
}

export type Match = {
  readonly node: SyntaxNode
  readonly bindings: Bindings
  /** The confidence that the rule itself does not go beyond here. */
  readonly ceiling: Ceiling | null
}

/** A rule compiled for one grammar. */
export type CompiledRule = {
  /** False when nothing of the rule is left in this grammar, or when a part of it is faulty. */
  readonly canMatch: boolean
  readonly clause: Clause
  readonly constraints: readonly (readonly [string, Clause])[]
  /** Lowest first. */
  readonly ceilings: readonly (readonly [Ceiling, Clause])[]
  readonly issues: readonly RuleIssue[]
}

/** Returns the rule compiled for a grammar; what is wrong or absent is in `issues`, never thrown. */
export function compileMatch(source: MatchSource, grammar: Grammar, parser: Parser): CompiledRule {
  const compiler = new RuleCompiler(grammar, parser, source.utils ?? {})
  const clause = compiler.compile(source.rule, 'rule')
  const constraints = Object.entries(source.constraints ?? {}).map(
    ([name, rule]): readonly [string, Clause] => [name, compiler.compile(rule, `constraints.${name}`)],
  )
  const ceilings = CEILINGS.flatMap((level): readonly (readonly [Ceiling, Clause])[] => {
    const shape = source.atMost?.[level]
    return shape === undefined ? [] : [[level, compiler.compile(shape, `atMost.${level}`)]]
  })
  const { issues } = compiler
  const canMatch = clause !== never && issues.every(issue => issue.kind !== 'wrong')
  return { canMatch, clause, constraints, ceilings, issues }
}

/** Returns every match of a rule in a file, in source order; those found until then when the budget is used up. */
export function findMatches(
  rule: CompiledRule,
  file: ParsedFile,
  spend: Spend = spendFreely,
): readonly Match[] {
  if (!rule.canMatch) return []
  const matches: Match[] = []
  const trail = new Trail(file, spend)
  try {
    for (const node of candidates(rule.clause, file)) {
      trail.look()
      trail.cutBack(0)
      if (!rule.clause.test(node, trail)) continue
      if (!meetsConstraints(rule, trail)) continue
      const bindings = trail.freeze()
      const ceiling = rule.ceilings.find(([, shape]) => shape.test(node, trail))?.[0] ?? null
      matches.push({ node, bindings, ceiling })
    }
    trail.pay()
  } catch (error) {
    if (!(error instanceof OutOfWork)) throw error
  }
  return matches.sort((left, right) => left.node.id - right.node.id)
}

function meetsConstraints(rule: CompiledRule, trail: Trail): boolean {
  for (const [name, clause] of rule.constraints) {
    const node = trail.get(name)
    if (node !== null && !clause.test(node, trail)) return false
  }
  return true
}

function* candidates(clause: Clause, file: ParsedFile): Iterable<SyntaxNode> {
  if (clause.roots === null) {
    yield* walkNodes(file.root)
    return
  }
  for (const [kind, names] of clause.roots) {
    if (names === null) yield* file.nodesOfKind(kind)
    else
      for (const name of names)
        for (const node of file.callsByName.get(name) ?? []) if (node.kind === kind) yield node
  }
}
