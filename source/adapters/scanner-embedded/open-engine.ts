import type { TrustedFunction } from '../../core/finding/trusted-function.js'
import type { Hash } from '../../ports/system.js'
import { threadTime } from '../system/thread-time.js'
import { createFixOffice, type FixOffice } from './fix/offered-fixes.js'
import type { RulePack } from './rules/rule-pack.js'
import { createFlowMaker } from './scan/flow-maker.js'
import { createScanEngine, type ScanEngine } from './scan/scan-engine.js'
import type { HandledRoute } from './taint/handled-route.js'
import { createLinker, type LinkFile, type LinkProject } from './taint/link/link-files.js'
import { compileLists } from './taint/lists/compile-lists.js'
import { openGrammars } from './tree/grammars.js'

export type EngineParts = {
  readonly pack: RulePack
  readonly hash: Hash
  readonly hasModule: (name: string) => boolean
  /** Folder of the `.wasm` files; absent: they come from node_modules. */
  readonly grammars?: string
  /** Functions of the project that a person vouched for, as they are now. */
  readonly trusted?: () => readonly TrustedFunction[]
  /** Routes that OpenAPI documents of the project give to its functions, as they are now. */
  readonly routes?: () => readonly HandledRoute[]
}

export type OpenedEngine = {
  readonly engine: ScanEngine
  readonly office: FixOffice
  /** Returns what links the files of a project. */
  readonly createLinker: (project: LinkProject) => LinkFile
}

/** Starts the parser's runtime and returns an engine; rejects when the runtime is missing. */
export async function openEngine({
  pack,
  hash,
  hasModule,
  grammars: folder,
  trusted,
  routes,
}: EngineParts): Promise<OpenedEngine> {
  const grammars = await openGrammars(folder)
  const office = createFixOffice(grammars.parser, hasModule)
  const lists = compileLists(pack.lists, trusted, routes)
  const engine = createScanEngine({
    pack,
    grammars,
    hash,
    hasModule,
    createFlow: createFlowMaker(lists),
    elapsed: threadTime,
    fixesOf: (finding, file) => office.offers(finding, file).map(offer => offer.fix),
  })
  return { engine, office, createLinker: project => createLinker(lists, project) }
}
