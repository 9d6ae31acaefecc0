import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { type Result, succeed } from '../../core/problem.js'
import type { TextFile } from '../../ports/workspace.js'
import { sha256 } from '../system/sha256.js'
import { failFile, failSystem } from './file-problem.js'
import { resolveInside } from './resolve-inside.js'

/** Above this a file is data, not something to coach on; the engine stops far below it. */
const MAX_BYTES = 50_000_000

/**
 * Returns a text file with the hash of its bytes; BOM and line ends stay in the text.
 * Fails for missing, binary, non-UTF-8, over-large, irregular (pipe, device) and outside files.
 */
export async function readTextFile(root: string, path: string): Promise<Result<TextFile>> {
  const inside = await resolveInside(root, path)
  if (!inside.ok) return inside
  try {
    // Without O_NONBLOCK, opening a named pipe waits for a writer that never comes.
    const handle = await open(inside.value, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      const stats = await handle.stat()
      if (!stats.isFile()) return failFile(path, 'This is not a regular file.')
      if (stats.size > MAX_BYTES) return failFile(path, 'The file is too large to read as text.')
      return decode(path, await handle.readFile())
    } finally {
      await handle.close()
    }
  } catch (error) {
    return failSystem(path, error)
  }
}

function decode(path: string, bytes: Buffer): Result<TextFile> {
  if (bytes.includes(0)) return failFile(path, 'This is a binary file.')
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    return succeed({ path, text, hash: sha256(bytes) })
  } catch {
    return failFile(path, 'The file is not UTF-8 text.')
  }
}
