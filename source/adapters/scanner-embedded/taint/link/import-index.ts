import { LANGUAGE_TABLE, languageOfPath } from '../../tree/language.js'
import type { ImportAlias } from './import-aliases.js'
import { type ImportText, type ResolvedImport, resolveImport } from './resolve-module.js'

/** Which files of the project import which. */
export type ImportIndex = {
  readonly has: (path: string) => boolean
  /** Returns the files that an import can mean; see `resolveImport`. */
  readonly resolve: (from: string, module: string, members: readonly string[]) => readonly ResolvedImport[]
  /** Returns the files that import a file, sorted. */
  readonly importersOf: (path: string) => readonly string[]
  /** Returns the files that a file imports. */
  readonly targetsOf: (path: string) => readonly string[]
}

/** What imports mean in a project of certain files. */
export type ImportTargets = {
  /** Digest of the files and aliases there were. */
  readonly fileSet: string
  readonly paths: readonly string[]
}

/** What a file of the project imports. */
export type Importer = {
  readonly imports: readonly ImportText[]
  /** The files that this meant when it was last worked out. */
  readonly targets: ImportTargets | null
}

/**
 * Returns the index of files that can be imported, and import; `fileSet` is a digest of their paths and aliases. What imports mean is
 * worked out when first asked, where it is not known from before.
 */
export function createImportIndex(
  files: ReadonlyMap<string, Importer>,
  fileSet: string,
  aliases: readonly ImportAlias[] = [],
): ImportIndex {
  const targets = new Map<string, readonly string[]>()
  let importers: Map<string, Set<string>> | null = null

  const has = (path: string) => files.has(path)
  const resolve: ImportIndex['resolve'] = (from, module, members) => {
    const language = languageOfPath(from)
    return language === null
      ? []
      : resolveImport(from, module, members, LANGUAGE_TABLE[language].family, has, aliases)
  }

  const resolveAll = (from: string, imports: readonly ImportText[]): readonly string[] => {
    const found = new Set<string>()
    for (const { module, names } of imports)
      for (const members of [[], ...names.map(name => [name])])
        for (const { path } of resolve(from, module, members)) found.add(path)
    return [...found]
  }

  const targetsOf = (from: string): readonly string[] => {
    const before = targets.get(from)
    if (before !== undefined) return before
    const file = files.get(from)
    const isKnown = file?.targets?.fileSet === fileSet
    const made = isKnown ? file.targets.paths : resolveAll(from, file?.imports ?? [])
    targets.set(from, made)
    return made
  }

  const build = (): Map<string, Set<string>> => {
    const built = new Map<string, Set<string>>()
    for (const from of files.keys()) {
      for (const path of targetsOf(from)) {
        const known = built.get(path)
        if (known === undefined) built.set(path, new Set([from]))
        else known.add(from)
      }
    }
    return built
  }

  return {
    has,
    resolve,
    importersOf: path => {
      importers ??= build()
      return [...(importers.get(path) ?? [])].sort()
    },
    targetsOf,
  }
}
