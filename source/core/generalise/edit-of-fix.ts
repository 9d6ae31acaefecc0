import type { Hunk } from '../fix/hunk.js'
import type { TextRange, TreeNode } from '../syntax/tree.js'

/** The smallest piece of code a fix is about, before and after; `after` is empty when no single piece took its place. */
export type CodeEdit = { readonly before: string; readonly after: string }

/** Kinds that hold an API: learning never looks below them, or the API would be lost (learning.md §2.2). */
const HOLDERS = new Set([
  'call_expression',
  'new_expression',
  'call',
  'assignment_expression',
  'assignment',
  'augmented_assignment_expression',
  'pair',
  'keyword_argument',
])
const LONGEST = 400

/**
 * Returns the call, assignment or option that a finding points at, and what stands in its place after the fix. Null when
 * the finding points at nothing of that kind, or at code too long to learn from.
 */
export function editOfFix(
  before: { readonly text: string; readonly root: TreeNode; readonly finding: TextRange },
  after: { readonly text: string; readonly root: TreeNode },
  hunks: readonly Hunk[],
): CodeEdit | null {
  const holder = holderAt(before.root, before.finding)
  if (holder === null || holder.end - holder.start > LONGEST) return null
  const code = before.text.slice(holder.start, holder.end)
  const region = regionAfter(before.text, holder, after.text, hunks)
  // The old code is still there: the fix added something beside it, and its shape is not the mistake.
  if (region !== null && after.text.slice(region.start, region.end).includes(code)) return null
  const replaced = region === null ? null : replacementIn(after, region, holder.type, headOf(code))
  return {
    before: code,
    after:
      replaced === null || replaced.end - replaced.start > LONGEST
        ? ''
        : after.text.slice(replaced.start, replaced.end),
  }
}

/** The innermost node that holds an API and covers the range, or the outermost one inside it. */
function holderAt(root: TreeNode, range: TextRange): TreeNode | null {
  let best: TreeNode | null = null
  let at: TreeNode | undefined = root
  while (at) {
    if (HOLDERS.has(at.type) && at !== root) best = at
    at = at.children.find(child => child.start <= range.start && child.end >= range.end)
    // A node that is the match itself is the one the rule meant.
    if (at && at.start === range.start && at.end === range.end && HOLDERS.has(at.type)) return at
  }
  return best ?? firstInside(root, range)
}

function firstInside(root: TreeNode, range: TextRange): TreeNode | null {
  for (const child of root.children) {
    if (child.end <= range.start || child.start >= range.end) continue
    if (HOLDERS.has(child.type) && child.start >= range.start && child.end <= range.end) return child
    const inner = firstInside(child, range)
    if (inner) return inner
  }
  return null
}

/** The part of the new text that took the place of the lines a node stood on, found through the diff. */
function regionAfter(
  beforeText: string,
  node: TreeNode,
  afterText: string,
  hunks: readonly Hunk[],
): TextRange | null {
  const first = lineOf(beforeText, node.start)
  const last = lineOf(beforeText, node.end)
  for (const hunk of hunks) {
    let before = hunk.beforeStart
    let after = hunk.afterStart
    let from = after
    let to: number | null = null
    for (const line of hunk.lines) {
      if (line.kind === 'same' && before < first) from = after + 1
      if (line.kind === 'same' && before > last) to ??= after - 1
      if (line.kind !== 'added') before++
      if (line.kind !== 'removed') after++
    }
    if (hunk.beforeStart > first || before <= first) continue
    // Below the hunk every line is the same, only moved.
    return linesRange(afterText, from, to ?? Math.max(after - 1, last + after - before))
  }
  return null
}

/** Range of the lines `from` to `to`, both included, counted from 1. */
function linesRange(text: string, from: number, to: number): TextRange {
  const lines = text.split('\n')
  const start = lines.slice(0, from - 1).reduce((sum, line) => sum + line.length + 1, 0)
  return { start, end: start + lines.slice(from - 1, to).join('\n').length }
}

/** The call of the same name in the region, else the last node of the same sort: declarations come first. */
function replacementIn(
  after: { readonly text: string; readonly root: TreeNode },
  region: TextRange,
  type: string,
  head: string,
): TreeNode | null {
  const found: TreeNode[] = []
  const outermost: TreeNode[] = []
  const visit = (node: TreeNode, isInner: boolean): void => {
    if (node.end <= region.start || node.start >= region.end) return
    const counts = node.start >= region.start && node.end <= region.end && isSameSort(node.type, type)
    if (counts) found.push(node)
    if (counts && !isInner) outermost.push(node)
    for (const child of node.children) visit(child, isInner || counts)
  }
  visit(after.root, false)
  const namesake = found.find(node => headOf(after.text.slice(node.start, node.end)) === head)
  return namesake ?? outermost.at(-1) ?? null
}

/** What is called, assigned or set, as written. */
function headOf(code: string): string {
  return /^[^(=:]*/.exec(code)?.[0].trim() ?? ''
}

function isSameSort(type: string, other: string): boolean {
  const calls = ['call_expression', 'new_expression', 'call']
  return type === other || (calls.includes(type) && calls.includes(other))
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}
