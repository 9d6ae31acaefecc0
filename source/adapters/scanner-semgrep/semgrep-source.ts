import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import type { Weakness } from '../../core/weakness/weakness.js'
import type { Hash } from '../../ports/system.js'
import { type AnchoredReport, anchorResults } from '../finding-import/anchor-results.js'
import type { ForeignSource } from '../finding-import/foreign-source.js'
import { readSemgrep } from '../finding-import/read-semgrep.js'
import { eachSecond } from '../system/each-second.js'
import type { FoundBinary } from './find-binary.js'
import { runSemgrep } from './run-semgrep.js'
import { isRemoteConfig } from './semgrep-args.js'

type Needs = {
  readonly root: string
  readonly weaknesses: () => Promise<readonly Weakness[]>
  readonly hash: Hash
  readonly readText: (path: string) => Promise<string | null>
}

/** A whole project may take minutes; one file with the same rules must not. */
const PROJECT_TIMEOUT = 20 * 60_000
const FILE_TIMEOUT = 2 * 60_000

/**
 * Returns Semgrep or Opengrep as a source of findings. A failed run is an entry in `errors`, never a rejection; a
 * rescan runs the same rules on a copy of one file in a temporary folder.
 */
export function createSemgrepSource(
  binary: FoundBinary,
  configs: readonly string[],
  needs: Needs,
): ForeignSource {
  const absolute = configs.map(config =>
    isRemoteConfig(config) || isAbsolute(config) ? config : resolve(needs.root, config),
  )

  async function run(cwd: string, targets: readonly string[], options: RunChoice): Promise<AnchoredReport> {
    const report = await runSemgrep(binary, { cwd, configs: absolute, targets, ...options })
    if (!report.ok) {
      const error = {
        path: '',
        kind: 'tool' as const,
        message: `${report.problem.message} ${report.problem.nextSteps.join(' ')}`,
      }
      return { findings: [], proposals: new Map(), errors: [error], moved: 0, stale: 0, filesScanned: 0 }
    }
    return anchorResults(readSemgrep(report.value, binary.name, cwd), {
      engine: binary.name,
      weaknesses: await needs.weaknesses(),
      hash: needs.hash,
      readText: options.readText,
    })
  }

  return {
    id: binary.name,
    checkedBy: 'tool',
    scan: async request => {
      const tell = (seconds: number) =>
        request.onProgress?.({
          phase: 'scanning',
          done: 0,
          total: 0,
          findings: 0,
          waitingFor: { tool: binary.name, seconds },
        })
      tell(0)
      const stopClock = eachSecond(tell)
      const targets = request.paths.length === 0 ? ['.'] : request.paths
      const choice = { jobs: request.jobs ?? 1, timeout: PROJECT_TIMEOUT, readText: needs.readText }
      try {
        return await run(needs.root, targets, request.signal ? { ...choice, signal: request.signal } : choice)
      } finally {
        stopClock()
      }
    },
    rescan: async (path, text, known) => {
      const folder = await mkdtemp(join(tmpdir(), 'guardrail-coach-'))
      try {
        await mkdir(dirname(join(folder, path)), { recursive: true })
        await writeFile(join(folder, path), text)
        const readText = async (one: string): Promise<string | null> => (one === path ? text : null)
        const report = await run(folder, [path], { jobs: 1, timeout: FILE_TIMEOUT, readText })
        // A run that failed says nothing about the finding: it counts as still there, so nothing is taken for fixed.
        return report.errors.some(error => error.path === '') ? known : report.findings
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    },
  }
}

type RunChoice = {
  readonly jobs: number
  readonly timeout: number
  readonly signal?: AbortSignal
  readonly readText: (path: string) => Promise<string | null>
}
