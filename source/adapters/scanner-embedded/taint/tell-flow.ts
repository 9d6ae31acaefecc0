import type { ParsedFile } from '../tree/parsed-file.js'
import type { SyntaxNode } from '../tree/syntax-node.js'
import type { FlowStep, TaintedFlow } from './flow-types.js'
import type { FlowLabel } from './labels.js'
import type { FoundFlow } from './search/search.js'

/** Longest trace told; of longer ones the middle is left out. */
const MAX_STEPS = 12

/** Returns a found flow as it is told: source first, the asked node last. */
export function tellFlow(
  file: ParsedFile,
  found: FoundFlow,
  sink: SyntaxNode,
  isWeakened: boolean,
): TaintedFlow {
  const { origin } = found
  const steps: FlowStep[] = []
  const add = (node: SyntaxNode, label: FlowLabel): void => {
    const last = steps.at(-1)
    const isRepeated = last?.path === file.path && last.start === node.start && last.end === node.end
    if (!isRepeated) steps.push({ path: file.path, start: node.start, end: node.end, label })
  }
  if (origin.is === 'source') add(origin.node, origin.label)
  if (origin.is === 'elsewhere') steps.push(...origin.flow.trace)
  let returned = false
  for (let at = found.trail; at !== null; at = at.next) {
    if (at.label === 'is returned by a function') returned = true
    add(at.node, at.label)
  }
  steps.push({ path: file.path, start: sink.start, end: sink.end, label: 'is used here' })
  const tooMany = steps.length - MAX_STEPS
  if (tooMany > 0) steps.splice(MAX_STEPS / 2, tooMany)
  const isWeakenedBefore = origin.is === 'elsewhere' && origin.flow.weakened
  return { trace: steps, weakened: isWeakened || isWeakenedBefore, returned }
}
