import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join } from 'node:path'
import { isRunning } from '../system/is-running.js'

/** Names that only our own temporary files have; group 1 is the process that made it. */
const TEMPORARY = /^\..+\.guardrail-coach-(\d+)-[0-9a-f]{8}\.tmp$/

/** Returns the id of the process that made this temporary file of ours, or null for any other file name. */
export function temporaryFileOwner(name: string): number | null {
  const owner = TEMPORARY.exec(name)?.[1]
  return owner === undefined ? null : Number(owner)
}

/** Returns a fresh path for a temporary file beside `real`. */
export function temporaryPath(real: string): string {
  const suffix = `${process.pid}-${randomBytes(4).toString('hex')}`
  return join(dirname(real), `.${basename(real)}.guardrail-coach-${suffix}.tmp`)
}

function notesFolder(state: string): string {
  return join(state, 'unfinished')
}

/**
 * Notes that a temporary file is about to be made, so that the next start can remove it if this process is killed.
 * Returns a function that takes the note back.
 */
export async function noteUnfinished(state: string, temporary: string): Promise<() => Promise<void>> {
  const note = join(notesFolder(state), `${basename(temporary).split('.').at(-2) ?? ''}.note`)
  try {
    await mkdir(notesFolder(state), { recursive: true, mode: 0o700 })
    await writeFile(note, temporary)
  } catch {
    // Without a place for the note (a read-only home) the write is as safe as before; only the tidying is lost.
    return async () => {}
  }
  return () => rm(note, { force: true })
}

/** Removes the temporary files that killed processes left behind, and nothing but those. */
export async function removeUnfinished(state: string): Promise<void> {
  const names = await readdir(notesFolder(state)).catch(() => [])
  for (const name of names) {
    const note = join(notesFolder(state), name)
    const temporary = await readFile(note, 'utf8').catch(() => '')
    const owner = temporaryFileOwner(basename(temporary))
    if (owner !== null && isRunning(owner)) continue
    if (owner !== null && isAbsolute(temporary)) await rm(temporary, { force: true })
    await rm(note, { force: true })
  }
}
