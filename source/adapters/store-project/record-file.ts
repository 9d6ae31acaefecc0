import { parse, stringify } from 'yaml'
import { type ZodType, z } from 'zod'
import type { Problem, Result } from '../../core/problem.js'
import { fail, succeed } from '../../core/problem.js'

/** How one kind of record stands in its file. */
export type RecordFormat = 'json' | 'yaml' | 'markdown'

const FRONTMATTER = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---\r?\n?([\s\S]*)$/
const versionSchema = z.object({ schemaVersion: z.int() })

/** Returns a record as file text: keys sorted, one value a line, LF, so that two branches merge. */
export function writeRecord(format: RecordFormat, record: Readonly<Record<string, unknown>>): string {
  if (format === 'json') return `${JSON.stringify(sortKeys(record), null, 2)}\n`
  const { text, ...rest } = record
  const yaml = stringify(format === 'yaml' ? record : rest, { sortMapEntries: true, lineWidth: 0 })
  return format === 'yaml' ? yaml : `---\n${yaml}---\n\n${String(text)}\n`
}

/** Returns the record a file holds, checked against its schema; a problem says what is wrong and the file is left as it is. */
export function readRecord<T>(
  format: RecordFormat,
  path: string,
  text: string,
  schema: ZodType<T>,
): Result<T> {
  let data: unknown
  try {
    data = parseText(format, text)
  } catch (error) {
    return fail(
      unreadable(path, error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)),
    )
  }
  const version = versionSchema.safeParse(data)
  if (version.success && version.data.schemaVersion > 1) return fail(newerVersion(path))
  const checked = schema.safeParse(data)
  if (checked.success) return succeed(checked.data)
  const issue = checked.error.issues[0]
  return fail(
    unreadable(path, issue ? `${issue.path.join('.') || 'file'}: ${issue.message}` : 'unknown shape'),
  )
}

/** Returns whether a file was written by a newer version of the tool; such a file is never overwritten. */
export function isFromNewerVersion(format: RecordFormat, text: string): boolean {
  try {
    const version = versionSchema.safeParse(parseText(format, text))
    return version.success && version.data.schemaVersion > 1
  } catch {
    // Not readable at all, so it names no version; the caller meets the same error through readRecord.
    return false
  }
}

/** Returns the problem of a file that a newer version wrote. */
export function newerVersion(path: string): Problem {
  return {
    kind: 'user-can-act',
    message: 'This file was written by a newer version of guardrail-coach.',
    path,
    untouched: 'The file is as it was.',
    nextSteps: ['Update guardrail-coach, then try again.'],
  }
}

function parseText(format: RecordFormat, text: string): unknown {
  if (format === 'json') return JSON.parse(text)
  // Aliases are refused: a small file must not grow into a large one.
  const options = { maxAliasCount: 0 }
  if (format === 'yaml') return parse(text, options)
  const match = FRONTMATTER.exec(text)
  if (!match) throw new Error('the frontmatter between --- lines is missing')
  const head: unknown = parse(match[1] ?? '', options)
  return typeof head === 'object' && head !== null ? { ...head, text: (match[2] ?? '').trim() } : head
}

function unreadable(path: string, detail: string): Problem {
  return {
    kind: 'user-can-act',
    message: `This record cannot be read (${detail}).`,
    path,
    untouched: 'The file is as it was; the other records are used without it.',
    nextSteps: ['Mend the file, restore it from git, or delete it.'],
  }
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sortKeys(inner)]),
  )
}
