import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type EntryTables,
  type FileState,
  type KnownFile,
  openTables,
  packEntry,
  unpackEntry,
  type WrittenTables,
  writeTables,
} from './pack-entry.js'

const SCHEMA = 4

/** Projects kept; those not scanned for longest go first. */
const MAX_PROJECTS = 24
/** Largest file for one project, in UTF-16 units; a project that needs more is not cached. */
const MAX_LENGTH = 48_000_000

/** A file changed this close to when the cache was written may have changed again unseen. Milliseconds. */
const RACY = 2_000

/** What a scan found out. */
export type ScanMemory = {
  /** What is new or otherwise than before. */
  readonly files: readonly KnownFile[]
  /** All files of the project; what is known of others is forgotten. */
  readonly project: readonly string[]
  /** When the scan began, in milliseconds since 1970. */
  readonly now: number
}

/** What is known of one project from earlier scans. */
export type ScanCache = {
  /** Returns what is known of the file, if it is as `state` says, or null. */
  readonly find: (path: string, state: FileState) => KnownFile | null
  /** Returns what is known of the file whatever its state; the caller compares the content. */
  readonly recall: (path: string) => KnownFile | null
  /** Writes what a scan found out, with what is known of the project's other files. Atomic; false when it failed. */
  readonly save: (memory: ScanMemory) => Promise<boolean>
}

/** An entry with the line that it was read from, which is written again as it is. */
type Entry = { readonly known: KnownFile; readonly line: string }

/**
 * Opens the cache of a project: one file of JSON lines in `folder`, named by `name`, whose first line holds `key`. All that
 * findings depend on beside the files is in the key; with another key, schema or an unreadable line everything is a miss.
 */
export async function openScanCache(folder: string, name: string, key: string): Promise<ScanCache> {
  const file = join(folder, `${name}.jsonl`)
  const { entries, savedAt, tables } = await readEntries(file, key)
  return {
    find: (path, state) => {
      const known = entries.get(path)?.known
      if (known === undefined || !isSameState(known.state, state)) return null
      return Math.max(state.mtimeMs, state.ctimeMs) > savedAt - RACY ? null : known
    },
    recall: path => entries.get(path)?.known ?? null,
    save: async memory => {
      const lines = new Map<string, string>()
      const existing = new Set(memory.project)
      for (const [path, { line }] of entries) if (existing.has(path)) lines.set(path, line)
      for (const known of memory.files) {
        if (known.outcome.isLasting) lines.set(known.outcome.path, JSON.stringify(packEntry(known, tables)))
        else lines.delete(known.outcome.path)
      }
      const head = { schema: SCHEMA, key, savedAt: memory.now, ...writeTables(tables) }
      return write(folder, file, [JSON.stringify(head), ...lines.values(), ''].join('\n'))
    },
  }
}

function isSameState(a: FileState, b: FileState): boolean {
  return a.size === b.size && a.mtimeMs === b.mtimeMs && a.ctimeMs === b.ctimeMs && a.inode === b.inode
}

async function write(folder: string, file: string, text: string): Promise<boolean> {
  if (text.length > MAX_LENGTH) return false
  try {
    await mkdir(folder, { recursive: true })
    const temporary = `${file}.${process.pid}`
    await writeFile(temporary, text)
    await rename(temporary, file)
    await dropOldest(folder)
    return true
  } catch {
    // Without a cache the next scan is slower, and nothing else: no reason to bother anybody.
    return false
  }
}

type Known = {
  readonly entries: ReadonlyMap<string, Entry>
  readonly savedAt: number
  readonly tables: EntryTables
}

async function readEntries(file: string, key: string): Promise<Known> {
  const nothing: Known = { entries: new Map(), savedAt: 0, tables: openTables() }
  try {
    const [head = '', ...lines] = (await readFile(file, 'utf8')).split('\n')
    const header: unknown = JSON.parse(head)
    if (!isHeader(header) || header.schema !== SCHEMA || header.key !== key) return nothing
    const tables = openTables(header)
    const entries = new Map<string, Entry>()
    // The last line ends like the others, so a file that was cut off shows.
    if (lines.pop() !== '') return nothing
    for (const line of lines) {
      const known = unpackEntry(JSON.parse(line), tables)
      entries.set(known.outcome.path, { known, line })
    }
    // The time of the last use decides what goes when there are too many.
    await utimes(file, new Date(), new Date())
    return { entries, savedAt: header.savedAt, tables }
  } catch {
    // Missing, cut off or damaged: the same as never scanned.
    return nothing
  }
}

type Header = WrittenTables & {
  readonly schema: number
  readonly key: string
  readonly savedAt: number
}

function isHeader(value: unknown): value is Header {
  const fields = ['schema', 'key', 'savedAt', 'kinds', 'queries']
  return typeof value === 'object' && value !== null && fields.every(field => field in value)
}

async function dropOldest(folder: string): Promise<void> {
  // What a process that was killed left half-written counts too, and goes in its turn.
  const names = (await readdir(folder)).filter(name => name.includes('.jsonl'))
  if (names.length <= MAX_PROJECTS) return
  const files = await Promise.all(
    names.map(async name => ({ path: join(folder, name), used: (await stat(join(folder, name))).mtimeMs })),
  )
  files.sort((a, b) => b.used - a.used)
  for (const { path } of files.slice(MAX_PROJECTS)) await rm(path, { force: true })
}
