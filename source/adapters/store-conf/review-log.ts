import { open, readFile, stat } from 'node:fs/promises'
import type { Review } from '../../core/quiz/card.js'
import { hasCode } from './file-problem.js'
import { PERSONAL_VERSION, reviewSchema } from './personal-schema.js'

const LINE_END = 0x0a

/** The log as read: what could be understood, and the lines (from 1) that could not, which stay as they are. */
export type ReviewLog = {
  readonly reviews: readonly Review[]
  readonly unreadable: readonly number[]
  /** Lines written by a later version. */
  readonly newer: readonly number[]
  /** Bytes up to the end of the last whole line. */
  readonly bytes: number
}

type Line = { readonly kind: 'review'; readonly review: Review } | { readonly kind: 'unreadable' | 'newer' }

function readLine(line: string): Line {
  try {
    const { v, ...rest }: Record<string, unknown> = JSON.parse(line)
    if (typeof v === 'number' && v > PERSONAL_VERSION) return { kind: 'newer' }
    const parsed = reviewSchema.safeParse(rest)
    return parsed.success ? { kind: 'review', review: parsed.data } : { kind: 'unreadable' }
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return { kind: 'unreadable' }
    throw error
  }
}

/** Returns the reviews of a log's text. A last line without its line end was cut off by a crash and does not count. */
export function parseReviewLog(text: string): ReviewLog {
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  const reviews: Review[] = []
  const unreadable: number[] = []
  const newer: number[] = []
  for (const [index, line] of whole.split('\n').entries()) {
    if (line.trim() === '') continue
    const read = readLine(line)
    if (read.kind === 'review') reviews.push(read.review)
    else (read.kind === 'newer' ? newer : unreadable).push(index + 1)
  }
  return { reviews, unreadable, newer, bytes: Buffer.byteLength(whole) }
}

/** Returns a review as a line of the log, with its line end. */
export function formatReview(review: Review): string {
  return `${JSON.stringify({ v: PERSONAL_VERSION, ...review })}\n`
}

/** Returns the text of the log from byte `from` on; empty when there is no log or it is shorter. */
export async function readLogText(path: string, from = 0): Promise<string> {
  try {
    if (from > 0 && (await stat(path)).size <= from) return ''
    return (await readFile(path)).subarray(from).toString('utf8')
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return ''
    throw error
  }
}

/**
 * Appends a review and waits until it is on the disk; returns the log's length in bytes. A last line that a crash cut
 * off is taken away first, it was never promised to anyone. The caller holds the lock.
 */
export async function appendReview(path: string, review: Review): Promise<number> {
  const file = await open(path, 'a+', 0o600)
  try {
    const bytes = (await file.readFile()).lastIndexOf(LINE_END) + 1
    await file.truncate(bytes)
    const line = Buffer.from(formatReview(review))
    await file.appendFile(line)
    await file.sync()
    return bytes + line.length
  } finally {
    await file.close()
  }
}
