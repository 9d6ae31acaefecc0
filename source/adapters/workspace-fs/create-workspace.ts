import { AsyncLocalStorage } from 'node:async_hooks'
import { lstat, readdir, realpath, stat } from 'node:fs/promises'
import { relative, sep } from 'node:path'
import { fail, type Result, succeed } from '../../core/problem.js'
import type { Workspace } from '../../ports/workspace.js'
import { stateFolder } from '../system/state-folder.js'
import { errorCode } from './file-problem.js'
import { listProjectFiles } from './list-project-files.js'
import { withProjectLock } from './project-lock.js'
import { readTextFile } from './read-text-file.js'
import { resolveInside } from './resolve-inside.js'
import { removeUnfinished } from './unfinished-writes.js'
import { removeTextFile, writeTextFile } from './write-text-file.js'

export type WorkspaceOptions = {
  /** Folder for locks and notes of unfinished writes; the user's state folder unless a test says otherwise. */
  readonly state?: string
  /** How long to wait for another process that holds the lock, in milliseconds. */
  readonly lockWaitMs?: number
}

/** Returns the project's files at `folder`; fails when it is not a folder. Removes what killed processes left. */
export async function createWorkspace(
  folder: string,
  options: WorkspaceOptions = {},
): Promise<Result<Workspace>> {
  const { state = stateFolder(), lockWaitMs = 10_000 } = options
  const root = await realFolder(folder)
  if (root === null) {
    return fail({
      kind: 'user-can-act',
      message: 'This is not a folder that can be read.',
      path: folder,
      untouched: 'Nothing was written.',
      nextSteps: ['Name the folder of a project.'],
    })
  }
  await removeUnfinished(state)
  const holding = new AsyncLocalStorage<true>()
  return succeed({
    root,
    read: path => readTextFile(root, path),
    write: (path, text, expectedHash) => writeTextFile(root, path, text, expectedHash, state),
    remove: (path, expectedHash) => removeTextFile(root, path, expectedHash),
    exists: async path => {
      const inside = await resolveInside(root, path)
      return inside.ok && (await lstat(inside.value).catch(() => null)) !== null
    },
    realPath: async path => {
      const inside = await resolveInside(root, path)
      return inside.ok ? relative(root, inside.value).split(sep).join('/') : null
    },
    list: path => listFolder(root, path),
    listProject: () => listProjectFiles(root),
    // A verb inside a verb already holds the lock and would wait for itself.
    withLock: work =>
      holding.getStore() ? work() : withProjectLock(root, state, lockWaitMs, () => holding.run(true, work)),
  })
}

async function realFolder(folder: string): Promise<string | null> {
  try {
    const real = await realpath(folder)
    return (await stat(real)).isDirectory() ? real : null
  } catch (error) {
    if (errorCode(error) === '') throw error
    return null
  }
}

async function listFolder(root: string, folder: string): Promise<readonly string[]> {
  const inside = await resolveInside(root, folder === '' ? '.' : folder)
  if (!inside.ok) return []
  const entries = await readdir(inside.value, { withFileTypes: true }).catch(error => {
    if (errorCode(error) === '') throw error
    return []
  })
  return entries
    .filter(entry => !entry.isDirectory())
    .map(entry => entry.name)
    .sort()
}
