import { setImmediate } from 'node:timers/promises'
import type { Finding } from '../../../core/finding/finding.js'
import type { ScanError, ScanReport, ScanRequest, SkipReason } from '../../../ports/scanner.js'
import type { FlowLinks } from '../taint/flow-types.js'
import { createImportIndex } from '../taint/link/import-index.js'
import type { FlowLists } from '../taint/lists/compiled-lists.js'
import { addToIndex, type LinkedProject, linkProject, scanAgain } from './link-project.js'
import { readSource } from './read-source.js'
import type { ScanEngine } from './scan-engine.js'

/** Files read ahead while others are checked. */
const BATCH = 16

type Tally = {
  findings: Finding[]
  errors: ScanError[]
  skipped: Partial<Record<SkipReason, number>>
  filesScanned: number
  filesSkipped: number
  bytes: number
}

export type FilesScan = Omit<ScanReport, 'stats'> & {
  readonly tally: Omit<Tally, 'findings' | 'errors'>
  readonly linked: LinkedProject
}

/**
 * Returns what scanning the files gives; `project` are all files that flows may lead through. Rejects with the
 * signal's reason when cancelled, for no other cause.
 */
export async function scanFiles(
  engine: ScanEngine,
  lists: FlowLists,
  request: ScanRequest,
  targets: readonly string[],
  project: readonly string[],
): Promise<FilesScan> {
  const tally: Tally = { findings: [], errors: [], skipped: {}, filesScanned: 0, filesSkipped: 0, bytes: 0 }
  const report = (done: number) =>
    request.onProgress?.({ phase: 'scanning', done, total: targets.length, findings: tally.findings.length })
  report(0)
  const index = createImportIndex()
  const links = new Map<string, FlowLinks>()
  for (let first = 0; first < targets.length; first += BATCH) {
    const batch = targets.slice(first, first + BATCH)
    const readings = await Promise.all(batch.map(path => readSource(request.root, path)))
    for (const [i, reading] of readings.entries()) {
      request.signal?.throwIfAborted()
      const path = batch[i] ?? ''
      if (reading.kind === 'skipped') {
        tally.filesSkipped++
        tally.skipped[reading.reason] = (tally.skipped[reading.reason] ?? 0) + 1
      } else if (reading.kind === 'unreadable') {
        tally.errors.push({ path, kind: 'unreadable', message: `${path}: ${reading.message}.` })
      } else {
        addToIndex(index, path, reading.text)
        const scanned = await engine.scan(path, reading.text, { weaknesses: request.weaknesses })
        if (scanned.links !== null) links.set(path, scanned.links)
        tally.filesScanned++
        tally.bytes += reading.bytes
        tally.findings.push(...scanned.findings.map(({ finding }) => finding))
        tally.errors.push(...scanned.errors)
      }
      report(first + i + 1)
    }
    await setImmediate()
  }
  const linked = await linkProject(engine, lists, request, { index, links, project })
  const { findings: alone, errors, ...rest } = tally
  const findings = await scanAgain(engine, request, linked, alone)
  return { engine: 'builtin', findings, errors: tellRulesOnce(errors), tally: rest, linked }
}

/** What concerns a rule and not a file comes up in every file; it is told once. */
function tellRulesOnce(errors: readonly ScanError[]): readonly ScanError[] {
  const told = new Set<string>()
  return errors.filter(error => {
    if (error.kind !== 'bad-rule') return true
    if (told.has(error.message)) return false
    told.add(error.message)
    return true
  })
}
