import type { Family } from '../../tree/language.js'
import { type ImportText, importsIn, resolveImport } from './resolve-module.js'

/** Which files of the project import which. */
export type ImportIndex = {
  /** Notes what a text imports. */
  readonly add: (path: string, text: string, family: Family) => void
  /** Notes the imports of a file as `importsIn` gave them earlier. */
  readonly addImports: (path: string, imports: readonly ImportText[], family: Family) => void
  readonly has: (path: string) => boolean
  readonly importersOf: (path: string) => readonly string[]
}

/** Returns an empty index; the files in it are the project's files that can be imported. */
export function createImportIndex(): ImportIndex {
  const files = new Map<string, { readonly family: Family; readonly imports: readonly ImportText[] }>()
  let importers: Map<string, Set<string>> | null = null

  const build = (): Map<string, Set<string>> => {
    const built = new Map<string, Set<string>>()
    for (const [from, { family, imports }] of files) {
      for (const { module, names } of imports) {
        for (const members of [[], ...names.map(name => [name])]) {
          for (const { path } of resolveImport(from, module, members, family, one => files.has(one))) {
            const known = built.get(path) ?? new Set<string>()
            built.set(path, known.add(from))
          }
        }
      }
    }
    return built
  }

  const addImports: ImportIndex['addImports'] = (path, imports, family) => {
    files.set(path, { family, imports })
    importers = null
  }

  return {
    add: (path, text, family) => addImports(path, importsIn(text, family), family),
    addImports,
    has: path => files.has(path),
    importersOf: path => {
      importers ??= build()
      return [...(importers.get(path) ?? [])].sort()
    },
  }
}
