import { execa } from 'execa'
import { fail, type Problem, type Result, succeed } from '../../core/problem.js'
import { printable } from '../../core/text/printable.js'
import { type SemgrepReport, semgrepReportSchema } from '../finding-import/semgrep-schema.js'
import type { FoundBinary } from './find-binary.js'
import { exitCodeWords, SEMGREP_ENV, semgrepArgs } from './semgrep-args.js'

/** Bytes of output above which a run is given up: 256 MiB, about 100,000 findings. */
const MAX_OUTPUT = 256 * 1024 * 1024

export type RunOptions = {
  readonly cwd: string
  readonly configs: readonly string[]
  readonly targets: readonly string[]
  readonly jobs: number
  /** Milliseconds after which the run is stopped. */
  readonly timeout: number
  readonly signal?: AbortSignal
}

/**
 * Returns the report of one run. Output that can be read counts even with a failing exit code (a partial result whose
 * `errors` say why); without any the exit code is told in plain words. Rejects with AbortError when cancelled.
 */
export async function runSemgrep(binary: FoundBinary, options: RunOptions): Promise<Result<SemgrepReport>> {
  const args = semgrepArgs({ ...options, binary: binary.name })
  const run = await execa(binary.file, args, {
    cwd: options.cwd,
    env: SEMGREP_ENV,
    reject: false,
    timeout: options.timeout,
    maxBuffer: MAX_OUTPUT,
    stdin: 'ignore',
    forceKillAfterDelay: 2_000,
    ...(options.signal ? { cancelSignal: options.signal } : {}),
  })
  if (run.isCanceled)
    throw options.signal?.reason ?? new DOMException('The scan was cancelled.', 'AbortError')
  if (run.timedOut)
    return broken(binary, `took longer than ${Math.round(options.timeout / 1000)} seconds and was stopped`)
  if (run.isMaxBuffer) return broken(binary, 'wrote more than 256 MiB and was stopped')
  if (run.exitCode === undefined)
    return broken(binary, `could not be started (${run.code ?? run.signal ?? 'unknown'})`)
  const report = parseReport(String(run.stdout))
  if (report) return succeed(report)
  return broken(binary, `gave no readable report: ${exitCodeWords(run.exitCode)}`, String(run.stderr))
}

function parseReport(text: string): SemgrepReport | null {
  try {
    const parsed = semgrepReportSchema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null // no JSON at all: the caller tells it with the exit code and the tool's own words
  }
}

function broken(
  binary: FoundBinary,
  what: string,
  stderr = '',
): { readonly ok: false; readonly problem: Problem } {
  const last = stderr.trim().split('\n').at(-1) ?? ''
  return fail({
    kind: 'tool-failed',
    message: `${binary.name} ${binary.version} ${what}.${last ? ` It said: ${printable(last, { maxLine: 300 })}` : ''}`,
    untouched: 'No file was changed.',
    nextSteps: [
      'Try a smaller part of the project: guardrail-coach scan <folder>',
      'Or go on without it: --engine builtin',
    ],
  })
}
