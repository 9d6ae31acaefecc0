import { readFile, stat } from 'node:fs/promises'
import { fail, type Result, succeed } from '../../core/problem.js'
import { printable } from '../../core/text/printable.js'
import type { Weakness } from '../../core/weakness/weakness.js'
import type { Hash } from '../../ports/system.js'
import { isBelowPaths } from '../system/below-paths.js'
import { anchorResults } from './anchor-results.js'
import type { ForeignSource } from './foreign-source.js'
import { readReport } from './read-report.js'

/** Bytes above which a file of findings is refused: 256 MiB. */
const MAX_REPORT = 256 * 1024 * 1024

type Needs = {
  readonly root: string
  readonly weaknesses: () => Promise<readonly Weakness[]>
  readonly hash: Hash
  /** The present text of a file of the project, null when it cannot be read. */
  readonly readText: (path: string) => Promise<string | null>
}

/**
 * Returns a source that serves the findings of a report file (absolute path; `name` as the user gave it). Fails when
 * the file cannot be read or is no report. Nothing can be re-run, so a rescan only tells whether the code is there.
 */
export async function openReport(file: string, name: string, needs: Needs): Promise<Result<ForeignSource>> {
  const text = await readBounded(file, name)
  if (!text.ok) return text
  const report = readReport(text.value, name, needs.root)
  if (!report.ok) return report
  const matched = new Map<string, string>()
  return succeed({
    id: 'sarif',
    checkedBy: 'text',
    scan: async request => {
      const anchored = await anchorResults(report.value, {
        ...needs,
        engine: 'sarif',
        weaknesses: await needs.weaknesses(),
      })
      const wanted = anchored.findings.filter(finding => isBelowPaths(finding.path, request.paths))
      for (const finding of wanted) {
        const now = await needs.readText(finding.path)
        matched.set(finding.fingerprint, squash((now ?? '').slice(finding.startOffset, finding.endOffset)))
      }
      const skipped = report.value.skipped.map(message => ({
        path: '',
        kind: 'tool' as const,
        message: `Not imported: ${printable(message, { maxLine: 200 })}.`,
      }))
      return { ...anchored, findings: wanted, errors: [...anchored.errors, ...skipped] }
    },
    rescan: async (_path, now, known) => {
      const flat = squash(now)
      return known.filter(finding => flat.includes(matched.get(finding.fingerprint) ?? '\0'))
    },
  })
}

async function readBounded(file: string, name: string): Promise<Result<string>> {
  try {
    const { size } = await stat(file)
    if (size > MAX_REPORT) return unreadable(name, `is larger than ${MAX_REPORT / 1024 / 1024} MiB`)
    return succeed(await readFile(file, 'utf8'))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
    return unreadable(name, code === 'ENOENT' ? 'does not exist' : `cannot be read (${code})`)
  }
}

function unreadable(name: string, what: string): Result<never> {
  return fail({
    kind: 'user-can-act',
    message: `The file of findings ${printable(name, { maxLine: 200 })} ${what}.`,
    untouched: 'No finding was imported and nothing was written.',
    nextSteps: ['Check the path after --from.'],
  })
}

function squash(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
