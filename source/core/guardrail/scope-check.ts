import { digits } from '../text/words.js'
import { matchGlob } from './match-glob.js'
import { isSafeGlob } from './target-parts.js'

/** What one glob of a scope would do in this project. */
export type GlobCheck = {
  readonly glob: string
  /** Whether it means the same to every assistant; else it is refused. */
  readonly isSafe: boolean
  /** How many of the project's files it matches. */
  readonly files: number
}

/** Returns the globs of a line in which they stand with commas between them; empty means the whole project. */
export function readGlobs(line: string): readonly string[] {
  const globs = line.split(',').map(glob => glob.trim())
  return [...new Set(globs.filter(glob => glob !== ''))]
}

/** Returns what each glob of a line does, in the order typed; `files` are the project's paths. */
export function checkScope(line: string, files: readonly string[]): readonly GlobCheck[] {
  return readGlobs(line).map(glob => {
    const isSafe = isSafeGlob(glob)
    return {
      glob,
      isSafe,
      files: isSafe ? files.filter(path => matchGlob(glob, path) === true).length : 0,
    }
  })
}

/** Returns what a person should know of a glob, one plain sentence without a full stop. */
export function globWords({ isSafe, files }: GlobCheck): string {
  if (!isSafe) return 'refused: letters, digits and . _ - / * ? @ only, and inside the project'
  if (files === 0) return 'no file: this glob matches nothing'
  return files === 1 ? '1 file' : `${digits(files)} files`
}
