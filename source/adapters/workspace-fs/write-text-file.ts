import { mkdir, readFile, rmdir, unlink } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Result, succeed } from '../../core/problem.js'
import type { TextFile } from '../../ports/workspace.js'
import { sha256 } from '../system/sha256.js'
import { errorCode, failFile, failSystem } from './file-problem.js'
import { replaceFile } from './replace-file.js'
import { isGitInternal, resolveInside } from './resolve-inside.js'

/** Returns the hash of the bytes at a real path, null when there is no file. */
async function hashOf(real: string): Promise<string | null> {
  try {
    return sha256(await readFile(real))
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
}

/** Returns the real path of a file that may be changed: inside, not git's own, and with the bytes expected. */
async function resolveForChange(
  root: string,
  path: string,
  expectedHash: string | null,
): Promise<Result<string>> {
  const inside = await resolveInside(root, path)
  if (!inside.ok) return inside
  if (isGitInternal(root, inside.value)) return failFile(path, "Files of git's own are never changed.")
  const hash = await hashOf(inside.value)
  if (hash === expectedHash) return inside
  const nextSteps = ['Scan again, then repeat what you did.']
  if (hash === null) return failFile(path, 'The file was deleted meanwhile.', { nextSteps })
  if (expectedHash === null)
    return failFile(path, 'A file of this name has appeared meanwhile.', { nextSteps })
  return failFile(path, 'The file was changed by somebody else meanwhile.', { nextSteps })
}

/** Writes a text atomically, see `Workspace.write`; `state` is the folder for notes of unfinished writes. */
export async function writeTextFile(
  root: string,
  path: string,
  text: string,
  expectedHash: string | null,
  state: string,
): Promise<Result<TextFile>> {
  try {
    const target = await resolveForChange(root, path, expectedHash)
    if (!target.ok) return target
    const bytes = Buffer.from(text, 'utf8')
    if (expectedHash === null) await mkdir(dirname(target.value), { recursive: true })
    await replaceFile(target.value, bytes, state)
    return succeed({ path, text, hash: sha256(bytes) })
  } catch (error) {
    return failSystem(path, error)
  }
}

/** Deletes a file and the folders this leaves empty, see `Workspace.remove`. */
export async function removeTextFile(
  root: string,
  path: string,
  expectedHash: string,
): Promise<Result<null>> {
  try {
    const target = await resolveForChange(root, path, expectedHash)
    if (!target.ok) return target
    await unlink(target.value)
    await removeEmptyFolders(root, dirname(target.value))
    return succeed(null)
  } catch (error) {
    return failSystem(path, error)
  }
}

async function removeEmptyFolders(root: string, folder: string): Promise<void> {
  for (let current = folder; current !== root; current = dirname(current)) {
    try {
      await rmdir(current)
    } catch (error) {
      // A folder that still holds something ends the walk; the file itself is gone, which is what was asked for.
      if (['ENOTEMPTY', 'EEXIST', 'EBUSY', 'EACCES', 'EPERM'].includes(errorCode(error))) return
      throw error
    }
  }
}
