import type { Parser } from 'web-tree-sitter'
import type { Grammar } from '../tree/grammar.js'
import { always, type Clause, never } from './clause.js'
import { matchPattern } from './match-pattern.js'
import { parsePosition } from './nth-child.js'
import { compilePattern, type Pattern } from './pattern.js'
import { compileRelation } from './relations.js'
import { intersectRoots, NO_ROOTS, type Roots, uniteRoots } from './roots.js'
import type { NthChild, PatternObject, RuleObject } from './rule-object.js'
import { compileRegex } from './safe-regex.js'

/** A regular expression sees this much of a node's text, so that none takes more than linear time for long. */
const REGEX_REACH = 10_000

/** Text that a regular expression reads in the time of a look, in UTF-16 units. */
const TEXT_A_LOOK = 32

/** What compiling tells beside the result. `field` is a path like `rule.any[1].pattern`. */
export type RuleIssue = {
  readonly field: string
  readonly reason: string
  /** `absent`: this grammar has no such kind or field, the part is pruned; `wrong`: the rule is faulty. */
  readonly kind: 'absent' | 'wrong'
}

/** Compiles rule objects for one grammar; equal sub-rules are compiled once. */
export class RuleCompiler {
  readonly issues: RuleIssue[] = []
  private readonly known = new Map<string, Clause>()
  private readonly utilClauses = new Map<string, Clause>()
  /** Utilities whose own node is being compiled: meeting one again is a cycle. */
  private readonly open = new Set<string>()

  constructor(
    readonly grammar: Grammar,
    private readonly parser: Parser,
    private readonly utils: Readonly<Record<string, RuleObject>>,
  ) {}

  /** Returns the clause of a rule object: the conjunction of its keys. What can never match here is `never`. */
  compile(rule: RuleObject, field: string): Clause {
    const key = JSON.stringify(rule)
    const known = this.known.get(key)
    if (known !== undefined) return known
    const clause = this.compileKeys(rule, field)
    this.known.set(key, clause)
    return clause
  }

  /** Notes something wrong or absent and returns `never`. */
  refuse(field: string, reason: string, kind: RuleIssue['kind']): Clause {
    this.issues.push({ field, reason, kind })
    return never
  }

  private compileKeys(rule: RuleObject, field: string): Clause {
    const parts: Clause[] = []
    if (rule.kind !== undefined) parts.push(this.compileKind(rule.kind, `${field}.kind`))
    if (rule.pattern !== undefined) parts.push(this.compilePatternKey(rule.pattern, `${field}.pattern`))
    if (rule.regex !== undefined) parts.push(this.compileRegexKey(rule.regex, `${field}.regex`))
    if (rule.nthChild !== undefined) parts.push(this.compileNth(rule.nthChild, `${field}.nthChild`))
    for (const key of ['inside', 'has', 'precedes', 'follows'] as const) {
      const relation = rule[key]
      if (relation !== undefined) parts.push(compileRelation(this, key, relation, `${field}.${key}`))
    }
    rule.all?.forEach((inner, i) => {
      parts.push(this.compile(inner, `${field}.all[${i}]`))
    })
    if (rule.any !== undefined) {
      parts.push(anyOf(rule.any.map((inner, i) => this.compile(inner, `${field}.any[${i}]`))))
    }
    if (rule.not !== undefined) parts.push(negate(this.compile(rule.not, `${field}.not`)))
    if (rule.matches !== undefined) parts.push(this.compileUtil(rule.matches, `${field}.matches`))
    if (parts.length === 0) return this.refuse(field, 'the rule is empty', 'wrong')
    return allOf(parts)
  }

  private compileKind(name: string, field: string): Clause {
    const kind = this.grammar.kindOf(name)
    if (kind < 0) return this.refuse(field, `${this.grammar.language} has no kind ${name}`, 'absent')
    return { test: node => node.kind === kind, roots: new Map([[kind, null]]), names: [], isFree: true }
  }

  private compilePatternKey(source: string | PatternObject, field: string): Clause {
    const pattern = compilePattern(source, this.grammar, this.parser)
    if (typeof pattern === 'string') return this.refuse(field, pattern, 'absent')
    return {
      test: (node, trail) => matchPattern(pattern, node, trail),
      roots: rootsOf(pattern),
      names: pattern.names,
      isFree: pattern.names.length === 0,
    }
  }

