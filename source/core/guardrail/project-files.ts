/** The files of a project as far as targets need to see them; paths are relative with forward slashes. */
export type ProjectFiles = {
  readonly has: (path: string) => boolean
  /** Files somewhere below a folder (`.claude/rules/`) whose names end as given, sorted. */
  readonly under: (folder: string, ending?: string) => readonly string[]
  /** Text of a file that a target looks at; empty when it is missing. */
  readonly text: (path: string) => string
}

/** Returns a view of files by their paths, with the texts of those whose content matters. */
export function projectFiles(
  paths: Iterable<string>,
  texts: ReadonlyMap<string, string> = new Map(),
): ProjectFiles {
  const all = new Set([...paths, ...texts.keys()])
  const sorted = [...all].sort()
  return {
    has: path => all.has(path),
    under: (folder, ending = '') => sorted.filter(path => path.startsWith(folder) && path.endsWith(ending)),
    text: path => texts.get(path) ?? '',
  }
}

/** Returns those of the paths that exist, in the order given. */
export function present(files: ProjectFiles, paths: readonly string[]): readonly string[] {
  return paths.filter(path => files.has(path))
}

/** Returns the first of the paths that exists, as a list of one, or nothing. */
export function firstPresent(files: ProjectFiles, paths: readonly string[]): readonly string[] {
  return present(files, paths).slice(0, 1)
}
