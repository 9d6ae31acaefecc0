import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import lockfile from 'proper-lockfile'
import { fail, type Result } from '../../core/problem.js'
import { fileProblem, hasCode } from './file-problem.js'

/** A holder that was killed is given up after this time; writes take milliseconds. */
const STALE_MS = 3000

/**
 * Runs `work` while no other process writes the personal data, and returns its result. Waits up to about six seconds,
 * longer than a killed holder's lock lasts; then fails. File-system errors of `work` become problems that say `doing`.
 */
export async function withPersonalLock<T>(
  folder: string,
  doing: string,
  work: () => Promise<Result<T>>,
): Promise<Result<T>> {
  let release: () => Promise<void>
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    release = await lockfile.lock(folder, {
      lockfilePath: join(folder, 'coach.lock'),
      stale: STALE_MS,
      retries: { retries: 45, factor: 1.2, minTimeout: 5, maxTimeout: 200 },
      // Only after the process slept for seconds while it held the lock. The log is appended whole lines at a time and
      // the card file replaced whole, so two writers lose nothing then either.
      onCompromised: () => undefined,
    })
  } catch (error) {
    if (!hasCode(error, 'ELOCKED')) return fail(fileProblem(error, doing))
    return fail({
      kind: 'user-can-act',
      message: `${doing} failed: another guardrail-coach is writing your personal data.`,
      untouched: 'What was saved before is as it was.',
      nextSteps: ['Try again when the other one is done.'],
    })
  }
  try {
    return await work()
  } catch (error) {
    return fail(fileProblem(error, doing))
  } finally {
    await release()
  }
}
