import { type CharSet, parseRegex, type RegexNode } from './regex-syntax.js'

/** A state that reads one character; `next` holds the states that can read the following one, once for each way there. */
type State = { readonly set: CharSet; readonly next: number[] }

/** Copies made of a bounded repetition: enough to see whether it overlaps with itself. */
const MAX_COPIES = 3
const MAX_STATES = 400

/**
 * Returns whether a backtracking engine can take exponential time on some text: whether some loop can read one text
 * in two ways (the criterion of Weideman and others, 2016: two different paths from a state to itself).
 */
export function isAmbiguous(source: string, ignoreCase: boolean): boolean {
  const states: State[] = []
  const isTangled = { value: false }
  connect(parseRegex(source, ignoreCase), states, isTangled)
  if (isTangled.value || states.length > MAX_STATES) return true
  return hasDoubledLoop(states)
}

/** First and last states of a part, and whether it can be empty (Glushkov's construction). */
type Part = { readonly first: readonly number[]; readonly last: readonly number[]; readonly isEmpty: boolean }

function connect(node: RegexNode, states: State[], isTangled: { value: boolean }): Part {
  switch (node.type) {
    case 'char': {
      states.push({ set: node.set, next: [] })
      const only = [states.length - 1]
      return { first: only, last: only, isEmpty: false }
    }
    case 'alt': {
      const parts = node.items.map(item => connect(item, states, isTangled))
      return {
        first: parts.flatMap(part => part.first),
        last: parts.flatMap(part => part.last),
        isEmpty: parts.some(part => part.isEmpty),
      }
    }
    case 'seq':
      return node.items
        .map(item => connect(item, states, isTangled))
        .reduce((left, right) => follow(left, right, states), { first: [], last: [], isEmpty: true })
    case 'repeat':
      return repeat(node, states, isTangled)
  }
}

function repeat(
  node: Extract<RegexNode, { readonly type: 'repeat' }>,
  states: State[],
  isTangled: { value: boolean },
): Part {
  const { item, min, max } = node
  const copies = Math.min(Math.max(max ?? min, 1), MAX_COPIES)
  let whole: Part = { first: [], last: [], isEmpty: true }
  for (let i = 0; i < copies; i++) {
    const part = connect(item, states, isTangled)
    // Something that can be empty, repeated without bound: the same text can be read in many ways.
    if (max === null && part.isEmpty) isTangled.value = true
    const isLast = i === copies - 1
    if (isLast && max === null) link(part.last, part.first, states)
    const isOptional = i >= Math.min(min, MAX_COPIES)
    whole = follow(whole, isOptional ? { ...part, isEmpty: true } : part, states)
  }
  return whole
}

function follow(left: Part, right: Part, states: State[]): Part {
  link(left.last, right.first, states)
  return {
    first: left.isEmpty ? [...left.first, ...right.first] : left.first,
    last: right.isEmpty ? [...left.last, ...right.last] : right.last,
    isEmpty: left.isEmpty && right.isEmpty,
  }
}

function link(from: readonly number[], to: readonly number[], states: State[]): void {
  for (const state of from) states[state]?.next.push(...to)
}

/**
 * Whether two different paths lead from a state back to itself over the same characters. All states of one loop tell the
 * same, so one of each is asked.
 */
function hasDoubledLoop(states: readonly State[]): boolean {
  const asked = new Set<number>()
  for (let start = 0; start < states.length; start++) {
    if (asked.has(start)) continue
    const reached = reachedFrom(states, start)
    if (!reached.has(start)) continue
    for (const state of reached) if (reachedFrom(states, state).has(start)) asked.add(state)
    if (twoPaths(states, start)) return true
  }
  return false
}

function reachedFrom(states: readonly State[], start: number): ReadonlySet<number> {
  const seen = new Set<number>()
  const queue = [...(states[start]?.next ?? [])]
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    if (seen.has(at)) continue
    seen.add(at)
    queue.push(...(states[at]?.next ?? []))
  }
  return seen
}

/** Walks pairs of states in step; `parted` is 1 once the two took different steps. */
function twoPaths(states: readonly State[], start: number): boolean {
  const seen = new Set<number>()
  const queue: (readonly [number, number, 0 | 1])[] = [[start, start, 0]]
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    const [left, right, parted] = at
    for (const [i, a] of (states[left]?.next ?? []).entries()) {
      for (const [j, b] of (states[right]?.next ?? []).entries()) {
        if (!overlap(states[a]?.set, states[b]?.set)) continue
        const apart = parted === 1 || left !== right || i !== j ? 1 : 0
        if (apart === 1 && a === start && b === start) return true
        const key = (a * states.length + b) * 2 + apart
        if (seen.has(key)) continue
        seen.add(key)
        queue.push([a, b, apart])
      }
    }
  }
  return false
}

function overlap(left: CharSet | undefined, right: CharSet | undefined): boolean {
  if (left === right) return true
  return left?.some((has, code) => has && right?.[code] === true) === true
}
