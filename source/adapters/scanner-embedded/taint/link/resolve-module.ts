import { posix } from 'node:path'
import type { Family } from '../../tree/language.js'
import { aliasBases, type ImportAlias } from './import-aliases.js'

/** A file of the project that an import means, and the members still to be looked up in it. */
export type ResolvedImport = { readonly path: string; readonly members: readonly string[] }

const SCRIPT_ENDINGS = ['.js', '.ts', '.tsx', '.jsx', '.mjs', '.cjs', '.mts', '.cts']

/**
 * Returns the files of the project that an import can mean, best first. JavaScript: relative imports, the project's aliases, then
 * customary ones. Python:
 * relative ones, and absolute ones from every folder above the importing file; a member may be a module of its own.
 */
export function resolveImport(
  from: string,
  module: string,
  members: readonly string[],
  family: Family,
  has: (path: string) => boolean,
  aliases: readonly ImportAlias[] = [],
): readonly ResolvedImport[] {
  const own = members[0] === 'default' ? members.slice(1) : members
  if (family === 'javascript') {
    return scriptBases(from, module, aliases)
      .flatMap(scriptCandidates)
      .filter(has)
      .map(path => ({ path, members: own }))
  }
  if (family !== 'python') return []
  const found: ResolvedImport[] = []
  const [first, ...rest] = own
  for (const folder of pythonFolders(from, module)) {
    const base = posix.join(folder, module.replace(/^[.]+/, '').replaceAll('.', '/'))
    if (first !== undefined) {
      const inner = posix.join(base, first)
      for (const path of [`${inner}.py`, `${inner}/__init__.py`])
        if (has(path)) found.push({ path, members: rest })
    }
    for (const path of [`${base}.py`, `${base}/__init__.py`])
      if (has(path)) found.push({ path, members: own })
  }
  return found
}

/** Folders that `@/`, `~/` and `#/` stand for by custom; which one holds the file tells. */
const ALIASED = ['src', '', 'app', 'lib']

/**
 * What a module's name can mean, without an ending: a relative path, one of the project's aliases, or one that bundlers and
 * TypeScript projects set by custom (`@/a`, `~/a`, `#/a`, `src/a`), from every folder above the importing file.
 */
function scriptBases(from: string, module: string, aliases: readonly ImportAlias[]): readonly string[] {
  if (/^[.]{1,2}(\/|$)/.test(module)) return [posix.normalize(posix.join(posix.dirname(from), module))]
  const meant = aliasBases(from, module, aliases)
  const alias = /^[@~#]\/(.+)$/.exec(module)?.[1]
  const inside = alias ?? (module.startsWith('src/') ? module : null)
  if (inside === null) return meant
  const homes = alias === undefined ? [''] : ALIASED
  return [
    ...meant,
    ...foldersAbove(from).flatMap(folder => homes.map(home => posix.join(folder, home, inside))),
  ]
}

/** TypeScript writes `./a.js` for `./a.ts`. */
function scriptCandidates(base: string): readonly string[] {
  const bare = base.replace(/[.](m|c)?jsx?$/, '')
  const stems = bare === base ? [base] : [base, bare]
  return [
    base,
    ...stems.flatMap(stem => SCRIPT_ENDINGS.map(ending => stem + ending)),
    ...SCRIPT_ENDINGS.map(ending => `${base}/index${ending}`),
  ]
}

function pythonFolders(from: string, module: string): readonly string[] {
  const dots = /^[.]*/.exec(module)?.[0].length ?? 0
  let folder = posix.dirname(from)
  if (dots > 0) {
    for (let i = 1; i < dots; i++) folder = posix.dirname(folder)
    return [folder]
  }
  return foldersAbove(from)
}

/** The folder of a file and all above it, nearest first. */
function foldersAbove(path: string): readonly string[] {
  const folders: string[] = []
  for (let folder = posix.dirname(path); ; folder = posix.dirname(folder)) {
    folders.push(folder)
    if (folder === '.' || folder === '/' || folder === '') return folders
  }
}

const SCRIPT_IMPORT =
  /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)['"]((?:[.@~#]|[A-Za-z_][\w.-]{0,60}\/)[^'"\n]{0,300})['"]/g
const PYTHON_IMPORT =
  /^[ \t]*(?:from[ \t]+([.A-Za-z_][A-Za-z0-9_.]*)[ \t]+import[ \t]+([^\n#]{0,400})|import[ \t]+([^\n#]{1,400}))/gm

/** One import as it stands in a text: the module, and names that may be modules themselves. */
export type ImportText = { readonly module: string; readonly names: readonly string[] }

/** Returns the imports of a text that can lead to files of the project. Read with regular expressions, so it may say too much. */
export function importsIn(text: string, family: Family): readonly ImportText[] {
  if (family === 'javascript')
    return [...text.matchAll(SCRIPT_IMPORT)].map(match => ({ module: match[1] ?? '', names: [] }))
  if (family !== 'python') return []
  return [...text.matchAll(PYTHON_IMPORT)].flatMap(match => {
    const names = (match[2] ?? match[3] ?? '').replace(/[()]/g, '').split(',')
    const bare = names.map(name => name.trim().split(/\s/)[0] ?? '').filter(name => name !== '')
    if (match[1] !== undefined) return [{ module: match[1], names: bare }]
    return bare.map(module => ({ module, names: [] }))
  })
}
