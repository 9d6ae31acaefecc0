import type { SyntaxNode } from '../../tree/syntax-node.js'
import { isConstantNode } from '../constant.js'
import type { Definition, FileModel, Variable } from '../model/file-model.js'
import type { ListReader } from '../search/list-reader.js'
import type { Task } from '../search/task.js'
import { createConditions } from './conditions.js'
import type { Fact } from './fact.js'
import { createStatementFacts } from './statement-facts.js'

/** The guards of one question. */
export type Guards = {
  /** Returns whether the value of a name (or a member of it) may still be harmful where `task` looks at it. */
  readonly lets: (
    use: SyntaxNode,
    name: string,
    path: readonly string[],
    task: Task,
    isStrict: boolean,
  ) => boolean
  /** Returns whether a value given to a name inside a block is checked in that block, which `use` stands behind. */
  readonly leavesChecked: (
    one: Definition,
    use: SyntaxNode,
    name: string,
    path: readonly string[],
    isStrict: boolean,
  ) => boolean
  /** Returns whether harmful values of `parameter` may make `test` true. */
  readonly passes: (test: SyntaxNode, parameter: SyntaxNode, isStrict: boolean) => boolean
}

/** Statements before a place that are looked at for early returns, per block. */
const MAX_STATEMENTS = 250

/** Facts of one place, the nearest: all of them are asked for every value that is looked at there. */
const MAX_FACTS = 2_000

/** Levels above a place that are looked at. */
const MAX_LEVELS = 300

/** Returns the guards of a question. */
export function createGuards(model: FileModel, lists: ListReader): Guards {
  const conditions = createConditions(model, lists)
  const statementFacts = createStatementFacts(conditions)
  const known = new Map<number, readonly Fact[]>()

  /** Everything that is known to hold at a node. */
  const factsAt = (node: SyntaxNode): readonly Fact[] => {
    const before = known.get(node.id)
    if (before !== undefined) return before
    const facts: Fact[] = []
    for (let at = node, levels = 0; at.parent !== null && levels < MAX_LEVELS; at = at.parent, levels++) {
      if (facts.length > MAX_FACTS) break
      if (model.functions.get(at.id)?.parts.isHoisted) break
      facts.push(...statementFacts.fromParent(at, at.parent))
      if (!model.language.control.blockKinds.includes(at.parent.type)) continue
      const siblings = at.parent.children
      for (let i = at.index - 1; i >= Math.max(0, at.index - MAX_STATEMENTS); i--) {
        const statement = siblings[i]
        if (statement?.isNamed) facts.push(...statementFacts.after(statement))
      }
    }
    known.set(node.id, facts)
    return facts
  }

  const counts = (fact: Fact, isStrict: boolean): boolean => {
    switch (fact.test) {
      case 'unknown':
        return isStrict
      case 'named':
      case 'membership':
      case 'equality':
      case 'pattern':
      case 'number':
        return true
      default:
        return lists.countsTest(fact.test)
    }
  }

  const lets: Guards['lets'] = (use, name, path, task, isStrict) => {
    const variable = model.variableAt(use, name)
    for (const place of task.watch === use ? [use] : [use, task.watch]) {
      for (const fact of factsAt(place)) {
        if (fact.name !== name || fact.variable !== variable) continue
        if (!fact.path.every((key, index) => key === path[index])) continue
        if (isRewritten(model, variable, fact, place)) continue
        if (counts(fact, isStrict)) return false
      }
    }
    return true
  }

  const leavesChecked: Guards['leavesChecked'] = (one, use, name, path, isStrict) => {
    if (one.way !== 'assign' || one.writes.length > 0) return false
    const { blockKinds } = model.language.control
    let statement = one.anchor
    for (let i = 0; i < 4 && statement.parent && !blockKinds.includes(statement.parent.type); i++)
      statement = statement.parent
    const block = statement.parent
    if (block === null || !blockKinds.includes(block.type)) return false
    if (block.start <= use.start && use.end <= block.end) return false
    const variable = model.variableAt(use, name)
    const behind = block.children.slice(statement.index + 1, statement.index + 1 + MAX_STATEMENTS)
    return behind
      .filter(next => next.isNamed)
      .flatMap(next => statementFacts.after(next))
      .some(
        fact =>
          fact.name === name &&
          fact.variable === variable &&
          fact.path.every((key, index) => key === path[index]) &&
          counts(fact, isStrict),
      )
  }

  return {
    lets,
    leavesChecked,
    passes: (test, parameter, isStrict) => {
      const name = model.text(parameter)
      const facts = conditions.factsOf(test, true)
      return !facts.some(fact => fact.name === name && fact.path.length === 0 && counts(fact, isStrict))
    },
  }
}

/** A variable that is set anew after the check is not checked any more, unless it is set to what nobody else chooses. */
function isRewritten(model: FileModel, variable: Variable | null, fact: Fact, place: SyntaxNode): boolean {
  if (variable === null) return false
  return variable.definitions.some(
    one =>
      one.effect > fact.at &&
      one.anchor.end <= place.start &&
      one.way !== 'mutate' &&
      one.writes.every((key, index) => key === fact.path[index]) &&
      !addsOwnText(model, one),
  )
}

/** `path = BASE + '/index.html'`, `path = path + '/index.html'`. */
function addsOwnText(model: FileModel, one: Definition): boolean {
  if (one.way !== 'assign' || one.value === null || one.path.length > 0) return false
  const shape = model.shape(one.value)
  const parts = shape.is === 'text' ? shape.parts : [one.value]
  const own = model.text(one.target)
  return parts.every(part => (parts.length > 1 && model.text(part) === own) || isConstantNode(model, part))
}
