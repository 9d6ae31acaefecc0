import { chmod, open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { noteUnfinished, temporaryPath } from './unfinished-writes.js'

/**
 * Replaces a file's content so that a crash at any moment leaves the old or the new file: temporary file in the
 * same folder, fsync, rename, fsync of the folder. The mode is kept. Throws what the file system throws.
 * `state` is the folder for the note that lets the next start remove what a killed process left behind.
 */
export async function replaceFile(real: string, bytes: Uint8Array, state: string): Promise<void> {
  const temporary = temporaryPath(real)
  const mode = await stat(real).then(
    stats => stats.mode & 0o7777,
    () => null,
  )
  const takeBackNote = await noteUnfinished(state, temporary)
  try {
    const handle = await open(temporary, 'wx', mode ?? 0o666)
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    // The umask took bits away when the file was made.
    if (mode !== null) await chmod(temporary, mode)
    await rename(temporary, real)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  } finally {
    await takeBackNote()
  }
  await syncFolder(dirname(real))
}

/** Makes a rename last through a power cut, where the system lets a folder be synced (Windows does not). */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
