import { lstat, mkdir, readFile, rm, rmdir, writeFile } from 'node:fs/promises'
import { hostname, tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fail, type Result } from '../../core/problem.js'
import { isRunning } from '../system/is-running.js'
import { sha256 } from '../system/sha256.js'
import { errorCode } from './file-problem.js'

/** A lock that nobody renewed for this long belongs to nobody (another machine, a reused process id). */
const STALE_MS = 5_000
const RETRY_MS = 100

type Holder = { readonly pid: number; readonly host: string }

/** Where the lock of a project stands: outside the project, so that nothing of it can be left there. */
type LockPaths = { readonly lock: string; readonly holder: string; readonly takeover: string }

function lockPaths(root: string, state: string): LockPaths {
  const base = join(state, 'locks', sha256(root).slice(0, 32))
  return { lock: `${base}.lock`, holder: `${base}.json`, takeover: `${base}.takeover` }
}

/** Returns who says to hold the lock; null when nobody does or the note cannot be read. */
async function readHolder(paths: LockPaths): Promise<Holder | null> {
  try {
    const value: unknown = JSON.parse(await readFile(paths.holder, 'utf8'))
    if (typeof value !== 'object' || value === null || !('pid' in value) || !('host' in value)) return null
    return typeof value.pid === 'number' && typeof value.host === 'string'
      ? { pid: value.pid, host: value.host }
      : null
  } catch {
    // Half written or just removed by its owner: the same as no note.
    return null
  }
}

function isDead(holder: Holder | null): boolean {
  return holder !== null && holder.host === hostname() && !isRunning(holder.pid)
}

/** Frees the lock of a process that was killed, so that the next start need not wait for it to go stale. */
async function freeIfDead(paths: LockPaths): Promise<void> {
  if (!isDead(await readHolder(paths))) return
  try {
    // Only one process may look again and remove; the note goes first, so that a lock taken after this is safe.
    await mkdir(paths.takeover)
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
    await freeOldTakeover(paths)
    return
  }
  try {
    if (!isDead(await readHolder(paths))) return
    await rm(paths.holder, { force: true })
    await rmdir(paths.lock).catch(error => {
      if (errorCode(error) !== 'ENOENT') throw error
    })
  } finally {
    await rmdir(paths.takeover)
  }
}

/** A process killed in the middle of a takeover must not stop all later ones. */
async function freeOldTakeover(paths: LockPaths): Promise<void> {
  const since = await lstat(paths.takeover).catch(() => null)
  if (since !== null && Date.now() - since.mtimeMs > STALE_MS) await rmdir(paths.takeover).catch(() => {})
}

async function acquire(root: string, paths: LockPaths): Promise<(() => Promise<void>) | null> {
  // The package is CommonJS: once bundled, a dynamic import of it has nothing but a default.
  const { default: lockfile } = await import('proper-lockfile')
  try {
    return await lockfile.lock(root, {
      lockfilePath: paths.lock,
      realpath: false,
      stale: STALE_MS,
      // After a long sleep of the machine another process may have taken over. Every write checks the file's hash
      // first, so nothing is lost; there is nothing to stop in the middle of.
      onCompromised: () => {},
    })
  } catch (error) {
    if (errorCode(error) === 'ELOCKED') return null
    throw error
  }
}

function failHeld(holder: Holder | null) {
  const who =
    holder === null
      ? 'Another guardrail-coach'
      : `Another guardrail-coach (process ${holder.pid} on ${holder.host})`
  return fail({
    kind: 'user-can-act',
    message: `${who} is writing to this project.`,
    untouched: 'Nothing was written.',
    nextSteps: ['Wait until it is done or end it, then try again.'],
  })
}

/** Returns a folder with room for locks: `state`, or where that cannot be written one of this user's among the temporary files. */
async function usableFolder(state: string): Promise<string> {
  try {
    await mkdir(join(state, 'locks'), { recursive: true, mode: 0o700 })
    return state
  } catch (error) {
    if (errorCode(error) === '') throw error
    const { uid } = userInfo()
    const folder = join(tmpdir(), `guardrail-coach-${uid}`)
    await mkdir(join(folder, 'locks'), { recursive: true, mode: 0o700 })
    const stats = await lstat(folder)
    // The folder's name can be guessed, so another user may have made it first.
    if (!stats.isDirectory() || (process.platform !== 'win32' && stats.uid !== uid)) throw error
    return folder
  }
}

/** Runs `work` while holding the lock of a project; waits up to `waitMs` for another process, then says who holds it. */
export async function withProjectLock<T>(
  root: string,
  state: string,
  waitMs: number,
  work: () => Promise<Result<T>>,
): Promise<Result<T>> {
  const paths = lockPaths(root, await usableFolder(state))
  const deadline = performance.now() + waitMs
  let release = await acquire(root, paths)
  while (release === null) {
    await freeIfDead(paths)
    release = await acquire(root, paths)
    if (release !== null) break
    if (performance.now() > deadline) return failHeld(await readHolder(paths))
    await wait(RETRY_MS)
  }
  try {
    await writeFile(paths.holder, JSON.stringify({ pid: process.pid, host: hostname() }))
    return await work()
  } finally {
    await rm(paths.holder, { force: true })
    // A compromised lock is no longer ours to release.
    await release().catch(error => {
      if (errorCode(error) !== 'ERELEASED') throw error
    })
  }
}
