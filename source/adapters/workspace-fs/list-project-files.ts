import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { Ignore } from 'ignore'
import { runGit } from '../system/run-git.js'
import { isBelowGit } from './is-below-git.js'
import { temporaryFileOwner } from './unfinished-writes.js'

/** Folders that are never part of the project: other people's code, git's own files, our own records. */
const NEVER = new Set(['node_modules', '.git', '.guardrail-coach'])

function isWanted(path: string): boolean {
  const parts = path.split('/')
  return !parts.some(part => NEVER.has(part)) && temporaryFileOwner(parts.at(-1) ?? '') === null
}

/** Returns the project's files, relative and sorted: what git tracks or would track, else all but the ignored. */
export async function listProjectFiles(root: string): Promise<readonly string[]> {
  const listed = isBelowGit(root) ? await listWithGit(root) : null
  const files = listed ?? (await walkAll(root))
  return files.filter(isWanted).sort()
}

/** One question to git: what is in the index, which of that is gone, and what it would add. */
async function listWithGit(root: string): Promise<readonly string[] | null> {
  const wanted = ['--stage', '--deleted', '--others', '--exclude-standard']
  const listed = await runGit(root, ['ls-files', '-z', '-t', ...wanted])
  if (listed === null) return null
  const files = new Set<string>()
  const gone: string[] = []
  for (const entry of listed.split('\0')) {
    if (entry.startsWith('? ')) {
      if (!entry.endsWith('/')) files.add(entry.slice(2))
      continue
    }
    // "<tag> <mode> <object> <stage>\t<path>"; mode 160000 is a submodule, which is a project of its own.
    const path = entry.slice(entry.indexOf('\t') + 1)
    if (entry.startsWith('R ')) gone.push(path)
    else if (path !== '' && !entry.startsWith('160000', 2)) files.add(path)
  }
  for (const path of gone) files.delete(path)
  return [...files]
}

/** A `.gitignore` with the folder it stands in, as a prefix that ends in a slash. */
type IgnoreFile = { readonly prefix: string; readonly rules: Ignore }

/** Folders read in one turn: a millisecond or two, so that a key is answered. */
const TURN = 20

/** Walks a project without git. A deeper `.gitignore` has the last word, as in git. Links are not followed. */
async function walkAll(root: string): Promise<readonly string[]> {
  // Loaded here because with git it is not needed.
  const { default: ignore } = await import('ignore')
  const found: string[] = []
  const queue: { readonly prefix: string; readonly above: readonly IgnoreFile[] }[] = [
    { prefix: '', above: [] },
  ]
  let turn = 0
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    const { prefix, above } = at
    // One after the other takes microseconds each; as promises they would take ten times as long.
    const entries = readFolder(join(root, prefix))
    const own = entries.some(entry => entry.isFile() && entry.name === '.gitignore')
      ? [{ prefix, rules: ignore().add(readFileSync(join(root, prefix, '.gitignore'), 'utf8')) }]
      : []
    const ignores = [...above, ...own]
    for (const entry of entries) {
      const path = prefix + entry.name
      if (NEVER.has(entry.name)) continue
      if (entry.isDirectory() && !isIgnored(`${path}/`, ignores))
        queue.push({ prefix: `${path}/`, above: ignores })
      if (entry.isFile() && !isIgnored(path, ignores)) found.push(path)
    }
    if (++turn % TURN === 0) await setImmediate()
  }
  return found
}

/** A folder that may not be read holds nothing for us; git passes over it in the same way. */
function readFolder(path: string) {
  try {
    return readdirSync(path, { withFileTypes: true })
  } catch {
    return []
  }
}

function isIgnored(path: string, ignores: readonly IgnoreFile[]): boolean {
  for (const { prefix, rules } of ignores.toReversed()) {
    const { ignored, unignored } = rules.test(path.slice(prefix.length))
    if (ignored) return true
    if (unignored) return false
  }
  return false
}
