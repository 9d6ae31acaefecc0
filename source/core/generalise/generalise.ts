import { constraintFor } from './constraints.js'
import { keepsAlone, keepsShared, type Part } from './keep-alone.js'
import type { Pattern, PatternRule } from './pattern.js'

/** One fix as trees of its two pieces; `after` is null when no single piece took the place. */
export type Example = { readonly before: Part; readonly after: Part | null }

/** Variables by the tuple of texts they stand for, one text an example. */
type Table = Map<string, { readonly name: string; readonly kinds: readonly Part[] }>

/** What generalising gave: source text with metavariables. */
type Draft = { readonly text: string; readonly isWhole: boolean }

/**
 * Returns the least general pattern that covers the `before` of all examples, by anti-unification with one table of
 * variables (learning.md §2.2): what is the same in all stays, what differs becomes a variable with the kinds seen there.
 * From one example, names in call and property position stay, and the rest is abstracted. A rewrite is added from two
 * examples on, when every variable of the `after` is bound in the `before`. Null when no API would be left.
 */
export function generalise(examples: readonly Example[]): Pattern | null {
  const [first] = examples
  if (!first) return null
  const table: Table = new Map()
  const before = unify(
    examples.map(one => one.before),
    table,
    true,
  )
  if (before === null || !before.isWhole) return null
  const constraints = Object.fromEntries(
    [...table.values()].flatMap(({ name, kinds }): [string, PatternRule][] => {
      const rule = constraintFor(kinds)
      return rule === null ? [] : [[name, rule]]
    }),
  )
  const rule = first.before.wrap(before.text)
  const fix = examples.length >= 2 ? rewriteOf(examples, table) : null
  return { rule: { pattern: rule }, constraints, ...(fix === null ? {} : { fix }) }
}

function rewriteOf(examples: readonly Example[], table: Table): string | null {
  const afters = examples.flatMap(one => (one.after ? [one.after] : []))
  if (afters.length !== examples.length) return null
  const bound = new Set(table.keys())
  const after = unify(afters, table, true)
  const isBound = [...table.keys()].every(key => bound.has(key))
  return after !== null && isBound ? after.text : null
}

/** Unifies the pieces node by node; the text comes from the first, with variables in place of what differs. */
function unify(parts: readonly Part[], table: Table, isRoot: boolean): Draft | null {
  const [first] = parts
  if (!first) return null
  const texts = parts.map(part => part.text)
  const isSame = texts.every(text => text === texts[0])
  if (isSame && (parts.length > 1 ? keepsShared(first) && !holdsLocals(first) : keepsAlone(first)))
    return { text: first.text, isWhole: true }
  const isInner = parts.every(part => part.node.type === first.node.type && part.node.children.length > 0)
  const mayDescend = isInner && !isAtomic(first.node.type) && (parts.length > 1 || first.isSpine)
  if (!mayDescend) return isRoot ? null : { text: variable(parts, table), isWhole: false }
  const arity = Math.min(...parts.map(part => part.children.length))
  const isEven = parts.every(part => part.children.length === arity)
  if (!isEven && first.node.type !== 'arguments' && first.node.type !== 'argument_list')
    return isRoot ? null : { text: variable(parts, table), isWhole: false }
  return unifyChildren(parts, table, isEven)
}

/** Lists of unequal length keep their common beginning; `$$$` stands for the rest. */
function unifyChildren(parts: readonly Part[], table: Table, isEven: boolean): Draft | null {
  const [first] = parts
  if (!first) return null
  let text = ''
  let at = first.node.start
  let isWhole = false
  const count = isEven ? first.children.length : commonArguments(parts)
  for (let index = 0; index < count; index++) {
    const children = parts.map(part => part.children[index]).filter(part => part !== undefined)
    const [child] = children
    if (!child) continue
    const draft = unify(children, table, false)
    if (draft === null) return null
    text += first.between(at, child.node.start) + draft.text
    at = child.node.end
    isWhole ||= draft.isWhole && child.isHead
  }
  if (isEven) return { text: text + first.between(at, first.node.end), isWhole }
  return { text: `${text.replace(/,\s*$/, '')}${count > 1 ? ', ' : ''}$$$)`, isWhole }
}

/** How many children all lists have in common before the shortest one closes. */
function commonArguments(parts: readonly Part[]): number {
  return Math.min(...parts.map(part => part.children.length)) - 1
}

/** The same tuple of texts is the same variable, before and after. */
function variable(parts: readonly Part[], table: Table): string {
  const key = JSON.stringify(parts.map(part => part.text))
  const known = table.get(key)
  if (known) return `$${known.name}`
  const name = `V${table.size + 1}`
  table.set(key, { name, kinds: parts })
  return `$${name}`
}

/** Whether a piece that is the same in all examples has local names inside, which are the same by chance. */
function holdsLocals(part: Part): boolean {
  return part.children.some(child => (child.children.length === 0 ? !keepsShared(child) : holdsLocals(child)))
}

/** Text literals are wholes: a metavariable cannot stand inside one. */
function isAtomic(type: string): boolean {
  return ['string', 'template_string', 'concatenated_string', 'regex', 'comment'].includes(type)
}
