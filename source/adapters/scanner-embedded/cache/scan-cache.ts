import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Finding } from '../../../core/finding/finding.js'
import type { FileOutcome } from '../scan/file-outcome.js'

const SCHEMA = 3

/** Projects kept; those not scanned for longest go first. */
const MAX_PROJECTS = 24
/** Largest file for one project, in UTF-16 units; a project that needs more is not cached. */
const MAX_LENGTH = 24_000_000

/** A file changed this close to when the cache was written may have changed again unseen. Milliseconds. */
const RACY = 2_000

/** Size and time of a file when it was examined. */
export type FileState = { readonly size: number; readonly mtimeMs: number }

type Entry = FileState & { readonly outcome: FileOutcome }

/** What files said about each other in the last scan, and what tells whether that still holds. */
type Links = { readonly signature: string; readonly renewed: ReadonlyMap<string, readonly Finding[]> }

/** What a scan found out. */
export type ScanMemory = {
  readonly outcomes: ReadonlyMap<string, { readonly state: FileState; readonly outcome: FileOutcome }>
  /** All files of the project; what is known of others is forgotten. */
  readonly project: readonly string[]
  readonly links: Links
  /** When the scan began, in milliseconds since 1970. */
  readonly now: number
}

/** What is known of one project from earlier scans. */
export type ScanCache = {
  /** Returns what examining the file gave when it was as `state` says, or null. */
  readonly find: (path: string, state: FileState) => FileOutcome | null
  /** Returns the findings that linking gave when everything was as the signature says, or null. */
  readonly findLinks: (signature: string) => Links['renewed'] | null
  /** Writes what a scan found out, with what is known of the project's other files. Atomic; false when it failed. */
  readonly save: (memory: ScanMemory) => Promise<boolean>
}

/**
 * Opens the cache of a project: one file of JSON lines in `folder`, named by `name`, whose first line holds `key`. All that
 * findings depend on beside the file itself is in the key; with another key, schema or an unreadable line everything is a miss.
 */
export async function openScanCache(folder: string, name: string, key: string): Promise<ScanCache> {
  const file = join(folder, `${name}.jsonl`)
  const { entries, savedAt, links } = await readEntries(file, key)
  return {
    find: (path, state) => {
      const entry = entries.get(path)
      if (entry === undefined || entry.size !== state.size || entry.mtimeMs !== state.mtimeMs) return null
      return entry.mtimeMs > savedAt - RACY ? null : entry.outcome
    },
    findLinks: signature => (links?.signature === signature ? links.renewed : null),
    save: async ({ outcomes, project, links: fresh, now }) => {
      const kept = new Map<string, Entry>()
      const existing = new Set(project)
      for (const [path, entry] of entries) if (existing.has(path)) kept.set(path, entry)
      for (const [path, { state, outcome }] of outcomes) kept.set(path, { ...state, outcome })
      const told = { signature: fresh.signature, renewed: [...fresh.renewed] }
      const lines = [JSON.stringify({ schema: SCHEMA, key, savedAt: now, links: told })]
      for (const entry of kept.values()) if (entry.outcome.isLasting) lines.push(JSON.stringify(entry))
      const text = `${lines.join('\n')}\n`
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
    },
  }
}

type Known = {
  readonly entries: ReadonlyMap<string, Entry>
  readonly savedAt: number
  readonly links: Links | null
}

async function readEntries(file: string, key: string): Promise<Known> {
  const nothing: Known = { entries: new Map(), savedAt: 0, links: null }
  try {
    const [head = '', ...lines] = (await readFile(file, 'utf8')).split('\n')
    const header: unknown = JSON.parse(head)
    if (!isHeader(header) || header.schema !== SCHEMA || header.key !== key) return nothing
    const entries = new Map<string, Entry>()
    for (const line of lines) {
      if (line === '') continue
      const entry: Entry = JSON.parse(line)
      entries.set(entry.outcome.path, entry)
    }
    // The time of the last use decides what goes when there are too many.
    await utimes(file, new Date(), new Date())
    const { signature, renewed } = header.links
    return { entries, savedAt: header.savedAt, links: { signature, renewed: new Map(renewed) } }
  } catch {
    // Missing, cut off or damaged: the same as never scanned.
    return nothing
  }
}

type Header = {
  readonly schema: number
  readonly key: string
  readonly savedAt: number
  readonly links: {
    readonly signature: string
    readonly renewed: readonly (readonly [string, readonly Finding[]])[]
  }
}

function isHeader(value: unknown): value is Header {
  const fields = ['schema', 'key', 'savedAt', 'links']
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
