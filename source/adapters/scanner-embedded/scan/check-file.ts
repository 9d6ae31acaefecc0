import { type Confidence, confidenceRank } from '../../../core/finding/severity.js'
import { type CompiledRule, findMatches, type Match } from '../match/compiled-rule.js'
import type { Rule, RuleTaint } from '../rules/rule.js'
import type { Flow, TaintedFlow } from '../taint/flow-types.js'
import type { FlowLabel } from '../taint/labels.js'
import { isWellKnown } from '../tree/language.js'
import type { ParsedFile } from '../tree/parsed-file.js'
import type { SyntaxNode } from '../tree/syntax-node.js'
import { COST, type Spend } from '../tree/work.js'
import type { RawFinding } from './raw-finding.js'

/** Returns what one rule finds in a file. `flow` is asked only when the shape matched. Ends early when the budget is used up. */
export function checkRule(
  rule: Rule,
  compiled: CompiledRule,
  file: ParsedFile,
  flow: () => Flow,
  spend: Spend,
): readonly RawFinding[] {
  const findings: RawFinding[] = []
  const route = rule.route === '' ? null : new RegExp(rule.route, 'i')
  for (const match of findMatches(compiled, file, spend)) {
    if (spend(COST.look)) break
    if (route !== null && !route.test(flow().routeOf(match.node))) continue
    const finding = judge(rule, match, file.path, flow)
    if (finding !== null) findings.push(finding)
  }
  return findings
}

/**
 * A flow past a check that nobody can judge, or over many steps. On the applications of docs/accuracy.md fewer than one
 * in ten of these were true when they were told at one tier less, so they are told at the lowest.
 */
const UNSURE_FLOW = 'low'

/** Longer flows are unsure; the bounds were chosen by eye. */
const MOST_STEPS = 8
const MOST_FILES = 2

function isFarApart(flow: TaintedFlow): boolean {
  return flow.trace.length > MOST_STEPS || countFiles(flow) > MOST_FILES
}

/** Steps that lead from one function to another, or into a thing that holds more than the value. */
const BETWEEN_FUNCTIONS: ReadonlySet<FlowLabel> = new Set([
  'is passed to a function',
  'arrives as a parameter',
  'is returned by a function',
  // Kept with other things, and taken out again somewhere.
  'becomes part of an object',
])

/** Calls that hand on what they are given for sure; what others give back may be anything. */
const SURE_CARRIERS = 'plain-carriers'

/** Input that reaches the sink within one function, from a source that the rule is sure of, past no unread code. */
function isSure(
  rule: Rule,
  taint: RuleTaint,
  sink: SyntaxNode,
  found: TaintedFlow,
  flow: () => Flow,
): boolean {
  if (rule.confidence.far === rule.confidence.taint) return true
  if (isBetweenFunctions(found)) return false
  const sources = taint.sure.length > 0 ? taint.sure : taint.sources
  const query = { ...taint, sources, carriers: SURE_CARRIERS, weakness: rule.weakness }
  const sure = flow().isTainted(sink, query)
  return sure !== null && !sure.weakened && !isBetweenFunctions(sure)
}

function isBetweenFunctions(flow: TaintedFlow): boolean {
  return flow.trace.some(step => BETWEEN_FUNCTIONS.has(step.label)) || countFiles(flow) > 1
}

function countFiles({ trace }: TaintedFlow): number {
  return new Set(trace.map(step => step.path)).size
}

/** Labels of the steps that lead from a call into a function. */
const INTO_FUNCTION: ReadonlySet<FlowLabel> = new Set(['is passed to a function', 'arrives as a parameter'])

/**
 * Returns the most that is told of a flow that leaves its function. In applications in Go, PHP, Java, Ruby and C# what a
 * function of the project gave back was nearly never harmful any more.
 */
function reachOf(rule: Rule, flow: TaintedFlow): Confidence {
  if (rule.languages.some(isWellKnown)) return 'high'
  if (flow.returned) return 'low'
  const isOneFile = countFiles(flow) <= 1
  const ways = flow.trace.filter(step => INTO_FUNCTION.has(step.label)).length
  if (ways === 0 && isOneFile) return 'high'
  return isOneFile && ways <= 2 ? 'medium' : 'low'
}

/** Returns the lower of two confidences. */
function lower(a: Confidence, b: Confidence): Confidence {
  return confidenceRank(a) < confidenceRank(b) ? a : b
}

/** The rule names shapes, and files, of which it is less sure. */
function atMost(level: Confidence, { ceiling }: Match, rule: Rule, path: string): Confidence {
  const here = rule.atMostIn.find(([, where]) => new RegExp(where).test(path))?.[0] ?? null
  return [ceiling, here].reduce<Confidence>((least, one) => (one === null ? least : lower(one, least)), level)
}

/** A shape whose value comes from outside is the taint form, one whose value is not constant the audit form. */
function judge(rule: Rule, match: Match, path: string, flow: () => Flow): RawFinding | null {
  const { taint, confidence } = rule
  const sink = taint === null ? undefined : match.bindings.single.get(taint.sink)
  const anchor = sink ?? match.node
  if (taint !== null && sink !== undefined) {
    const found = flow().isTainted(sink, { ...taint, weakness: rule.weakness })
    if (found !== null) {
      const isUnsure = found.weakened || isFarApart(found)
      const sure = isUnsure || isSure(rule, taint, sink, found, flow) ? confidence.taint : confidence.far
      const level = isUnsure ? UNSURE_FLOW : lower(sure, reachOf(rule, found))
      return {
        rule,
        match,
        confidence: atMost(level, match, rule, path),
        trace: found.trace,
        anchor,
        exempt: exemptOf(rule, match, flow),
      }
    }
  }
  if (confidence.audit === null) return null
  const value = rule.nonConstant === '' ? undefined : match.bindings.single.get(rule.nonConstant)
  if (value !== undefined && flow().isConstant(value)) return null
  return {
    rule,
    match,
    confidence: atMost(confidence.audit, match, rule, path),
    trace: [],
    anchor,
    exempt: exemptOf(rule, match, flow),
  }
}

/** What a person said of the function that the match is in, calls or gets its value from. */
function exemptOf(rule: Rule, match: Match, flow: () => Flow): RawFinding['exempt'] {
  const name = rule.taint?.sink ?? rule.nonConstant
  const sink = match.bindings.single.get(name) ?? null
  return flow().trustedAt(match.node, sink, rule.weakness)?.exempt ?? null
}
