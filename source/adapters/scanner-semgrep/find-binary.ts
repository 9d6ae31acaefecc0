import { execa } from 'execa'
import { fail, type Result, succeed } from '../../core/problem.js'
import { findOnPath } from '../system/find-on-path.js'
import type { SemgrepBinary } from './semgrep-args.js'

/** A scanner that is installed on this machine. */
export type FoundBinary = { readonly name: SemgrepBinary; readonly file: string; readonly version: string }

/** Oldest version whose JSON has the shape read here: Opengrep is a fork of Semgrep 1.100. */
const OLDEST: Readonly<Record<SemgrepBinary, readonly [number, number]>> = {
  semgrep: [1, 50],
  opengrep: [1, 0],
}

/**
 * Returns the installed scanner, searched on PATH outside the project: a repository must not be able to supply the
 * program we run. Fails when none is found or it is too old.
 */
export async function findBinary(name: SemgrepBinary, root: string): Promise<Result<FoundBinary>> {
  const file = await findOnPath(name, root)
  if (file === null) return missing(name, `${title(name)} is not installed (no ${name} on PATH).`)
  const run = await execa(file, ['--version'], {
    reject: false,
    timeout: 30_000,
    env: { SEMGREP_ENABLE_VERSION_CHECK: '0', SEMGREP_SEND_METRICS: 'off' },
  })
  const version = /\b(\d+)\.(\d+)\.(\d+)\b/.exec(String(run.stdout))
  if (!version) return missing(name, `${name} --version did not answer with a version.`)
  const [major, minor] = [Number(version[1]), Number(version[2])]
  const [oldMajor, oldMinor] = OLDEST[name]
  if (major < oldMajor || (major === oldMajor && minor < oldMinor)) {
    return missing(
      name,
      `${title(name)} ${version[0]} is too old; ${oldMajor}.${oldMinor} or newer is needed.`,
    )
  }
  return succeed({ name, file, version: version[0] })
}

function title(name: SemgrepBinary): string {
  return name === 'semgrep' ? 'Semgrep' : 'Opengrep'
}

function missing(name: SemgrepBinary, message: string): Result<never> {
  return fail({
    kind: 'tool-missing',
    message,
    untouched: 'Nothing was scanned or changed.',
    nextSteps: [
      name === 'semgrep' ? 'Install it: pipx install semgrep' : 'Install Opengrep from its releases page.',
      'Or go on without it: --engine builtin',
    ],
  })
}
