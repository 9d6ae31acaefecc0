import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import ignore from 'ignore'
import { languageOfPath } from '../tree/language.js'
import { readSource } from './read-source.js'

export type TargetRequest = {
  /** Absolute, real path. */
  readonly root: string
  /** The project's files, relative. */
  readonly project: readonly string[]
  /** Files or folders to narrow to, relative; empty means all. */
  readonly paths: readonly string[]
  /** Globs, as in `.gitignore`, from the project's config. */
  readonly exclude: readonly string[]
  /** Whether a file that no grammar reads is looked at all the same. */
  readonly reads: (path: string) => boolean
}

/**
 * Returns the files to scan: those of the project that a grammar or a check of texts reads, without what
 * `.semgrepignore` and the config exclude. A file that is named itself is scanned even when it would be ignored.
 */
export async function listTargets({
  root,
  project,
  paths,
  exclude,
  reads,
}: TargetRequest): Promise<readonly string[]> {
  const isScanned = (path: string) => languageOfPath(path) !== null || reads(path)
  const isExcluded = readExclusions(root, exclude)
  const readable = project.filter(path => isScanned(path) && !isExcluded(path))
  const wanted = paths.map(normalise)
  if (wanted.length === 0 || wanted.includes('')) return readable
  const chosen = new Set(
    readable.filter(path => wanted.some(want => path === want || path.startsWith(`${want}/`))),
  )
  for (const want of wanted) {
    if (isScanned(want) && (await isFile(join(root, want)))) chosen.add(want)
  }
  return [...chosen].sort()
}

/** `.semgrepignore` is written like `.gitignore`; its lines that begin with a colon are Semgrep's own directives. */
function readExclusions(root: string, exclude: readonly string[]): (path: string) => boolean {
  const reading = readSource(root, '.semgrepignore')
  const lines =
    reading.kind === 'text' ? reading.text.split(/\r?\n/).filter(line => !line.startsWith(':')) : []
  if (lines.length === 0 && exclude.length === 0) return () => false
  const rules = ignore({ allowRelativePaths: true }).add([...lines, ...exclude])
  return path => rules.ignores(path)
}

function normalise(path: string): string {
  return path
    .replaceAll('\\', '/')
    .split('/')
    .filter(part => part !== '' && part !== '.')
    .join('/')
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isFile()
  } catch {
    // A name that is no file adds nothing; the caller told paths that do not exist already.
    return false
  }
}
