import { posix } from 'node:path'

/** A name that stands for a place of the project: one of `paths` in a tsconfig, or a package of the same repository. */
export type ImportAlias = {
  /** Folder, relative, below which imports have this meaning; empty for the whole project. */
  readonly folder: string
  /** The module as imports write it, with at most one `*` that stands for the rest. */
  readonly pattern: string
  /** What it means, relative to the project, without an ending; `*` is what the pattern's one stood for. */
  readonly targets: readonly string[]
}

/** Returns what an import can mean by the project's aliases, without an ending: of the nearest folder first, then of the longest pattern. */
export function aliasBases(from: string, module: string, aliases: readonly ImportAlias[]): readonly string[] {
  return aliases
    .flatMap(alias => {
      const rest = isBelow(from, alias.folder) ? restOf(module, alias.pattern) : null
      return rest === null ? [] : [{ alias, rest }]
    })
    .sort((a, b) => rank(b.alias) - rank(a.alias))
    .flatMap(({ alias, rest }) =>
      alias.targets.map(target => posix.normalize(target.replace('*', () => rest))),
    )
}

/** What `*` stands for; empty where the pattern has none; null when the module is another one. */
function restOf(module: string, pattern: string): string | null {
  const star = pattern.indexOf('*')
  if (star < 0) return module === pattern ? '' : null
  const [head, tail] = [pattern.slice(0, star), pattern.slice(star + 1)]
  const isMeant =
    module.length > head.length + tail.length && module.startsWith(head) && module.endsWith(tail)
  return isMeant ? module.slice(head.length, module.length - tail.length) : null
}

function isBelow(path: string, folder: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`)
}

/** Depth counts before length: no pattern is a million characters long. */
function rank({ folder, pattern }: ImportAlias): number {
  const depth = folder === '' ? 0 : folder.split('/').length
  return depth * 1_000_000 + pattern.length
}
