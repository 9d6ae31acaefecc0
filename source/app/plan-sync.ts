import { CONFIG_FILE } from '../core/config/project-config.js'
import { findTarget } from '../core/guardrail/all-targets.js'
import { refuseBody } from '../core/guardrail/block-marker.js'
import { fitBudget, type Selection } from '../core/guardrail/budget.js'
import { findBlock } from '../core/guardrail/find-block.js'
import { type HandEdit, readHandEdit } from '../core/guardrail/hand-edit.js'
import { type FilePlan, planEntryRemoval, planPlace, planRemoval } from '../core/guardrail/plan-file.js'
import type { PlannedFile } from '../core/guardrail/planned-file.js'
import { checkCodexLimit } from '../core/guardrail/read-limits.js'
import { isRenderedLine, renderBody } from '../core/guardrail/render-guardrail.js'
import { scopedPlaces } from '../core/guardrail/scoped-places.js'
import { shadowedBy } from '../core/guardrail/shadowing.js'
import type { FileChange } from '../core/guardrail/target.js'
import { fail, type Result, succeed } from '../core/problem.js'
import type { Toolbox } from '../ports/toolbox.js'
import { type ChosenTargets, chooseTargets, type PlannedPlace } from './choose-sync-targets.js'
import { type CollectedGuardrails, collectGuardrails } from './collect-guardrails.js'
import { type LookedAt, lookAtFiles } from './look-at-files.js'
import type { SyncPlan, SyncRefusal } from './sync-plan.js'

type Tools = Pick<Toolbox, 'store' | 'content' | 'workspace' | 'hash' | 'clock' | 'syntax'>

/** What to sync; without `targets` the config decides, then what is written already, then what is in use. */
export type SyncOptions = {
  readonly targets?: readonly string[]
  readonly remove?: boolean
  /** Files whose hand-edited block a person gave up: it is written anew. */
  readonly dropEdits?: readonly string[]
}

/** One file's outcome on its way into the plan. */
type Outcome = {
  readonly path: string
  readonly targets: readonly string[]
  readonly plan: FilePlan
  /** The file as it is now; null when there is none or it could not be read. */
  readonly text: string | null
}

/**
 * Works out what every guardrail file should hold and how that differs from the disk. Writes nothing. Fails for a
 * target that does not exist; a file that cannot be written safely is a refusal in the plan.
 */
export async function planSync(tools: Tools, options: SyncOptions = {}): Promise<Result<SyncPlan>> {
  const [records, looked] = await Promise.all([tools.store.load(), lookAtFiles(tools.workspace)])
  // Without its config a project would lose its policy and its choice of targets; that must not happen in passing.
  const unusable = records.policyProblems[0] ?? records.problems.find(problem => problem.path === CONFIG_FILE)
  if (unusable && !options.remove) return fail(unusable)
  const chosen = await chooseTargets(tools, records.config, looked, options)
  if (!chosen.ok) return chosen
  const { guardrails, replaced, problems } = await collectGuardrails(tools, records)
  const selection = fitBudget(guardrails, records.config.budget)
  const places = contentOfPlaces(chosen.value, selection)
  const sentences = [...guardrails, ...records.rules].map(one => one.text)
  const known = {
    dropEdits: options.dropEdits ?? [],
    isOurLine: (line: string) => isRenderedLine(line, sentences),
  }
  const outcomes: Outcome[] = []
  for (const place of places) outcomes.push(await outcomeOfPlace(tools, looked, place, known))
  // A file may have two names; it is written or cleaned once.
  const seen = new Set<string | null>()
  for (const { place } of places) seen.add(await tools.workspace.realPath(place.path))
  for (const path of looked.carriers) {
    const real = await tools.workspace.realPath(path)
    if (seen.has(real)) continue
    seen.add(real)
    outcomes.push({ path, targets: [], plan: await outcomeOfLeftover(tools, path), text: null })
  }

  const changes = outcomes.flatMap(({ plan, targets }): readonly FileChange[] =>
    plan.kind === 'change' ? [{ ...plan.change, targets }] : [],
  )
  const handEdits = outcomes.flatMap(({ path, plan }): readonly HandEdit[] =>
    plan.kind === 'edited'
      ? [readHandEdit(path, plan.body, places.find(one => one.place.path === path)?.guardrails ?? [])]
      : [],
  )
  const refusals = outcomes.flatMap(({ path, targets, plan }): readonly SyncRefusal[] =>
    plan.kind === 'refused'
      ? [{ path, targets, reason: plan.reason, lines: plan.lines, nextStep: NEXT_STEP }]
      : [],
  )
  const { kept, dropped, tokens, next } = selection
  return succeed({
    isRemoval: options.remove === true,
    targets: chosen.value.targets,
    files: places.map((place, index) => plannedFile(place, outcomes[index])),
    changes,
    refusals,
    handEdits,
    budget: {
      rules: kept.length,
      maxRules: records.config.budget.rules,
      tokens,
      maxTokens: records.config.budget.tokens,
      kept,
      dropped,
      next,
    },
    notes: [...notesOn(chosen.value, changes, tools), ...replacedNote(options.remove ? [] : replaced)],
    problems: [...records.problems, ...problems],
    config: chosen.value.config,
  })
}

/** A place with the guardrails that go there. */
type FilledPlace = PlannedPlace & Pick<PlannedFile, 'role' | 'guardrails'>

