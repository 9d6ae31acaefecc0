import { lstat, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A file beyond this is no edit of a source file. */
const MAX_BYTES = 8 * 1024 * 1024
/** Folders of the copy that are nobody's work: its own repository, and what tools put beside the code. */
const NOT_LOOKED_AT = new Set(['.git', 'node_modules', '__pycache__', '.venv'])
/** New files named at most; a copy with more was not edited but built in. */
const MAX_NEW = 1_000

/**
 * Returns which files of the copy differ from the project: those of `copied` that were changed, removed or turned into
 * a link, then new ones. Relative paths, sorted.
 */
export async function changedFiles(
  root: string,
  copied: readonly string[],
  folder: string,
): Promise<readonly string[]> {
  const changed: string[] = []
  for (const path of copied) if (await isChanged(join(root, path), join(folder, path))) changed.push(path)
  const known = new Set(copied)
  const present = await filesBelow(folder)
  return [...changed, ...present.filter(path => !known.has(path)).slice(0, MAX_NEW)].sort()
}

/** Returns the text of an edited file; null when it is no ordinary file of text, a link that leads elsewhere included. */
export async function readEdited(folder: string, path: string): Promise<string | null> {
  const file = join(folder, path)
  const info = await lstat(file).catch(() => null)
  if (!info?.isFile() || info.size > MAX_BYTES) return null
  const bytes = await readFile(file)
  try {
    // The byte order mark belongs to the text, as it does when the project's own files are read.
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    return text.includes('\0') ? null : text
  } catch {
    return null
  }
}

async function isChanged(before: string, after: string): Promise<boolean> {
  const info = await lstat(after).catch(() => null)
  if (!info?.isFile()) return true
  const [one, other] = await Promise.all([readFile(before).catch(() => null), readFile(after)])
  return one === null || !one.equals(other)
}

async function filesBelow(folder: string, below = ''): Promise<readonly string[]> {
  const entries = await readdir(join(folder, below), { withFileTypes: true }).catch(() => [])
  const found: string[] = []
  for (const entry of entries) {
    if (NOT_LOOKED_AT.has(entry.name)) continue
    const path = below === '' ? entry.name : `${below}/${entry.name}`
    if (entry.isDirectory()) found.push(...(await filesBelow(folder, path)))
    else found.push(path)
  }
  return found
}
