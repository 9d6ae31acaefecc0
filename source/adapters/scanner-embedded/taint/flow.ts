import type { ParsedFile } from '../tree/parsed-file.js'
import type { SyntaxNode } from '../tree/syntax-node.js'
import { isConstantNode } from './constant.js'
import type { Flow, FlowQuery, FlowStep, TaintedFlow } from './flow-types.js'
import { LANGUAGE_MODELS } from './languages/language-models.js'
import type { FlowLists } from './lists/compiled-lists.js'
import { buildModel } from './model/build-model.js'
import type { FileModel } from './model/file-model.js'
import { type FoundFlow, type Fuel, searchOrigins } from './search/search.js'

/** Work all questions about one file may take together, in search tasks. */
const FUEL_A_FILE = 200_000

/** Longest trace told; of longer ones the middle is left out. */
const MAX_STEPS = 12

/** Returns the answers about a file, or null for a language whose data nobody follows yet. */
export function createFlow(file: ParsedFile, lists: FlowLists): Flow | null {
  const family = lists.familyOf(file)
  const language = LANGUAGE_MODELS[family]
  if (language === undefined) return null
  let built: FileModel | null = null
  const model = (): FileModel => {
    built ??= buildModel(file, language, lists.mutators(family))
    return built
  }
  const fuel: Fuel = { left: FUEL_A_FILE }
  let gaveUp = false

  const search = (node: SyntaxNode, query: FlowQuery, isStrict: boolean): FoundFlow | undefined => {
    const result = searchOrigins(model(), lists, query, node, { isStrict, wantsParameters: false, fuel })
    if (!result.isComplete) gaveUp = true
    return result.flows[0]
  }

  return {
    isTainted: (node, query) => {
      const strict = search(node, query, true)
      const found = strict ?? search(node, query, false)
      return found === undefined ? null : tell(file, found, node, strict === undefined)
    },
    isConstant: node => isConstantNode(model(), node),
    hasGivenUp: () => gaveUp,
  }
}

function tell(file: ParsedFile, found: FoundFlow, sink: SyntaxNode, weakened: boolean): TaintedFlow {
  const steps: FlowStep[] = []
  const add = (node: SyntaxNode, label: FlowStep['label']): void => {
    const last = steps.at(-1)
    if (last !== undefined && last.start === node.start && last.end === node.end) return
    steps.push({ path: file.path, start: node.start, end: node.end, label })
  }
  if (found.origin.is === 'source') add(found.origin.node, found.origin.label)
  for (let at = found.trail; at !== null; at = at.next) add(at.node, at.label)
  steps.push({ path: file.path, start: sink.start, end: sink.end, label: 'is used here' })
  const tooMany = steps.length - MAX_STEPS
  if (tooMany > 0) steps.splice(MAX_STEPS / 2, tooMany)
  return { trace: steps, weakened }
}
