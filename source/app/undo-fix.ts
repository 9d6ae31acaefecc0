import type { AppliedFix } from '../core/fix/fix-preview.js'
import { type Result, succeed } from '../core/problem.js'
import type { Toolbox } from '../ports/toolbox.js'

/** Restores the file a fix changed, byte for byte; fails when the file is no longer what the fix wrote. */
export async function undoFix(tools: Pick<Toolbox, 'workspace'>, applied: AppliedFix): Promise<Result<null>> {
  const { path, before } = applied.preview
  return tools.workspace.withLock(async () => {
    const restored = await tools.workspace.write(path, before, applied.writtenHash)
    return restored.ok ? succeed(null) : restored
  })
}
