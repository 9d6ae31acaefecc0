import { CONFIG_FILE } from '../core/config/project-config.js'
import { TARGETS } from '../core/guardrail/all-targets.js'
import { proposeTargets, targetsInUse } from '../core/guardrail/choose-targets.js'
import { fail, type Result, succeed } from '../core/problem.js'
import type { TargetLine } from '../core/session/screen.js'
import type { Toolbox } from '../ports/toolbox.js'
import { lookAtFiles } from './look-at-files.js'

/** The targets there are and those the project's config names; none named means that use decides. */
export type KnownTargets = { readonly lines: readonly TargetLine[]; readonly chosen: readonly string[] }

/** Returns every assistant with the file that a sync would write for it here; those in use come first. */
export async function listTargets(tools: Pick<Toolbox, 'workspace' | 'store'>): Promise<KnownTargets> {
  const [{ files }, { config }] = await Promise.all([lookAtFiles(tools.workspace), tools.store.load()])
  const inUse = targetsInUse(files)
  const proposed = proposeTargets(files).targets
  const lines = TARGETS.map(target => {
    const [place] = target.places(files)
    return {
      id: target.id,
      name: target.name,
      path: place?.path ?? '',
      isInUse: inUse.includes(target),
      isProposed: proposed.includes(target),
    }
  })
  return {
    lines: lines.toSorted((one, other) => likelihood(other) - likelihood(one)),
    chosen: config.targets,
  }
}

/** Those that a sync would write for by itself come first, then those that read one of these files. */
function likelihood({ isInUse, isProposed }: TargetLine): number {
  return (isProposed ? 2 : 0) + (isInUse ? 1 : 0)
}

/** Writes which targets a sync is for into the project's config; the files themselves change at the next sync. */
export async function saveTargets(
  tools: Pick<Toolbox, 'workspace' | 'store'>,
  targets: readonly string[],
): Promise<Result<readonly string[]>> {
  return tools.workspace.withLock(async () => {
    const { config, problems } = await tools.store.load()
    // A config that could not be read is not written over with a new one.
    const broken = problems.find(problem => problem.path?.endsWith(CONFIG_FILE))
    if (broken) return fail(broken)
    const saved = await tools.store.saveConfig({ ...config, targets })
    return saved.ok ? succeed(targets) : saved
  })
}