  private compileRegexKey(source: string, field: string): Clause {
    const regex = compileRegex(source)
    if (typeof regex === 'string') return this.refuse(field, regex, 'wrong')
    return {
      test: ({ start, end }, trail) => {
        const length = Math.min(end - start, REGEX_REACH)
        if (length > TEXT_A_LOOK) trail.look(length / TEXT_A_LOOK)
        return regex.test(trail.file.text.slice(start, start + length))
      },
      roots: null,
      names: [],
      isFree: true,
    }
  }

  private compileNth(nth: NthChild, field: string): Clause {
    const { position, reverse = false, ofRule } = typeof nth === 'object' ? nth : { position: nth }
    const fits = parsePosition(position)
    if (fits === null) return this.refuse(field, 'the position is a number or An+B', 'wrong')
    const filter = ofRule === undefined ? null : this.compile(ofRule, `${field}.ofRule`)
    if (filter === never) return never
    return {
      test: (node, trail) => {
        const siblings = node.parent?.children
        if (siblings === undefined || !node.isNamed) return false
        const mark = trail.mark()
        trail.look(siblings.length)
        const counted = siblings.filter(
          sibling => sibling.isNamed && (filter === null || filter.test(sibling, trail)),
        )
        trail.cutBack(mark)
        const place = counted.indexOf(node)
        if (place < 0) return false
        return fits(reverse ? counted.length - place : place + 1)
      },
      roots: null,
      names: filter?.names ?? [],
      isFree: filter?.isFree ?? true,
    }
  }

  private compileUtil(name: string, field: string): Clause {
    const rule = this.utils[name]
    if (rule === undefined) return this.refuse(field, `there is no utility rule ${name}`, 'wrong')
    if (this.open.has(name)) return this.refuse(field, `the utility rule ${name} refers to itself`, 'wrong')
    const known = this.utilClauses.get(name)
    if (known !== undefined) return known
    this.open.add(name)
    const clause = this.compile(rule, `utils.${name}`)
    this.open.delete(name)
    this.utilClauses.set(name, clause)
    return clause
  }
}

function rootsOf({ kind, callee }: Pattern): Roots {
  return kind < 0 ? null : new Map([[kind, callee === null ? null : new Set([callee])]])
}

function allOf(parts: readonly Clause[]): Clause {
  if (parts.includes(never)) return never
  const needed = parts.filter(part => part !== always)
  const [first, second, ...more] = needed
  if (first === undefined) return always
  if (second === undefined) return first
  const tests = needed.map(part => part.test)
  return {
    test:
      more.length === 0
        ? (node, trail) => {
            const mark = trail.mark()
            if (first.test(node, trail) && second.test(node, trail)) return true
            trail.cutBack(mark)
            return false
          }
        : (node, trail) => {
            const mark = trail.mark()
            for (const test of tests) {
              if (test(node, trail)) continue
              trail.cutBack(mark)
              return false
            }
            return true
          },
    roots: needed.map(part => part.roots).reduce(intersectRoots),
    names: needed.flatMap(part => part.names),
    isFree: needed.every(part => part.isFree),
  }
}

function anyOf(parts: readonly Clause[]): Clause {
  const possible = parts.filter(part => part !== never)
  const [first, ...more] = possible
  if (first === undefined) return never
  if (more.length === 0) return first
  const tests = possible.map(part => part.test)
  return {
    test: (node, trail) => {
      const mark = trail.mark()
      for (const test of tests) {
        if (test(node, trail)) return true
        trail.cutBack(mark)
      }
      return false
    },
    roots: possible.map(part => part.roots).reduce(uniteRoots, NO_ROOTS),
    names: possible.flatMap(part => part.names),
    isFree: possible.every(part => part.isFree),
  }
}

function negate(part: Clause): Clause {
  if (part === never) return always
  if (part === always) return never
  return {
    test: (node, trail) => {
      const mark = trail.mark()
      const isMatch = part.test(node, trail)
      trail.cutBack(mark)
      return !isMatch
    },
    roots: null,
    names: [],
    isFree: part.isFree,
  }
}
