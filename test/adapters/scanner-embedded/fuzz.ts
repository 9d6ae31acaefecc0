import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { examineFile } from '../../../source/adapters/scanner-embedded/scan/examine-file.js'
import { brokeDown } from '../../../source/adapters/scanner-embedded/scan/file-outcome.js'
import { textChecksOf } from '../../../source/adapters/scanner-embedded/scan/text-scan.js'
import { sha256 } from '../../../source/adapters/system/sha256.js'
import type { Finding } from '../../../source/core/finding/finding.js'
import type { ScanError } from '../../../source/ports/scanner.js'
import { engineOf, pack } from '../../rules/pack.js'
import { fuzzSubjects, type Subject } from './fuzz-subjects.js'
import { breakBytes, chance, mutate } from './mutate.js'

export type FuzzResult = {
  /** Inputs that made the engine throw, with what it said. */
  readonly crashes: readonly string[]
  /** Inputs of which the engine said something else when it was asked again at the end. */
  readonly differences: readonly string[]
  /** Longest processor time for one input, in milliseconds: a busy machine must not count. */
  readonly slowest: number
  readonly slowestSeed: number
  readonly findings: number
  readonly gaveUp: number
}

type Outcome = {
  readonly findings: readonly Finding[]
  readonly errors: readonly ScanError[]
  readonly isLasting: boolean
}

const engine = engineOf(pack.rules)
const texts = textChecksOf(pack, sha256)
const subjects = await fuzzSubjects()

/** One input in so many is written to disk as broken bytes and read by the scanner's own reader. */
const ON_DISK = 10

/** One input in so many is scanned again after all others, to see whether they left anything behind. */
const AGAIN = 25

/**
 * Scans `count` broken texts, repeatable by seed, with every shipped rule, and works out every fix that is offered.
 * `onSlow` is told of every input that took longer than half a second.
 */
export async function fuzz(
  count: number,
  seed: number,
  onSlow: (line: string) => void = () => {},
): Promise<FuzzResult> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'scan-fuzz-')))
  const crashes: string[] = []
  const again: { readonly seed: number; readonly said: string }[] = []
  let slowest = 0
  let slowestSeed = 0
  let findings = 0
  let gaveUp = 0
  for (let i = seed; i < seed + count; i++) {
    const { path, text, bytes } = makeInput(i)
    const start = process.cpuUsage()
    try {
      const scanned = bytes === null ? await scanText(path, text) : await scanBytes(root, path, bytes)
      findings += scanned.findings.length
      const isGivenUp = scanned.errors.some(error => error.kind === 'gave-up')
      if (isGivenUp) gaveUp++
      if (i % AGAIN === 0 && scanned.isLasting) again.push({ seed: i, said: summarise(scanned) })
    } catch (error) {
      const what = error instanceof Error ? error.stack?.slice(0, 600) : error
      crashes.push(`seed ${i}, ${path}: ${what}`)
    }
    const { user, system } = process.cpuUsage(start)
    const took = (user + system) / 1_000
    if (took > 500) onSlow(`seed ${i}, ${path}, ${text.length} characters: ${Math.round(took)} ms`)
    if (took > slowest) {
      slowest = took
      slowestSeed = i
    }
  }
  const differences: string[] = []
  for (const one of again) {
    const { path, text, bytes } = makeInput(one.seed)
    const scanned = bytes === null ? await scanText(path, text) : await scanBytes(root, path, bytes)
    const said = summarise(scanned)
    if (scanned.isLasting && said !== one.said)
      differences.push(`seed ${one.seed}, ${path}: ${one.said} became ${said}`)
  }
  rmSync(root, { recursive: true })
  return { crashes, differences, slowest, slowestSeed, findings, gaveUp }
}

function makeInput(seed: number): {
  readonly path: string
  readonly text: string
  readonly bytes: Uint8Array | null
} {
  const random = chance(seed)
  const subject = subjects[Math.floor(random() * subjects.length)] as Subject
  const text = mutate(subject.texts, random)
  const isOnDisk = random() < 1 / ON_DISK
  return { path: subject.path, text, bytes: isOnDisk ? breakBytes(text, random) : null }
}

async function scanText(path: string, text: string): Promise<Outcome> {
  const scanned = await engine.scan(path, text, { mustParse: true })
  const inText = texts.reads(path) ? texts.check(path, text) : { findings: [], errors: [] }
  return {
    findings: [...scanned.findings.map(({ finding }) => finding), ...inText.findings],
    errors: [...scanned.errors, ...inText.errors],
    isLasting: !scanned.isCutShort,
  }
}

async function scanBytes(root: string, path: string, bytes: Uint8Array): Promise<Outcome> {
  const name = basename(path)
  writeFileSync(join(root, name), bytes)
  const outcome = await examineFile({ engine: async () => engine, texts, hash: sha256, root }, name)
  const hasBroken = outcome.errors.some(error => error.message === brokeDown(name).message)
  // The scanner hides what it did not foresee; here it shall be seen.
  if (hasBroken) throw new Error('the scanner broke down')
  return { ...outcome, findings: [...outcome.findings, ...outcome.textFindings] }
}

function summarise({ findings, errors }: Outcome): string {
  const parts = [...findings.map(one => one.fingerprint), ...errors.map(one => one.message)]
  return `${findings.length} findings, ${errors.map(one => one.kind).join(' ')} (${sha256(parts.join('\n')).slice(0, 8)})`
}
