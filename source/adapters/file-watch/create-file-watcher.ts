import { type FSWatcher, watch as watchFolder } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { FileWatcher } from '../../ports/file-watcher.js'
import { sha256 } from '../system/sha256.js'

/** Milliseconds without another change after which a save counts as done: some editors empty the file first. */
const SETTLED = 150
/** Milliseconds between two looks by ourselves: shared folders and containers do not always tell of changes. */
const LOOK_EVERY = 2_000

/**
 * Returns a watcher of files below `root`. It watches the folder, because editors that write beside the file and rename
 * leave a watch of the file itself behind, and compares contents, because a folder tells more than was asked.
 */
export function createFileWatcher(root: string): FileWatcher {
  return {
    watch: async (path, before, signal, onSave) => {
      const file = join(root, path)
      let known = before
      let stamp = await stampOf(file)
      if (signal.aborted) return
      let timer: NodeJS.Timeout | undefined
      const look = async () => {
        const before = await stampOf(file)
        const content = await fingerprint(file)
        if (signal.aborted || content === null || content === known) return
        // Written to while it was read: it is looked at again once it is quiet.
        if ((await stampOf(file)) !== before) return later()
        known = content
        if (!signal.aborted) onSave()
      }
      const later = () => {
        clearTimeout(timer)
        timer = setTimeout(() => void look(), SETTLED)
      }
      const poll = setInterval(async () => {
        const now = await stampOf(file)
        if (now === stamp) return
        stamp = now
        later()
      }, LOOK_EVERY)
      const watcher = startWatching(file, later)
      later()
      await new Promise<void>(resolve => signal.addEventListener('abort', () => resolve(), { once: true }))
      clearTimeout(timer)
      clearInterval(poll)
      watcher?.close()
    },
  }
}

/** Null where the system cannot watch (no inotify watches left, a file system without): then looking now and then does. */
function startWatching(file: string, onChange: () => void): FSWatcher | null {
  const name = basename(file)
  try {
    const watcher = watchFolder(dirname(file), (_event, changed) => {
      if (changed === null || changed === name) onChange()
    })
    watcher.on('error', () => watcher.close())
    return watcher
  } catch {
    return null
  }
}

async function fingerprint(file: string): Promise<string | null> {
  const bytes = await readFile(file).catch(() => null)
  return bytes === null ? null : sha256(bytes)
}

async function stampOf(file: string): Promise<string> {
  const info = await stat(file).catch(() => null)
  return info === null ? '' : `${info.ino} ${info.size} ${info.mtimeMs}`
}
