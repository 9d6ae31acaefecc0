import type { AppliedFix, FixPreview, FixTrial } from '../core/fix/fix-preview.js'
import { fail, type Problem, type Result, succeed } from '../core/problem.js'
import type { Toolbox } from '../ports/toolbox.js'
import type { TextFile } from '../ports/workspace.js'
import { tryFix } from './try-fix.js'

type Tools = Pick<Toolbox, 'scanner' | 'workspace'>

/**
 * Applies a fix as a transaction: tried in memory, written only over the bytes it was worked out from, then the file
 * on disk is scanned again. A fix that does not verify is a problem, and the file is as it was, byte for byte.
 */
export async function applyFix(tools: Tools, preview: FixPreview): Promise<Result<AppliedFix>> {
  if (preview.holes.length > 0)
    return refuse(preview, 'This fix still has a hole to fill.', ['Fill it, then apply the fix.'])
  const trial = await tryFix(tools, preview)
  if (!trial.ok) return trial
  if (!trial.value.verified) return refuse(preview, whyNot(trial.value))
  return tools.workspace.withLock(async () => {
    const written = await tools.workspace.write(preview.path, preview.after, preview.hash)
    if (!written.ok) return written
    return keepOrRestore(tools, preview, written.value)
  })
}

async function keepOrRestore(
  tools: Tools,
  preview: FixPreview,
  written: TextFile,
): Promise<Result<AppliedFix>> {
  const onDisk = await tools.workspace.read(preview.path)
  if (!onDisk.ok) return restore(tools, preview, written, onDisk.problem.message)
  const trial = await tryFix(tools, { ...preview, after: onDisk.value.text })
  if (!trial.ok) return restore(tools, preview, written, trial.problem.message)
  if (!trial.value.verified) return restore(tools, preview, written, whyNot(trial.value))
  return succeed({ preview, trial: trial.value, writtenHash: written.hash })
}

async function restore(
  tools: Tools,
  preview: FixPreview,
  written: TextFile,
  reason: string,
): Promise<Result<AppliedFix>> {
  const restored = await tools.workspace.write(preview.path, preview.before, written.hash)
  if (restored.ok) return refuse(preview, `${reason} The file was restored.`)
  return fail({
    kind: 'tool-failed',
    message: `${reason} The file could not be restored: ${restored.problem.message}`,
    path: preview.path,
    untouched: 'All other files are as they were.',
    nextSteps: ['Look at the file; git or your editor has its old content.'],
  })
}

/** Returns why a trial did not verify, one sentence. */
export function whyNot(trial: FixTrial): string {
  if (!trial.parses) return 'The file would no longer parse after this fix.'
  if (!trial.findingGone) return 'The finding is still there after this fix.'
  const [first] = trial.newFindings
  return `This fix brings in a new finding${first ? `: ${first.title}, line ${first.startLine}` : ''}.`
}

function refuse(
  preview: FixPreview,
  message: string,
  nextSteps: Problem['nextSteps'] = ['Choose another fix, or edit the file yourself.'],
) {
  return fail({
    kind: 'user-can-act',
    message,
    path: preview.path,
    untouched: 'The file is as it was.',
    nextSteps,
  })
}
