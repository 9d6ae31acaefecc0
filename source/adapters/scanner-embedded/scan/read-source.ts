import { open, realpath } from 'node:fs/promises'
import { join, sep } from 'node:path'
import type { SkipReason } from '../../../ports/scanner.js'
import { MAX_BYTES, skipByPath, skipByText } from './skip-reason.js'

/** What reading a file gave. */
export type SourceReading =
  | { readonly kind: 'text'; readonly text: string; readonly bytes: number }
  | { readonly kind: 'skipped'; readonly reason: SkipReason }
  | { readonly kind: 'unreadable'; readonly message: string }

/** Returns the text of a file below `root` (absolute, real), or why there is none. Nothing outside the root is read. */
export async function readSource(root: string, path: string): Promise<SourceReading> {
  const skipped = skipByPath(path)
  if (skipped !== null) return { kind: 'skipped', reason: skipped }
  try {
    const real = await realpath(join(root, path))
    if (real !== root && !real.startsWith(root.endsWith(sep) ? root : root + sep)) {
      return { kind: 'skipped', reason: 'outside-root' }
    }
    const handle = await open(real, 'r')
    try {
      const { size } = await handle.stat()
      if (size > MAX_BYTES) return { kind: 'skipped', reason: 'too-large' }
      const buffer = await handle.readFile()
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(buffer)
      const reason = skipByText(text)
      return reason === null ? { kind: 'text', text, bytes: buffer.length } : { kind: 'skipped', reason }
    } finally {
      await handle.close()
    }
  } catch (error) {
    return { kind: 'unreadable', message: explain(error) }
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'you may not read this file',
  EPERM: 'you may not read this file',
  ENOENT: 'the file is no longer there',
  EISDIR: 'this is a folder, not a file',
  ELOOP: 'the link points to itself',
}

function explain(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return REASONS[code] ?? `the file could not be read${code === '' ? '' : ` (${code})`}`
}
