import { setImmediate } from 'node:timers/promises'
import type { Finding } from '../../../core/finding/finding.js'
import { mergeFindings } from '../../../core/finding/merge-findings.js'
import type { ScanError, ScanReport, ScanRequest } from '../../../ports/scanner.js'
import type { Hash } from '../../../ports/system.js'
import type { FileState, KnownFile } from '../cache/pack-entry.js'
import { type FindingKind, shareFinding } from '../cache/pack-finding.js'
import type { ScanCache } from '../cache/scan-cache.js'
import { type SharedValues, shareValues } from '../cache/shared-values.js'
import type { FileOutcome } from './file-outcome.js'
import { readStates } from './file-states.js'
import { asksOthers, type LinkedProject, type LinkMemory, NOTHING_LINKED } from './link-project.js'
import { overlap } from './overlap.js'
import { readSource } from './read-source.js'
import { type Tally, tally } from './tally.js'

/** Milliseconds between two reports of progress: more often than anybody can read costs more than a cached scan. */
const REPORT_MS = 40

/** Fewer files than this are done before git has told which of them changed. */
const WORTH_ORDERING = 64

/** Files examined between two turns for others. */
const BATCH = 32

/** Examines files and tells each outcome; rejects with the signal's reason when cancelled. */
export type Examiner = (paths: readonly string[], onOutcome: (outcome: FileOutcome) => void) => Promise<void>

export type ProjectScan = {
  readonly request: ScanRequest
  /** Absolute, real path. */
  readonly root: string
  readonly targets: readonly string[]
  /** All files that can be scanned: flows lead through them, and what is known of them is kept. */
  readonly project: readonly string[]
  readonly cache: ScanCache | null
  readonly examine: Examiner
  /** Files changed since the last commit; asked only when there is much to examine. */
  readonly changed: () => Promise<readonly string[]>
  /** Returns what the files say about each other. */
  readonly link: (outcomes: ReadonlyMap<string, FileOutcome>, memory: LinkMemory) => Promise<LinkedProject>
  readonly hash: Hash
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** What a scan found, and what its files say about each other. */
export type ProjectReport = Omit<ScanReport, 'stats'> & {
  readonly tally: Tally
  readonly linked: LinkedProject
}

/** Returns what scanning the targets gives, in their order; files that the cache knows are not examined. */
export async function scanFiles(scan: ProjectScan): Promise<ProjectReport> {
  const { request, root, targets, project, cache } = scan
  const outcomes = new Map<string, FileOutcome>()
  const kinds = shareValues<FindingKind>()
  let findings = 0
  let nextReport = 0
  const report = () => {
    const now = performance.now()
    if (now < nextReport && outcomes.size < targets.length) return
    nextReport = now + REPORT_MS
    request.onProgress?.({ phase: 'scanning', done: outcomes.size, total: targets.length, findings })
  }
  const take = (outcome: FileOutcome) => {
    outcomes.set(outcome.path, outcome)
    findings += outcome.findings.length + outcome.textFindings.length
    report()
  }
  report()
  const now = scan.now()
  const paths = cache === null ? [] : new Set([...project, ...targets])
  const states = await readStates(root, paths, request.signal)
  const known = recallFiles(scan, states)
  for (const path of targets) {
    const one = known.get(path)
    if (one !== undefined) take(one.outcome)
  }
  const unknown = targets.filter(path => !outcomes.has(path))
  request.signal?.throwIfAborted()
  const changed = unknown.length < WORTH_ORDERING ? [] : await scan.changed()
  await scan.examine(inOrder(unknown, states, new Set(changed)), outcome => take(shareAll(outcome, kinds)))
  const linked = asksOthers(outcomes)
    ? await scan.link(outcomes, {
        recordOf: path => known.get(path)?.link ?? null,
        factsOf: path => factsOf(known.get(path)),
      })
    : NOTHING_LINKED
  if (cache !== null) await remember(cache, { project, now, outcomes, states, known, linked })
  const ordered = targets.flatMap(path => outcomes.get(path) ?? [])
  const own = ordered.flatMap(outcome => linked.renewed.get(outcome.path) ?? outcome.findings)
  const inText = ordered.flatMap(outcome => outcome.textFindings)
  return {
    engine: 'builtin',
    findings: inText.length === 0 ? own : mergeFindings(own, inText).findings,
    errors: tellRulesOnce(ordered.flatMap(outcome => outcome.errors)),
    tally: tally(ordered),
    linked,
  }
}

/**
 * Returns what is known of files whose content is as it was, with their state now: those that look untouched, and those
 * that were touched and still hold the same text.
 */
function recallFiles(
  { root, cache, hash }: ProjectScan,
  states: ReadonlyMap<string, FileState>,
): ReadonlyMap<string, KnownFile> {
  const known = new Map<string, KnownFile>()
  if (cache === null) return known
  for (const [path, state] of states) {
    const untouched = cache.find(path, state)
    if (untouched !== null) {
      known.set(path, untouched)
      continue
    }
    const before = cache.recall(path)
    if (before === null || before.outcome.hash === '') continue
    const reading = readSource(root, path)
    if (reading.kind === 'text' && hash(reading.text) === before.outcome.hash)
      known.set(path, { ...before, state, outcome: { ...before.outcome, bytes: reading.bytes } })
  }
  return known
}

function factsOf(known: KnownFile | undefined): ReturnType<LinkMemory['factsOf']> {
  if (known === undefined) return null
  const { outcome, targets } = known
  return outcome.skipped === null ? { hash: outcome.hash, imports: outcome.imports, targets } : 'skipped'
}

type Found = {
  readonly project: readonly string[]
  readonly now: number
  readonly outcomes: ReadonlyMap<string, FileOutcome>
  readonly states: ReadonlyMap<string, FileState>
  readonly known: ReadonlyMap<string, KnownFile>
  readonly linked: LinkedProject
}

/** Keeps what is otherwise than before; nothing is written when nothing is. */
async function remember(
  cache: ScanCache,
  { project, now, outcomes, states, known, linked }: Found,
): Promise<void> {
  const files: KnownFile[] = []
  for (const [path, state] of states) {
    const outcome = outcomes.get(path) ?? known.get(path)?.outcome
    if (outcome === undefined) continue
    const before = known.get(path) ?? null
    const link = linked.records.get(path) ?? before?.link ?? null
    const targets = linked.targetsOf(path) ?? before?.targets ?? null
    const isSame =
      before !== null &&
      before === cache.find(path, state) &&
      link === before.link &&
      targets?.fileSet === before.targets?.fileSet
    if (!isSame) files.push({ state, outcome, link, targets })
  }
  if (files.length > 0) await cache.save({ files, project, now })
}

/** What somebody works on comes first, so that its findings count soon; then the largest, so that the end is short. */
function inOrder(
  paths: readonly string[],
  states: ReadonlyMap<string, FileState>,
  changed: ReadonlySet<string>,
): readonly string[] {
  const size = (path: string) => states.get(path)?.size ?? 0
  const rank = (path: string) => (changed.has(path) ? 0 : 1)
  return [...paths].sort((a, b) => rank(a) - rank(b) || size(b) - size(a))
}

function shareAll(outcome: FileOutcome, kinds: SharedValues<FindingKind>): FileOutcome {
  const share = (finding: Finding) => shareFinding(finding, kinds)
  return { ...outcome, findings: outcome.findings.map(share), textFindings: outcome.textFindings.map(share) }
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
