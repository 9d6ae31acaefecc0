import { createFlow } from '../taint/flow.js'
import type { Flow } from '../taint/flow-types.js'
import { compileLists } from '../taint/lists/compile-lists.js'
import type { ListText } from '../taint/lists/list-schema.js'
import type { ParsedFile } from '../tree/parsed-file.js'
import { createNoFlow } from './no-flow.js'

/** Returns a maker of data-flow answers that knows the named lists of the pack. */
export function createFlowMaker(lists: readonly ListText[]): (file: ParsedFile) => Flow {
  const compiled = compileLists(lists)
  return file => createFlow(file, compiled) ?? createNoFlow()
}
