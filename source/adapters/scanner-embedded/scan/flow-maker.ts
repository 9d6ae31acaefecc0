import { createFlow } from '../taint/flow.js'
import type { Flow, FlowContext } from '../taint/flow-types.js'
import type { FlowLists } from '../taint/lists/compiled-lists.js'
import type { ParsedFile } from '../tree/parsed-file.js'
import { createNoFlow } from './no-flow.js'

/** Makes the data-flow answers about a file, with what other files say about it. */
export type MakeFlow = (file: ParsedFile, context?: FlowContext) => Flow

/** Returns a maker of data-flow answers that knows the named lists of the pack. */
export function createFlowMaker(lists: FlowLists): MakeFlow {
  return (file, context) => createFlow(file, lists, context) ?? createNoFlow()
}
