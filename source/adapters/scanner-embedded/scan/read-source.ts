import { closeSync, constants, fstatSync, openSync, readFileSync, realpathSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { SkipReason } from '../../../ports/scanner.js'
import { MAX_BYTES, skipByPath, skipByText } from './skip-reason.js'

/** What reading a file gave. */
export type SourceReading =
  | { readonly kind: 'text'; readonly text: string; readonly bytes: number }
  | { readonly kind: 'skipped'; readonly reason: SkipReason }
  | { readonly kind: 'unreadable'; readonly message: string }

const DECODER = new TextDecoder('utf-8', { ignoreBOM: true })

/** A named pipe would keep us waiting for its writer. Windows has neither pipes of this kind nor the flag. */
const READ_AT_ONCE = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

/**
 * Returns the text of a file below `root` (absolute, real), or why there is none. Nothing outside the root is read.
 * Source files are small: waiting for the disk costs less than the promises of reading beside other work.
 */
export function readSource(root: string, path: string): SourceReading {
  const skipped = skipByPath(path)
  if (skipped !== null) return { kind: 'skipped', reason: skipped }
  try {
    const real = realpathSync.native(join(root, path))
    if (real !== root && !real.startsWith(root.endsWith(sep) ? root : root + sep)) {
      return { kind: 'skipped', reason: 'outside-root' }
    }
    const data = readSmallFile(real)
    if (data === 'too-large') return { kind: 'skipped', reason: data }
    if (data === 'not-a-file') return { kind: 'unreadable', message: REASONS.EISDIR }
    const text = DECODER.decode(data)
    const reason = skipByText(text)
    return reason === null ? { kind: 'text', text, bytes: data.length } : { kind: 'skipped', reason }
  } catch (error) {
    return { kind: 'unreadable', message: explain(error) }
  }
}

function readSmallFile(path: string): Uint8Array | 'too-large' | 'not-a-file' {
  const handle = openSync(path, READ_AT_ONCE)
  try {
    const stats = fstatSync(handle)
    if (!stats.isFile()) return 'not-a-file'
    return stats.size > MAX_BYTES ? 'too-large' : readFileSync(handle)
  } finally {
    closeSync(handle)
  }
}

const REASONS = {
  EACCES: 'you may not read this file',
  EPERM: 'you may not read this file',
  ENOENT: 'the file is no longer there',
  EISDIR: 'this is a folder or a device, not a file',
  ELOOP: 'the link points to itself',
} as const

function explain(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const known: Readonly<Record<string, string>> = REASONS
  return known[code] ?? `the file could not be read${code === '' ? '' : ` (${code})`}`
}
