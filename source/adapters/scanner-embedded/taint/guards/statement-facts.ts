import { childByField, namedChildren, type SyntaxNode } from '../../tree/syntax-node.js'
import { alwaysLeaves, armsOf, hasElse } from '../model/control.js'
import { calleeText } from '../search/list-reader.js'
import type { Conditions } from './conditions.js'
import { type Fact, factAbout, placesIn, testedPlace } from './fact.js'

/** What statements and surroundings say about the values used near them. */
export type StatementFacts = {
  /** Returns what holds after a statement that came before. */
  readonly after: (statement: SyntaxNode) => readonly Fact[]
  /** Returns what holds inside `node` because of where it stands in `parent`. */
  readonly fromParent: (node: SyntaxNode, parent: SyntaxNode) => readonly Fact[]
}

/** Calls that raise unless their first argument is of the type: a statement of one is a check. */
const CONVERTS = /^(int|float|UUID|uuid\.UUID|ipaddress\.ip_address|Decimal)$/

/** Arms before one that are looked at. */
const MAX_ARMS = 250

/** Returns the reader of statements for the conditions of one question. Answers are kept. */
export function createStatementFacts(conditions: Conditions): StatementFacts {
  const { model, lists, factsOf } = conditions
  const control = model.language.control
  const known = new Map<number, readonly Fact[]>()

  const afterIf = (statement: SyntaxNode): readonly Fact[] => {
    const facts: Fact[] = []
    const condition = childByField(statement, 'condition')
    if (condition === null) return facts
    const isNegated = control.negatedKinds.includes(statement.type)
    const [first, ...others] = armsOf(model, statement)
    if (first !== undefined && alwaysLeaves(model, first)) {
      facts.push(...factsOf(condition, isNegated))
      for (const other of others) {
        const next = childByField(other, 'condition')
        if (next === null || !control.ifKinds.includes(other.type)) continue
        const arm = armsOf(model, other)[0] ?? null
        if (arm === null || !alwaysLeaves(model, arm)) break
        facts.push(...factsOf(next, false))
      }
      const inner = others[0] === undefined ? undefined : nestedIf(others[0])
      if (inner !== undefined) facts.push(...after(inner))
    } else if (first !== undefined && others.length === 0) {
      facts.push(...afterDefault(statement, first, factsOf(condition, isNegated)))
    } else if (
      hasElse(model, statement) &&
      others.length > 0 &&
      others.every(one => alwaysLeaves(model, one))
    ) {
      facts.push(...factsOf(condition, !isNegated))
    }
    return facts
  }

  /** A literal, or what the lists know as harmless: `url_for('index')`. */
  const isOwnValue = (node: SyntaxNode): boolean => {
    const shape = model.shape(node)
    if (shape.is === 'call') return lists.isClean(calleeText(model, shape))
    return shape.is === 'literal' || shape.is === 'neutral'
  }

  /** `if not known(x): x = 'a'`: past it, `x` passed the check or is the default. */
  const afterDefault = (statement: SyntaxNode, arm: SyntaxNode, facts: readonly Fact[]): readonly Fact[] =>
    facts
      .filter(
        fact =>
          fact.path.length === 0 &&
          fact.variable?.definitions.some(
            one =>
              one.way === 'assign' &&
              one.writes.length === 0 &&
              one.value !== null &&
              [one.anchor, one.anchor.parent, one.anchor.parent?.parent].includes(arm) &&
              isOwnValue(one.value),
          ),
      )
      .map(fact => ({ ...fact, at: statement.end }))

  /** JavaScript writes `else if` as an `if` inside an else clause. */
  const nestedIf = (arm: SyntaxNode): SyntaxNode | undefined =>
    control.armWrappers.includes(arm.type)
      ? namedChildren(arm).find(child => control.ifKinds.includes(child.type))
      : undefined

  const afterCall = (statement: SyntaxNode): readonly Fact[] => {
    const expression = model.shape(statement).is === 'call' ? statement : namedChildren(statement)[0]
    const shape = expression === undefined ? null : model.shape(expression)
    const call = shape?.is === 'same' ? model.shape(shape.inner) : shape
    if (call?.is !== 'call') return []
    const [first] = call.args
    if (first === undefined) return []
    if (/^(assert|ok|invariant)$/.test(call.method)) return factsOf(first.node, true)
    const callee = calleeText(model, call)
    const place = testedPlace(model, first.node)
    if (CONVERTS.test(callee) && place !== null) return [factAbout(model, place, 'number', statement.end)]
    if (lists.isGuard(callee) && place !== null) return [factAbout(model, place, 'named', statement.end)]
    if (!lists.isPredicate(call.method)) return []
    const places = call.args.flatMap(argument => placesIn(model, argument.node))
    return places.map(one => factAbout(model, one, 'unknown', statement.end))
  }

  const read = (statement: SyntaxNode): readonly Fact[] => {
    if (control.ifKinds.includes(statement.type)) return afterIf(statement)
    if (control.assertKinds.includes(statement.type)) {
      const condition = namedChildren(statement)[0]
      return condition === undefined ? [] : factsOf(condition, true)
    }
    if (control.expressionStatements.includes(statement.type)) return afterCall(statement)
    if (control.tryKinds.includes(statement.type)) return afterTry(statement)
    return []
  }

  /** What the body of a `try` has checked holds after it when every handler leaves. */
  const afterTry = (statement: SyntaxNode): readonly Fact[] => {
    const handlers = statement.children.filter(child => control.handlerKinds.includes(child.type))
    const leave = handlers.every(handler => {
      const body = namedChildren(handler).at(-1)
      return body !== undefined && alwaysLeaves(model, body)
    })
    const body = childByField(statement, 'body')
    if (!leave || body === null) return []
    return namedChildren(body).slice(0, 50).flatMap(after)
  }

  const after = (statement: SyntaxNode): readonly Fact[] => {
    const before = known.get(statement.id)
    if (before !== undefined) return before
    known.set(statement.id, [])
    const facts = read(statement)
    known.set(statement.id, facts)
    return facts
  }

  /** The nearest conditions of an `elif` chain that were false when a later arm runs. */
  const armsBefore = (node: SyntaxNode, parent: SyntaxNode): readonly SyntaxNode[] =>
    parent.children
      .slice(Math.max(0, node.index - MAX_ARMS), node.index)
      .filter(child => child.field === 'alternative' && control.ifKinds.includes(child.type))

  const fromParent = (node: SyntaxNode, parent: SyntaxNode): readonly Fact[] => {
    if (control.caseKinds.includes(node.type)) return caseFacts(conditions, node)
    if (control.ifKinds.includes(parent.type)) {
      const condition = childByField(parent, 'condition')
      if (condition === null || condition === node) return []
      const isNegated = control.negatedKinds.includes(parent.type)
      if (!control.armFields.includes(node.field)) return []
      if (node.field !== 'alternative') return factsOf(condition, !isNegated)
      const conditionsBefore = armsBefore(node, parent).flatMap(arm => childByField(arm, 'condition') ?? [])
      return [condition, ...conditionsBefore].flatMap(one => factsOf(one, isNegated))
    }
    if (control.loopKinds.includes(parent.type)) {
      const condition = childByField(parent, 'condition')
      return condition !== null && node.field === 'body' ? factsOf(condition, true) : []
    }
    const shape = model.shape(parent)
    if (shape.is === 'choice') {
      if (node === shape.whenTrue) return factsOf(shape.condition, true)
      return node === shape.whenFalse ? factsOf(shape.condition, false) : []
    }
    if (shape.is === 'either') {
      const [first] = shape.options
      return first !== undefined && first !== node ? factsOf(first, false) : []
    }
    // A comprehension's conditions hold for its body.
    const filters = node.field === 'body' ? parent.children.filter(child => child.type === 'if_clause') : []
    return filters.flatMap(filter => namedChildren(filter).flatMap(one => factsOf(one, true)))
  }
  return { after, fromParent }
}

/** Inside `case 'a':` the switched value is a literal. */
function caseFacts(conditions: Conditions, node: SyntaxNode): readonly Fact[] {
  const { model } = conditions
  const { switchKinds } = model.language.control
  const statement = [node.parent, node.parent?.parent].find(one => one && switchKinds.includes(one.type))
  if (!statement) return []
  const value = ['value', 'subject', 'condition'].flatMap(field => childByField(statement, field) ?? [])[0]
  const label =
    childByField(node, 'value') ??
    childByField(node, 'pattern') ??
    namedChildren(node).find(child => /^(case_pattern|switch_label|constant_pattern)$/.test(child.type))
  if (value === undefined || label === undefined) return []
  if (!/^(case\s+)?(['"`]|-?[0-9])/.test(model.text(label))) return []
  const inner = model.shape(value)
  const place = testedPlace(model, inner.is === 'same' ? inner.inner : value)
  return place === null ? [] : [factAbout(model, place, 'equality', node.start)]
}
