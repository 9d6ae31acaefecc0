import { readFile } from 'node:fs/promises'
import { setFlagsFromString } from 'node:v8'
import { Parser, type Tree } from 'web-tree-sitter'

/** Moves over a parse tree; the questions are about the node it stands on. */
export type NodeCursor = {
  readonly gotoFirstChild: () => boolean
  readonly gotoNextSibling: () => boolean
  readonly gotoParent: () => boolean
  readonly typeId: () => number
  readonly start: () => number
  readonly end: () => number
  readonly fieldId: () => number
  readonly isMissing: () => boolean
  /** Frees the parser's memory. */
  readonly close: () => void
}

/** The functions of the WebAssembly module that a cursor needs; they keep its state in the module's own buffer. */
const FUNCTIONS = [
  '_ts_tree_root_node_wasm',
  '_ts_tree_cursor_new_wasm',
  '_ts_tree_cursor_delete_wasm',
  '_ts_tree_cursor_goto_first_child_wasm',
  '_ts_tree_cursor_goto_next_sibling_wasm',
  '_ts_tree_cursor_goto_parent_wasm',
  '_ts_tree_cursor_current_node_type_id_wasm',
  '_ts_tree_cursor_start_index_wasm',
  '_ts_tree_cursor_end_index_wasm',
  '_ts_tree_cursor_current_field_id_wasm',
  '_ts_tree_cursor_current_node_is_missing_wasm',
] as const
type Raw = Record<(typeof FUNCTIONS)[number], (tree: number) => number>

/**
 * Room for the parser's own recursion, in bytes. Emscripten gives it 64 kB right above its static data and does not
 * watch the end: ten thousand nested type assertions ran over it, and every later parse failed.
 */
const STACK_BYTES = 8_000_000

let ready: Promise<void> | null = null
let raw: Raw | null = null
let stackPointer: WebAssembly.Global | null = null

/**
 * How much a function of the parser runs before V8 compiles it a second time, to run faster; a hundred times what V8 has.
 * A lexer is one huge function: to optimise it for a single file took 130 ms of processor time beside 40 ms of parsing, and
 * a scan of a thousand files gets there all the same.
 */
const OPTIMISE_AFTER = 200_000_000

/** Newest Node.js whose V8 is known to have the setting; another might complain about it on the screen. */
const NEWEST_KNOWN = 24

function optimiseLate(): void {
  if (Number.parseInt(process.versions.node, 10) <= NEWEST_KNOWN)
    setFlagsFromString(`--wasm-tiering-budget=${OPTIMISE_AFTER}`)
}

/** Starts the parser's runtime, once a process. `locate` gives the path of `web-tree-sitter.wasm`. */
export async function startRuntime(locate: (file: string) => string): Promise<void> {
  ready ??= initialise(locate)
  await ready
}

async function initialise(locate: (file: string) => string): Promise<void> {
  optimiseLate()
  const bytes = await readFile(locate('web-tree-sitter.wasm'))
  let pointer: unknown
  // Emscripten fills the object it is given with the module's functions.
  const module: Record<string, unknown> = {
    instantiateWasm: (
      imports: WebAssembly.Imports,
      receive: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
    ) => {
      pointer = imports.env?.__stack_pointer
      void WebAssembly.instantiate(bytes, imports).then(made => receive(made.instance, made.module))
    },
  }
  await Parser.init(module)
  raw = FUNCTIONS.every(name => typeof module[name] === 'function') ? (module as Raw) : null
  const { _malloc: allocate } = module
  if (pointer instanceof WebAssembly.Global && typeof allocate === 'function') {
    const base: number = allocate(STACK_BYTES)
    if (base > 0) pointer.value = (base + STACK_BYTES) & ~15
    stackPointer = pointer
  }
}

/** Returns what `work` returns, or null when the module broke down over it; the parser is made new then. */
export function guardParser<Value>(parser: Parser, work: () => Value): Value | null {
  const top: unknown = stackPointer?.value
  try {
    return work()
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof WebAssembly.RuntimeError)) throw error
    if (stackPointer !== null) stackPointer.value = top
    // What the broken parser holds is lost; freeing it could break more.
    const renew: unknown = Reflect.get(parser, 'initialize')
    if (typeof renew === 'function') renew.call(parser)
    return null
  }
}

/**
 * Returns a cursor at the root of a tree. Only one may be open at a time.
 * The public cursor copies its state in and out of the module for every question, which is half the time of a scan; calling the
 * module's functions one after the other leaves the state where it is. Where they are missing, the public one does.
 */
export function openCursor(tree: Tree): NodeCursor {
  const address: unknown = Reflect.get(tree, 0)
  return raw === null || typeof address !== 'number' ? publicCursor(tree) : new RawCursor(raw, address)
}

class RawCursor implements NodeCursor {
  constructor(
    private readonly raw: Raw,
    private readonly tree: number,
  ) {
    raw._ts_tree_root_node_wasm(tree)
    raw._ts_tree_cursor_new_wasm(tree)
  }
  gotoFirstChild(): boolean {
    return this.raw._ts_tree_cursor_goto_first_child_wasm(this.tree) === 1
  }
  gotoNextSibling(): boolean {
    return this.raw._ts_tree_cursor_goto_next_sibling_wasm(this.tree) === 1
  }
  gotoParent(): boolean {
    return this.raw._ts_tree_cursor_goto_parent_wasm(this.tree) === 1
  }
  typeId(): number {
    return this.raw._ts_tree_cursor_current_node_type_id_wasm(this.tree)
  }
  start(): number {
    return this.raw._ts_tree_cursor_start_index_wasm(this.tree)
  }
  end(): number {
    return this.raw._ts_tree_cursor_end_index_wasm(this.tree)
  }
  fieldId(): number {
    return this.raw._ts_tree_cursor_current_field_id_wasm(this.tree)
  }
  isMissing(): boolean {
    return this.raw._ts_tree_cursor_current_node_is_missing_wasm(this.tree) === 1
  }
  close(): void {
    this.raw._ts_tree_cursor_delete_wasm(this.tree)
  }
}

/** Returns the library's own cursor in our words. */
export function publicCursor(tree: Tree): NodeCursor {
  const cursor = tree.walk()
  return {
    gotoFirstChild: () => cursor.gotoFirstChild(),
    gotoNextSibling: () => cursor.gotoNextSibling(),
    gotoParent: () => cursor.gotoParent(),
    typeId: () => cursor.nodeTypeId,
    start: () => cursor.startIndex,
    end: () => cursor.endIndex,
    fieldId: () => cursor.currentFieldId,
    isMissing: () => cursor.nodeIsMissing,
    close: () => cursor.delete(),
  }
}
