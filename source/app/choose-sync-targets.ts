import type { ProjectConfig } from '../core/config/project-config.js'
import { findTarget, TARGETS } from '../core/guardrail/all-targets.js'
import { proposeTargets, targetsInUse } from '../core/guardrail/choose-targets.js'
import { findBlock } from '../core/guardrail/find-block.js'
import { addEntry, hasOwnEntry } from '../core/guardrail/list-entry.js'
import { projectFiles } from '../core/guardrail/project-files.js'
import type { Place, Target } from '../core/guardrail/target.js'
import { fail, type Result, succeed } from '../core/problem.js'
import type { Toolbox } from '../ports/toolbox.js'
import type { LookedAt } from './look-at-files.js'

/** A place that is to be written, for which targets, and who in use reads it. */
export type PlannedPlace = {
  readonly place: Place
  readonly targets: readonly string[]
  readonly readers: readonly string[]
}

/** The targets of one sync with their places. */
export type ChosenTargets = {
  readonly targets: readonly string[]
  readonly places: readonly PlannedPlace[]
  readonly notes: readonly string[]
  readonly config: ProjectConfig | null
}

/**
 * Returns where a sync writes: the targets asked for, else those of the config, else those that hold our block already,
 * else one carrier for each assistant in use. Targets asked for are remembered in the config. Fails for unknown ids.
 */
export async function chooseTargets(
  tools: Pick<Toolbox, 'workspace' | 'hash'>,
  config: ProjectConfig,
  { files, carriers }: LookedAt,
  options: { readonly targets?: readonly string[]; readonly remove?: boolean },
): Promise<Result<ChosenTargets>> {
  if (options.remove) return succeed({ targets: [], places: [], notes: [], config: null })
  const wanted = options.targets ?? config.targets
  const unknown = wanted.filter(id => findTarget(id) === null)
  if (unknown.length > 0)
    return fail({
      kind: 'user-can-act',
      message: `There is no target named ${unknown.map(id => `"${id.slice(0, 40)}"`).join(', ')}.`,
      untouched: 'Nothing was written.',
      nextSteps: [`Choose from: ${TARGETS.map(target => target.id).join(', ')}.`],
    })
  const asked = TARGETS.filter(target => wanted.includes(target.id))
  const written = asked.length > 0 ? [] : await targetsWritten(tools, files, carriers)
  const proposed = proposeTargets(files)
  const chosen = asked.length > 0 ? asked : written.length > 0 ? written : proposed.targets

  const places = new Map<string, { place: PlannedPlace['place']; targets: string[]; names: string[] }>()
  for (const target of chosen)
    for (const place of target.places(files)) {
      // Two places can be one file: a folder or a file that is a link to the other.
      const real = (await tools.workspace.realPath(place.path)) ?? place.path
      const entry = places.get(real) ?? { place, targets: [], names: [] }
      entry.targets.push(target.id)
      entry.names.push(place.path)
      places.set(real, entry)
    }
  const inUse = targetsInUse(files)
  const names = [...new Set([...places.values()].flatMap(entry => entry.names))]
  const after = projectFiles([...files.under(''), ...names])
  const view = {
    ...after,
    text: textAfter(
      files,
      [...places.values()].map(entry => entry.place),
    ),
  }
  const readersOf = (paths: readonly string[]) =>
    inUse
      .filter(one => one.id !== 'agents-md' && one.reads(view).some(path => paths.includes(path)))
      .map(one => one.name)
  const isNew = options.targets !== undefined && options.targets.length > 0
  return succeed({
    targets: chosen.map(target => target.id),
    places: [...places.values()].map(({ place, targets, names }) => ({
      place,
      targets,
      readers: readersOf(names),
    })),
    notes: [
      ...doubleLoads([...new Set([...inUse, ...chosen])], view, names),
      ...unreached(inUse, view, names),
    ],
    config:
      isNew && wanted.join() !== config.targets.join() ? { ...config, targets: [...wanted].sort() } : null,
  })
}

/** The texts that decide what is read as they will be: a config that lists our file has it read. */
function textAfter(files: LookedAt['files'], places: readonly PlannedPlace['place'][]) {
  return (path: string): string => {
    const text = files.text(path)
    const place = places.find(one => one.carrier === 'list-entry' && one.path === path)
    return place?.carrier === 'list-entry' ? (addEntry(text, place.key, place.entry) ?? text) : text
  }
}

/** Targets whose file holds a block of ours already: an earlier sync chose them. */
async function targetsWritten(
  tools: Pick<Toolbox, 'workspace' | 'hash'>,
  files: LookedAt['files'],
  carriers: readonly string[],
): Promise<readonly Target[]> {
  const ours = new Set<string>()
  for (const path of carriers) {
    const file = await tools.workspace.read(path)
    if (!file.ok) continue
    const { text } = file.value
    if (findBlock(text, tools.hash).kind === 'block' || hasOwnEntry(text)) ours.add(path)
  }
  const claimed = new Set<string>()
  return TARGETS.filter(target => {
    const paths = target.places(files).map(place => place.path)
    // Many targets share AGENTS.md; the first of the list speaks for the file.
    const isFirst =
      paths.length > 0 && paths.every(path => ours.has(path)) && paths.some(path => !claimed.has(path))
    if (isFirst) for (const path of paths) claimed.add(path)
    return isFirst
  })
}

function doubleLoads(
  targets: readonly Target[],
  files: LookedAt['files'],
  paths: readonly string[],
): readonly string[] {
  return targets.flatMap(target => {
    const loaded = target.reads(files).filter(path => paths.includes(path))
    return loaded.length > 1
      ? [`${target.name} loads these guardrails ${loaded.length} times: ${loaded.join(', ')}.`]
      : []
  })
}

function unreached(
  inUse: readonly Target[],
  files: LookedAt['files'],
  paths: readonly string[],
): readonly string[] {
  return inUse
    .filter(target => !target.reads(files).some(path => paths.includes(path)))
    .map(
      target =>
        `${target.name} is in use here and reads none of these files; add it with --targets ${target.id}.`,
    )
}
