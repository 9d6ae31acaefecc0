import { anchorResults } from '../../source/adapters/finding-import/anchor-results.js'
import { readReport } from '../../source/adapters/finding-import/read-report.js'
import { sha256 } from '../../source/adapters/system/sha256.js'
import { mutateJson, mutateText, seededRandom } from './mutate-json.js'
import { REPORT_SAMPLES } from './report-samples.js'
import { readWeaknesses } from './weaknesses.js'

/** What became of the mutated reports; any rejection or raw control character is in `failures`. */
export type FuzzOutcome = {
  readonly imported: number
  readonly refused: number
  readonly partial: number
  readonly failures: readonly string[]
}

const TEXT = 'import x\n'.repeat(40)
const RAW_CONTROL = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]/

/** Reads `count` mutated reports of every format, from `seed` on. */
export async function fuzzReports(count: number, seed: number): Promise<FuzzOutcome> {
  const weaknesses = readWeaknesses()
  const failures: string[] = []
  let imported = 0
  let refused = 0
  let partial = 0
  for (let run = 0; run < count; run += 1) {
    const random = seededRandom(seed + run)
    const sample = REPORT_SAMPLES[run % REPORT_SAMPLES.length]
    const mutated = JSON.stringify(mutateJson(sample, random)) ?? 'null'
    const text = random() < 0.3 ? mutateText(mutated, random) : mutated
    try {
      const report = readReport(text, 'report.json', '/project')
      if (!report.ok) {
        refused += 1
        if (report.problem.message === '' || report.problem.nextSteps.length === 0)
          failures.push(`seed ${seed + run}: refused without a reason`)
        if (RAW_CONTROL.test(report.problem.message))
          failures.push(`seed ${seed + run}: raw text in the message`)
        continue
      }
      const readText = async (path: string): Promise<string | null> =>
        path.startsWith('..') || path.startsWith('/') ? Promise.reject(new Error(path)) : TEXT
      const anchored = await anchorResults(report.value, {
        engine: 'sarif',
        weaknesses,
        hash: sha256,
        readText,
      })
      imported += 1
      if (report.value.skipped.length > 0 || anchored.stale > 0) partial += 1
      for (const finding of anchored.findings) {
        const shown = [finding.message, finding.title, finding.ruleId].join('')
        const isPlaced =
          finding.startLine >= 1 &&
          finding.startOffset >= 0 &&
          finding.endOffset <= TEXT.length &&
          finding.endOffset >= finding.startOffset
        if (RAW_CONTROL.test(shown)) failures.push(`seed ${seed + run}: raw text on screen`)
        if (!isPlaced) failures.push(`seed ${seed + run}: a finding outside the text`)
      }
    } catch (error) {
      failures.push(`seed ${seed + run}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return { imported, refused, partial, failures }
}
