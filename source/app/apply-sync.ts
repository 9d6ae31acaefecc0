import type { FileChange } from '../core/guardrail/target.js'
import { fail, type Problem, type Result, succeed } from '../core/problem.js'
import type { Toolbox } from '../ports/toolbox.js'
import { readIfPresent } from './look-at-files.js'
import type { SyncPlan } from './sync-plan.js'

type Tools = Pick<Toolbox, 'store' | 'workspace'>

/**
 * Writes what a plan says: each file atomically, and all of them or none as far as the file system allows. When one
 * cannot be written those before it are put back as they were. Fails, and writes nothing, when a file is no longer what
 * the plan was made from.
 */
export async function applySync(
  tools: Tools,
  plan: Pick<SyncPlan, 'changes'> & { readonly config?: SyncPlan['config'] },
): Promise<Result<readonly FileChange[]>> {
  return tools.workspace.withLock(async () => {
    const hashes = new Map<string, string | null>()
    for (const change of plan.changes) {
      const now = await readIfPresent(tools.workspace, change.path)
      if (!now.ok) return now
      const isAsPlanned =
        (now.value === null) === (change.kind === 'create') && (now.value?.text ?? '') === change.before
      if (!isAsPlanned) return fail(changedMeanwhile(change.path))
      hashes.set(change.path, now.value?.hash ?? null)
    }
    const done: { readonly change: FileChange; readonly hash: string }[] = []
    for (const change of plan.changes) {
      const written = await writeChange(tools, change, hashes.get(change.path) ?? null)
      if (!written.ok) return fail(await putBack(tools, done, written.problem))
      done.push({ change, hash: written.value })
    }
    const config = plan.config ? await tools.store.saveConfig(plan.config) : succeed(null)
    return config.ok ? succeed(plan.changes) : fail(await putBack(tools, done, config.problem))
  })
}

/** Writes one file; the result is the hash of what stands there now, empty when it is gone. */
async function writeChange(tools: Tools, change: FileChange, hash: string | null): Promise<Result<string>> {
  if (change.kind === 'delete') {
    const removed = await tools.workspace.remove(change.path, hash ?? '')
    return removed.ok ? succeed('') : removed
  }
  const written = await tools.workspace.write(change.path, change.after, hash)
  return written.ok ? succeed(written.value.hash) : written
}

/** Puts back the files already written and returns the problem, with what could not be put back. */
async function putBack(
  tools: Tools,
  done: readonly { readonly change: FileChange; readonly hash: string }[],
  problem: Problem,
): Promise<Problem> {
  const stuck: string[] = []
  for (const { change, hash } of [...done].reverse()) {
    const restored =
      change.kind === 'create'
        ? await tools.workspace.remove(change.path, hash)
        : await tools.workspace.write(change.path, change.before, hash === '' ? null : hash)
    if (!restored.ok) stuck.push(change.path)
  }
  const untouched =
    stuck.length === 0
      ? 'All files are as they were.'
      : `These files are already in their new form and could not be put back: ${stuck.join(', ')}.`
  return { ...problem, untouched }
}

function changedMeanwhile(path: string): Problem {
  return {
    kind: 'user-can-act',
    message: 'The file was changed after the diff was shown.',
    path,
    untouched: 'Nothing was written.',
    nextSteps: ['Run guardrail-coach sync again and look at the new diff.'],
  }
}