/**
 * What goes where: the always-on block into every target's file; what has no room there into path-scoped files where the
 * target has them, and into the skill when that was chosen.
 */
function contentOfPlaces(chosen: ChosenTargets, { kept, dropped }: Selection): readonly FilledPlace[] {
  const always = chosen.places.flatMap((planned): readonly FilledPlace[] => {
    if (planned.place.carrier === 'list-entry') return [{ ...planned, role: 'entry', guardrails: [] }]
    if (!planned.targets.includes(SKILL)) return [{ ...planned, role: 'always', guardrails: kept }]
    return dropped.length === 0 ? [] : [{ ...planned, role: 'skill', guardrails: dropped }]
  })
  const scoped = new Map<string, FilledPlace>()
  for (const id of chosen.targets) {
    const target = findTarget(id)
    for (const { place, guardrails } of target ? scopedPlaces(target, dropped) : [])
      scoped.set(place.path, {
        place,
        role: 'scoped',
        guardrails,
        targets: [...(scoped.get(place.path)?.targets ?? []), id],
        readers: target ? [target.name] : [],
      })
  }
  return [...always, ...scoped.values()]
}

function plannedFile(
  { place, role, guardrails, targets, readers }: FilledPlace,
  outcome: Outcome | undefined,
): PlannedFile {
  const { path, carrier } = place
  const known = targets.flatMap(id => findTarget(id) ?? [])
  const limits = known.flatMap(target => target.maxCharacters ?? [])
  return {
    path,
    carrier,
    role,
    targets,
    names: known.map(target => target.name),
    readers,
    guardrails,
    text: outcome?.plan.kind === 'change' ? outcome.plan.change.after : (outcome?.text ?? null),
    maxCharacters: limits.length === 0 ? null : Math.min(...limits),
  }
}

const SKILL = 'agent-skill'
/** Configs of the user's in which a list may hold an entry of ours, with the key of the list. */
const LIST_CONFIGS: ReadonlyMap<string, string> = new Map([['.aider.conf.yml', 'read']])
const NEXT_STEP = 'Mend the file by hand, then run guardrail-coach sync again.'

async function outcomeOfPlace(
  tools: Tools,
  looked: LookedAt,
  { place, targets, guardrails }: FilledPlace,
  known: { readonly dropEdits: readonly string[]; readonly isOurLine: (line: string) => boolean },
): Promise<Outcome> {
  const body = renderBody(guardrails)
  const broken = refuseBody(body)
  if (broken !== null) throw new Error(`the rendered block is malformed: ${broken}`)
  const refused = (reason: string): Outcome => ({
    path: place.path,
    targets,
    plan: { kind: 'refused', reason, lines: [] },
    text: null,
  })
  if ((await tools.workspace.realPath(place.path)) === null) return refused('a link leads out of the project')
  const exists = await tools.workspace.exists(place.path)
  const [shadowed] = exists ? [] : shadowedBy(looked.files, place.path)
  if (shadowed)
    return refused(
      `creating it would make ${shadowed.assistant} stop reading ${shadowed.path}; make ${place.path} yourself if you want that`,
    )
  const file = exists ? await tools.workspace.read(place.path) : null
  if (file !== null && !file.ok) return refused(file.problem.message)
  const text = file === null ? null : file.value.text
  const plan = planPlace(place, text, body, tools.hash, {
    dropsEdit: known.dropEdits.includes(place.path),
    isOurLine: known.isOurLine,
  })
  if (plan.kind !== 'change') return { path: place.path, targets, plan, text }
  const found = findBlock(plan.change.after, tools.hash)
  const limit =
    found.kind === 'block' ? checkCodexLimit(plan.change.after, found.end) : { kind: 'fits' as const }
  if (place.carrier === 'managed-block' && limit.kind === 'cut')
    return refused(`the block would end at byte ${limit.bytes}, and Codex reads only the first 32,768`)
  return { path: place.path, targets, plan, text }
}

/** A file with our block that no chosen target writes: the block is taken out. */
async function outcomeOfLeftover(tools: Tools, path: string): Promise<FilePlan> {
  const file = await tools.workspace.read(path)
  // A carrier that cannot be read holds nothing we could have written; the scan tells of unreadable files.
  const config = LIST_CONFIGS.get(path)
  if (file.ok && config !== undefined) return planEntryRemoval(path, file.value.text, config)
  return file.ok && file.value.text.includes('guardrail-coach:')
    ? planRemoval(path, file.value.text, tools.hash)
    : { kind: 'same' }
}

/** The base layer gives way to nobody without a word. */
function replacedNote(replaced: CollectedGuardrails['replaced']): readonly string[] {
  if (replaced.length === 0) return []
  const list = replaced.map(({ base, by }) => `${base} by ${by.slice(0, 8)}`).join(', ')
  return [`Learned rules that forbid the same are told instead of base lines: ${list}.`]
}

function notesOn(chosen: ChosenTargets, changes: readonly FileChange[], tools: Tools): readonly string[] {
  const near = changes.flatMap(({ path, after }) => {
    const found = findBlock(after, tools.hash)
    const limit = found.kind === 'block' ? checkCodexLimit(after, found.end) : { kind: 'fits' as const }
    return path.endsWith('AGENTS.md') && limit.kind === 'near'
      ? [`${path} has ${limit.bytes} bytes; Codex reads 32,768 of all AGENTS.md files together.`]
      : []
  })
  return [...chosen.notes, ...near]
}
