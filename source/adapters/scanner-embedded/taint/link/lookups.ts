import type { Hash } from '../../../../ports/system.js'
import type { ImportIndex } from './import-index.js'
import type { ResolvedImport } from './resolve-module.js'

/** What was asked of the project: the content of a file, who imports it, or which file an import means. */
type LookupKind = 'content' | 'importers' | 'resolve'

/** One question to the project and a digest of its answer. With equal answers, whatever was made of them is equal too. */
export type Lookup = readonly [kind: LookupKind, subject: string, answer: string]

/** The project as linking asks it. */
export type Lookups = {
  readonly has: (path: string) => boolean
  readonly importersOf: (path: string) => readonly string[]
  readonly resolve: (from: string, module: string, members: readonly string[]) => readonly ResolvedImport[]
  /** Notes that the answer depends on what a file holds. */
  readonly noteContent: (path: string) => void
  /**
   * Returns what `work` returns, made once for each key, with all that was asked meanwhile. Whoever asks for a result
   * that is there already depends on the same answers as the one who had it made.
   */
  readonly tracked: <Value>(key: string, work: () => Promise<Value>) => Promise<Tracked<Value>>
  /** Returns whether each of these questions has the same answer now. */
  readonly stillHold: (lookups: readonly Lookup[]) => boolean
}

export type Tracked<Value> = { readonly value: Value; readonly lookups: readonly Lookup[] }

export type LookupParts = {
  readonly index: Pick<ImportIndex, 'has' | 'resolve' | 'importersOf'>
  /** Digest of what a file holds; empty for a file that cannot be read. */
  readonly contentOf: (path: string) => string
  readonly hash: Hash
}

/** Importers looked at for one function. */
const MAX_IMPORTERS = 60

/** Digests are told apart within one project only. */
const DIGEST = 16

/** Returns the project's answers, each noted for whoever is at work. One piece of work at a time. */
export function createLookups({ index, contentOf, hash }: LookupParts): Lookups {
  const answers = new Map<string, string>()
  const open: Set<string>[] = []
  const results = new Map<string, Tracked<unknown>>()

  const importersOf = (path: string) => index.importersOf(path).slice(0, MAX_IMPORTERS)
  const { resolve } = index
  const work: Readonly<Record<LookupKind, (subject: string) => string>> = {
    content: path => contentOf(path).slice(0, DIGEST),
    importers: path => hash(importersOf(path).join('\n')).slice(0, DIGEST),
    resolve: subject => {
      const [from, module, members]: [string, string, string[]] = JSON.parse(subject)
      return hash(JSON.stringify(resolve(from, module, members))).slice(0, DIGEST)
    },
  }
  const answer = (kind: LookupKind, subject: string): string => {
    const key = `${kind} ${subject}`
    const known = answers.get(key)
    if (known !== undefined) return known
    const made = work[kind](subject)
    answers.set(key, made)
    return made
  }
  const note = (kind: LookupKind, subject: string) => open.at(-1)?.add(`${kind} ${subject}`)
  const toLookup = (key: string): Lookup => {
    const space = key.indexOf(' ')
    const kind = key.slice(0, space) as LookupKind
    const subject = key.slice(space + 1)
    return [kind, subject, answer(kind, subject)]
  }

  return {
    has: index.has,
    importersOf: path => {
      note('importers', path)
      return importersOf(path)
    },
    resolve: (from, module, members) => {
      note('resolve', JSON.stringify([from, module, members]))
      return resolve(from, module, members)
    },
    noteContent: path => note('content', path),
    tracked: async <Value>(key: string, make: () => Promise<Value>) => {
      let result = results.get(key) as Tracked<Value> | undefined
      if (result === undefined) {
        open.push(new Set())
        try {
          const value = await make()
          result = { value, lookups: [...(open.at(-1) ?? [])].map(toLookup) }
        } finally {
          open.pop()
        }
        results.set(key, result)
      }
      for (const [kind, subject] of result.lookups) note(kind, subject)
      return result
    },
    stillHold: lookups => lookups.every(([kind, subject, before]) => answer(kind, subject) === before),
  }
}
