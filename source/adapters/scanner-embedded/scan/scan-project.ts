import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { Finding } from '../../../core/finding/finding.js'
import type { ScanError, ScanReport, ScanRequest, SkipReason } from '../../../ports/scanner.js'
import type { Hash } from '../../../ports/system.js'
import type { FileState, ScanCache } from '../cache/scan-cache.js'
import type { FileOutcome } from './file-outcome.js'
import { asksOthers } from './link-project.js'
import { overlap } from './overlap.js'

/** Files looked at together: enough to keep the disk busy, few enough to answer a cancel at once. */
const BATCH = 32

/** Examines files and tells each outcome; rejects with the signal's reason when cancelled. */
export type Examiner = (paths: readonly string[], onOutcome: (outcome: FileOutcome) => void) => Promise<void>

/** Path → the findings that take the place of those that the file alone gave. */
export type Renewed = ReadonlyMap<string, readonly Finding[]>

export type ProjectScan = {
  readonly request: ScanRequest
  /** Absolute, real path. */
  readonly root: string
  readonly targets: readonly string[]
  /** All files that can be scanned: flows lead through them, and what is known of them is kept. */
  readonly project: readonly string[]
  readonly cache: ScanCache | null
  readonly examine: Examiner
  /** Returns what gives the findings of files that others say something about, made again with that. */
  readonly link: (outcomes: ReadonlyMap<string, FileOutcome>) => () => Promise<Renewed>
  readonly hash: Hash
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** Returns what scanning the targets gives, in their order; files that the cache knows are not read. */
export async function scanFiles(
  scan: ProjectScan,
): Promise<Omit<ScanReport, 'stats'> & { readonly tally: Tally }> {
  const { request, targets, cache } = scan
  const outcomes = new Map<string, FileOutcome>()
  let findings = 0
  const report = () =>
    request.onProgress?.({ phase: 'scanning', done: outcomes.size, total: targets.length, findings })
  const take = (outcome: FileOutcome) => {
    outcomes.set(outcome.path, outcome)
    findings += outcome.findings.length
    report()
  }
  report()
  const now = scan.now()
  const states = cache === null ? new Map<string, FileState>() : await readStates(scan)
  const unknown: string[] = []
  for (const path of targets) {
    const state = states.get(path)
    const known = state === undefined ? null : (cache?.find(path, state) ?? null)
    if (known === null) unknown.push(path)
    else take(known)
  }
  request.signal?.throwIfAborted()
  await scan.examine(largestFirst(unknown, states), take)
  const renewed = await linkOrRecall(scan, outcomes, states, unknown.length === 0)
  if (cache !== null) await remember(scan, cache, unknown, outcomes, states, renewed, now)
  const ordered = targets.flatMap(path => outcomes.get(path) ?? [])
  return {
    engine: 'builtin',
    findings: ordered.flatMap(outcome => renewed.get(outcome.path) ?? outcome.findings),
    errors: tellRulesOnce(ordered.flatMap(outcome => outcome.errors)),
    tally: count(ordered),
  }
}

/** What files say about each other changes only when some file of the project does, or when others are scanned. */
async function linkOrRecall(
  scan: ProjectScan,
  outcomes: ReadonlyMap<string, FileOutcome>,
  states: ReadonlyMap<string, FileState>,
  isAllKnown: boolean,
): Promise<Renewed> {
  const link = scan.link(outcomes)
  if (!asksOthers(outcomes)) return new Map()
  const known = isAllKnown ? scan.cache?.findLinks(signatureOf(scan, states)) : null
  return known ?? link()
}

function signatureOf(scan: ProjectScan, states: ReadonlyMap<string, FileState>): string {
  const known = [...states].map(([path, { size, mtimeMs }]) => [path, size, mtimeMs])
  return scan.hash(JSON.stringify([scan.targets, known.sort()]))
}

async function remember(
  scan: ProjectScan,
  cache: ScanCache,
  unknown: readonly string[],
  outcomes: ReadonlyMap<string, FileOutcome>,
  states: ReadonlyMap<string, FileState>,
  renewed: Renewed,
  now: number,
): Promise<void> {
  const signature = signatureOf(scan, states)
  if (unknown.length === 0 && cache.findLinks(signature) !== null) return
  const fresh = new Map(
    unknown.flatMap(path => {
      const state = states.get(path)
      const outcome = outcomes.get(path)
      return state === undefined || outcome === undefined ? [] : [[path, { state, outcome }] as const]
    }),
  )
  await cache.save({ outcomes: fresh, project: scan.project, links: { signature, renewed }, now })
}

async function readStates({
  root,
  project,
  targets,
  request,
}: ProjectScan): Promise<ReadonlyMap<string, FileState>> {
  const states = new Map<string, FileState>()
  const paths = [...new Set([...project, ...targets])]
  for (let first = 0; first < paths.length; first += BATCH) {
    request.signal?.throwIfAborted()
    await Promise.all(
      paths.slice(first, first + BATCH).map(async path => {
        try {
          const { size, mtimeMs } = await stat(join(root, path))
          states.set(path, { size, mtimeMs })
        } catch {
          // Examining the file tells why it cannot be read.
        }
      }),
    )
  }
  return states
}

function largestFirst(paths: readonly string[], states: ReadonlyMap<string, FileState>): readonly string[] {
  const size = (path: string) => states.get(path)?.size ?? 0
  return [...paths].sort((a, b) => size(b) - size(a))
}

/** Returns an examiner that works in this thread and lets others have their turn. */
export function examineHere(
  one: (path: string) => Promise<FileOutcome>,
  signal: AbortSignal | undefined,
): Examiner {
  return async (paths, onOutcome) => {
    let done = 0
    await overlap(paths, async path => {
      signal?.throwIfAborted()
      onOutcome(await one(path))
      if (++done % BATCH === 0) await setImmediate()
    })
    signal?.throwIfAborted()
  }
}

export type Tally = {
  readonly filesScanned: number
  readonly filesSkipped: number
  readonly skipped: Readonly<Partial<Record<SkipReason, number>>>
  readonly bytes: number
}

function count(outcomes: readonly FileOutcome[]): Tally {
  const skipped: Partial<Record<SkipReason, number>> = {}
  let filesSkipped = 0
  let filesScanned = 0
  let bytes = 0
  for (const outcome of outcomes) {
    bytes += outcome.bytes
    if (outcome.skipped !== null) {
      filesSkipped++
      skipped[outcome.skipped] = (skipped[outcome.skipped] ?? 0) + 1
    } else if (outcome.errors.every(error => error.kind !== 'unreadable')) filesScanned++
  }
  return { filesScanned, filesSkipped, skipped, bytes }
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
