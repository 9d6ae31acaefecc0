import type { ImportedName } from './imported-names.js'

const ENDINGS = ['', '.js', '.ts', '.tsx', '.jsx', '.mjs', '.cjs', '.mts', '.cts']

/**
 * Returns the file of the project that an import in the file at `from` means, or null for a library. `files` holds all
 * paths of the project; `language` is a family. TypeScript writes `./a.js` for `./a.ts`.
 */
export function fileOfImport(
  from: string,
  { module }: Pick<ImportedName, 'module'>,
  language: string,
  files: ReadonlySet<string>,
): string | null {
  if (language === 'python') return pythonFile(from, module, files)
  if (language !== 'javascript' || !/^\.{1,2}(?:\/|$)/.test(module)) return null
  const base = join(from.split('/').slice(0, -1), module.split('/'))
  if (base === null) return null
  const bare = base.replace(/\.[mc]?jsx?$/, '')
  const names = [base, bare].flatMap(stem => ENDINGS.map(ending => stem + ending))
  return (
    [...names, ...ENDINGS.slice(1).map(ending => `${base}/index${ending}`)].find(path => files.has(path)) ??
    null
  )
}

function pythonFile(from: string, module: string, files: ReadonlySet<string>): string | null {
  const dots = /^\.*/.exec(module)?.[0].length ?? 0
  const parts = module
    .slice(dots)
    .split('.')
    .filter(part => part !== '')
  const folder = from.split('/').slice(0, -1)
  const starts =
    dots > 0
      ? [folder.slice(0, folder.length - dots + 1)]
      : folder.map((_, index) => folder.slice(0, folder.length - index)).concat([[]])
  for (const start of starts) {
    const path = [...start, ...parts].join('/')
    const found = [`${path}.py`, `${path}/__init__.py`].find(one => files.has(one))
    if (found !== undefined) return found
  }
  return null
}

/** Joins folders; null when that leaves the project. */
function join(folder: readonly string[], parts: readonly string[]): string | null {
  const all = [...folder]
  for (const part of parts)
    if (part === '..') {
      if (all.pop() === undefined) return null
    } else if (part !== '.' && part !== '') all.push(part)
  return all.join('/')
}
