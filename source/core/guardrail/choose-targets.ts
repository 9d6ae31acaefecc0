import { findTarget, GENERATORS, TARGETS } from './all-targets.js'
import { type ProjectFiles, projectFiles } from './project-files.js'
import type { Target } from './target.js'

/** Which targets to write, and which assistants in use are reached without a file of their own. */
export type TargetChoice = {
  readonly targets: readonly Target[]
  /** Assistants in use that read a file which is written anyway. */
  readonly covered: readonly Target[]
}

const SHARED = 'AGENTS.md'

/** Returns the targets whose files show that the assistant is used in this project. */
export function targetsInUse(files: ProjectFiles): readonly Target[] {
  return TARGETS.filter(target =>
    target.signs.some(sign => (sign.endsWith('/') ? files.under(sign).length > 0 : files.has(sign))),
  )
}

/**
 * Returns the targets to propose: one carrier for each assistant in use, so that no guardrail is loaded twice
 * (formats.md §1.3). Where AGENTS.md exists or somebody needs it, those that read it get no file of their own. Where a
 * generator is in use it alone is written. Where nothing is in use, AGENTS.md.
 */
export function proposeTargets(files: ProjectFiles): TargetChoice {
  const inUse = targetsInUse(files)
  const generators = inUse.filter(target => GENERATORS.includes(target.id))
  if (generators.length > 0)
    return { targets: generators, covered: inUse.filter(one => !generators.includes(one)) }
  const shared = findTarget('agents-md')
  const needsShared =
    shared !== null &&
    (inUse.length === 0 || inUse.includes(shared) || inUse.some(target => writesOnlyShared(target, files)))
  if (!needsShared) return { targets: inUse, covered: [] }
  const withShared = withFile(files, SHARED)
  const others = inUse.filter(target => target !== shared)
  const covered = others.filter(
    target => writesOnlyShared(target, files) || target.reads(withShared).includes(SHARED),
  )
  return { targets: [shared, ...others.filter(target => !covered.includes(target))], covered }
}

/** Returns the view of a project in which one more file exists. */
export function withFile(files: ProjectFiles, path: string): ProjectFiles {
  const all = projectFiles([...files.under(''), path])
  return { ...all, text: files.text }
}

function writesOnlyShared(target: Target, files: ProjectFiles): boolean {
  return target.places(files).every(place => place.carrier === 'managed-block' && place.path === SHARED)
}
