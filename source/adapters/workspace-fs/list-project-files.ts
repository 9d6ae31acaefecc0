import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Ignore } from 'ignore'
import { runGit } from '../system/run-git.js'
import { temporaryFileOwner } from './unfinished-writes.js'

/** Folders that are never part of the project: other people's code, git's own files, our own records. */
const NEVER = new Set(['node_modules', '.git', '.guardrail-coach'])

function isWanted(path: string): boolean {
  const parts = path.split('/')
  return !parts.some(part => NEVER.has(part)) && temporaryFileOwner(parts.at(-1) ?? '') === null
}

/** Returns the project's files, relative and sorted: what git tracks or would track, else all but the ignored. */
export async function listProjectFiles(root: string): Promise<readonly string[]> {
  const files = (await listWithGit(root)) ?? (await walk(root, '', []))
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

/** Walks a project without git. A deeper `.gitignore` has the last word, as in git. Links are not followed. */
async function walk(root: string, prefix: string, above: readonly IgnoreFile[]): Promise<readonly string[]> {
  // A folder that may not be read holds nothing for us; git passes over it in the same way.
  const entries = await readdir(join(root, prefix), { withFileTypes: true }).catch(() => [])
  // Loaded here because with git it is not needed.
  const { default: ignore } = await import('ignore')
  const own = entries.some(entry => entry.isFile() && entry.name === '.gitignore')
    ? [{ prefix, rules: ignore().add(await readFile(join(root, prefix, '.gitignore'), 'utf8')) }]
    : []
  const ignores = [...above, ...own]
  const found: string[] = []
  for (const entry of entries) {
    const path = prefix + entry.name
    if (NEVER.has(entry.name)) continue
    if (entry.isDirectory() && !isIgnored(`${path}/`, ignores)) {
      found.push(...(await walk(root, `${path}/`, ignores)))
    }
    if (entry.isFile() && !isIgnored(path, ignores)) found.push(path)
  }
  return found
}

function isIgnored(path: string, ignores: readonly IgnoreFile[]): boolean {
  for (const { prefix, rules } of ignores.toReversed()) {
    const { ignored, unignored } = rules.test(path.slice(prefix.length))
    if (ignored) return true
    if (unignored) return false
  }
  return false
}
