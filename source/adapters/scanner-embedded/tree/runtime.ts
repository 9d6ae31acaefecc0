import { readFile } from 'node:fs/promises'
import { setFlagsFromString } from 'node:v8'
import { Language, Parser, type Tree } from 'web-tree-sitter'
import { type HeapImage, putBack, takeImage } from './heap-image.js'

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

/**
 * Most memory the parser may have, in pages of 64 kB: 256 MB. Half a megabyte of code written by hand takes 35 MB, of the
 * densest code 220 MB; over broken code the parser branches, and thirty kilobytes of it filled two gigabytes. Memory that
 * a module was once given is never given back, so this is also what every thread may keep.
 */
const MOST_PAGES = 4_096
const FIRST_PAGES = 512

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

/** The parser with the memory of the module that it lives in. One a process (or thread); whoever parses takes turns. */
type Runtime = {
  readonly parser: Parser
  readonly memory: WebAssembly.Memory
  readonly stackPointer: WebAssembly.Global | null
  readonly stackTop: unknown
  readonly raw: Raw | null
  /** What the memory holds while no text is being parsed: the parser and the grammars. */
  image: HeapImage
}

let starting: Promise<Runtime> | null = null
let runtime: Runtime | null = null

/** Starts the parser's runtime, once a process. `locate` gives the path of `web-tree-sitter.wasm`. */
export async function startRuntime(locate: (file: string) => string): Promise<Parser> {
  starting ??= initialise(locate)
  runtime = await starting
  return runtime.parser
}

async function initialise(locate: (file: string) => string): Promise<Runtime> {
  optimiseLate()
  const bytes = await readFile(locate('web-tree-sitter.wasm'))
  const memory = new WebAssembly.Memory({ initial: FIRST_PAGES, maximum: MOST_PAGES })
  let pointer: unknown
  // Emscripten fills the object it is given with the module's functions.
  const module: Record<string, unknown> = {
    wasmMemory: memory,
    // It says so when memory is full; so do we, of the file.
    printErr: () => {},
    instantiateWasm: (
      imports: WebAssembly.Imports,
      receive: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
    ) => {
      pointer = imports.env?.__stack_pointer
      void WebAssembly.instantiate(bytes, imports).then(made => receive(made.instance, made.module))
    },
  }
  await Parser.init(module)
  const raw = FUNCTIONS.every(name => typeof module[name] === 'function') ? (module as Raw) : null
  const { _malloc: allocate } = module
  const stackPointer = pointer instanceof WebAssembly.Global ? pointer : null
  if (stackPointer !== null && typeof allocate === 'function') {
    const base: number = allocate(STACK_BYTES)
    if (base > 0) stackPointer.value = (base + STACK_BYTES) & ~15
  }
  const parser = new Parser()
  return { parser, memory, stackPointer, stackTop: stackPointer?.value, raw, image: takeImage(memory) }
}

const grammars = new Map<string, Promise<Language>>()

/**
 * Returns the grammar of a file, loaded once a process: what a module was given for one it never gets back. Rejects when
 * the file holds none. The runtime must have been started.
 */
export function loadGrammar(path: string): Promise<Language> {
  const known = grammars.get(path) ?? readGrammar(path)
  grammars.set(path, known)
  return known
}

async function readGrammar(path: string): Promise<Language> {
  const compiled = await WebAssembly.compile(await readFile(path))
  if (runtime === null) throw new Error('The runtime was not started.')
  // What earlier texts left behind does not become part of the image.
  renew(runtime)
  const grammar = Language.loadSync(compiled)
  runtime.image = takeImage(runtime.memory)
  return grammar
}

/** Puts the module back to where it was after the last grammar was loaded, whatever happened to it since. */
function renew({ memory, image, stackPointer, stackTop }: Runtime): void {
  putBack(memory, image)
  if (stackPointer !== null) stackPointer.value = stackTop
}

/**
 * Returns what `work` made of a tree that it has not kept, or null when it gave up or the module broke down over it (memory
 * full, or recursion without end). The module is as good as new after each of these, and whenever its memory has grown, so
 * that what becomes of a text does not depend on the texts before it.
 */
export function withParser<Value>(work: () => Value | null): Value | null {
  const size = runtime?.memory.buffer.byteLength
  let result: Value | null = null
  try {
    result = work()
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof WebAssembly.RuntimeError)) throw error
  }
  if (runtime !== null && (result === null || runtime.memory.buffer.byteLength !== size)) renew(runtime)
  return result
}

/**
 * Returns a cursor at the root of a tree. Only one may be open at a time.
 * The public cursor copies its state in and out of the module for every question, which is half the time of a scan; calling the
 * module's functions one after the other leaves the state where it is. Where they are missing, the public one does.
 */
export function openCursor(tree: Tree): NodeCursor {
  const address: unknown = Reflect.get(tree, 0)
  const raw = runtime?.raw ?? null
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
