import { whyAsleep } from '../core/guardrail/asleep.js'
import { targetsInUse } from '../core/guardrail/choose-targets.js'
import { findBlock } from '../core/guardrail/find-block.js'
import { frontmatterGlobs } from '../core/guardrail/frontmatter-globs.js'
import { matchGlob } from '../core/guardrail/match-glob.js'
import { nestedFiles } from '../core/guardrail/nested-files.js'
import { byteLength, CODEX_BYTES } from '../core/guardrail/read-limits.js'
import type { Target } from '../core/guardrail/target.js'
import type { Problem } from '../core/problem.js'
import type { Toolbox } from '../ports/toolbox.js'
import { inSubfolders } from './diagnose-subfolders.js'
import { lookAtFiles } from './look-at-files.js'

/** One file that an assistant reads. */
export type ReadFile = {
  readonly path: string
  readonly bytes: number
  /** Whether our block stands in it, and whether somebody changed it. */
  readonly guardrails: 'none' | 'ours' | 'edited' | 'unclear'
}

/** What is true of one assistant in this project. */
export type AssistantState = {
  readonly id: string
  readonly name: string
  readonly reads: readonly ReadFile[]
  /** Files in subfolders that it reads too, and when. */
  readonly nested: readonly (ReadFile & { readonly way: 'adds' | 'replaces'; readonly when: string })[]
  /** How often our guardrails reach it: 0, 1, or more than it should be. */
  readonly copies: number
  /** Plain sentences on what is wrong. */
  readonly warnings: readonly string[]
}

export type Diagnosis = {
  readonly assistants: readonly AssistantState[]
  readonly problems: readonly Problem[]
}

/** Files that some assistants read and others are kept from; existing ones that nobody in use reads are told. */
const INSTRUCTION_FILES = [
  '.rules',
  '.cursorrules',
  '.windsurfrules',
  '.clinerules',
  '.roorules',
  '.github/copilot-instructions.md',
  '.junie/AGENTS.md',
  '.junie/guidelines.md',
  'AGENT.md',
  'AGENTS.md',
  'AGENTS.override.md',
  'CLAUDE.md',
  'GEMINI.md',
]

/**
 * Tells for each assistant in use which files it reads now, what shadows what, which guardrails it gets and how often,
 * which globs match nothing and what lies past a size limit. Writes nothing.
 */
export async function diagnose(tools: Pick<Toolbox, 'workspace' | 'hash'>): Promise<Diagnosis> {
  const { files } = await lookAtFiles(tools.workspace)
  const texts = new Map<string, string>()
  const problems: Problem[] = []
  const inUse = targetsInUse(files)
  const listed = files.under('')
  const inFolders = new Map(inUse.map(target => [target.id, nestedFiles(target.id, files)]))
  const wanted = inUse.flatMap(target => [
    ...target.reads(files),
    ...files.under('.cursor/rules/', '.md'),
    ...(inFolders.get(target.id) ?? []).map(one => one.path),
  ])
  for (const path of new Set(wanted)) {
    const file = await tools.workspace.read(path)
    if (file.ok) texts.set(path, file.value.text)
    else problems.push(file.problem)
  }
  const assistants = inUse.map((target): AssistantState => {
    const toRead = (path: string): ReadFile => {
      const text = texts.get(path) ?? ''
      return { path, bytes: byteLength(text), guardrails: guardrailsIn(text, tools.hash) }
    }
    const reads = target.reads(files).map(toRead)
    const inside = inFolders.get(target.id) ?? []
    const nested = inside.flatMap(({ path, way, when }) =>
      way === 'ignores' ? [] : [{ ...toRead(path), way, when }],
    )
    const copies = reads.filter(file => file.guardrails !== 'none').length
    return {
      id: target.id,
      name: target.name,
      reads,
      nested,
      copies,
      warnings: [
        ...reach(target, reads, copies),
        ...shadowed(target, reads, listed),
        ...limits(target, reads, texts),
        ...deadGlobs(reads, texts, listed),
        ...asleep(target, reads, texts),
        ...inSubfolders(target, reads, nested, inside),
      ],
    }
  })
  return { assistants, problems }
}

function guardrailsIn(text: string, hash: Toolbox['hash']): ReadFile['guardrails'] {
  if (!text.includes('guardrail-coach:')) return 'none'
  const found = findBlock(text, hash)
  if (found.kind === 'block') return found.isEdited ? 'edited' : 'ours'
  return found.kind === 'none' ? 'none' : 'unclear'
}

function reach(target: Target, reads: readonly ReadFile[], copies: number): readonly string[] {
  const edited = reads.filter(file => file.guardrails === 'edited').map(file => file.path)
  return [
    ...(copies === 0 ? [`No guardrails reach it. Run: guardrail-coach sync --targets ${target.id}`] : []),
    ...(copies > 1 ? [`It loads the same guardrails ${copies} times; keep one of the files.`] : []),
    ...edited.map(
      path => `The block in ${path} was edited by hand; guardrail-coach sync tells how to keep that.`,
    ),
  ]
}

/** Files that exist, that this assistant would read alone, and that another one hides from it. */
function shadowed(target: Target, reads: readonly ReadFile[], listed: readonly string[]): readonly string[] {
  const winners = reads.map(file => file.path)
  return INSTRUCTION_FILES.filter(path => listed.includes(path) && !winners.includes(path)).flatMap(path => {
    const alone = target.reads(onlyFile(path))
    return alone.includes(path)
      ? [`It does not read ${path}: ${winners[0] ?? 'another file'} comes first.`]
      : []
  })
}

function onlyFile(path: string) {
  return { has: (other: string) => other === path, under: () => [], text: () => '' }
}

function limits(
  target: Target,
  reads: readonly ReadFile[],
  texts: ReadonlyMap<string, string>,
): readonly string[] {
  const bytes = reads.reduce((sum, file) => sum + file.bytes, 0)
  const long = target.maxCharacters ?? Number.POSITIVE_INFINITY
  return [
    ...(target.id === 'codex' && bytes > CODEX_BYTES
      ? [
          `It stops after 32,768 bytes; ${bytes - CODEX_BYTES} bytes of ${reads[0]?.path ?? 'AGENTS.md'} are never seen.`,
        ]
      : []),
    ...reads
      .filter(file => /rules|instructions/.test(file.path) && (texts.get(file.path)?.length ?? 0) > long)
      .map(file => `${file.path} is longer than the ${long} characters it reads of a file.`),
  ]
}

function deadGlobs(
  reads: readonly ReadFile[],
  texts: ReadonlyMap<string, string>,
  listed: readonly string[],
): readonly string[] {
  return reads.flatMap(({ path }) =>
    frontmatterGlobs(texts.get(path) ?? '')
      .filter(glob => listed.every(file => matchGlob(glob, file) === false))
      .map(glob => `${path} is for ${glob}, which matches no file.`),
  )
}

/** Rules files that are there and that nobody but a person switches on. */
function asleep(
  target: Target,
  reads: readonly ReadFile[],
  texts: ReadonlyMap<string, string>,
): readonly string[] {
  const near =
    target.id === 'cursor' ? [...texts.keys()].filter(path => /^\.cursor\/rules\/.*\.md$/.test(path)) : []
  return [...reads.map(file => file.path), ...near].flatMap(path => {
    const why = whyAsleep(target.id, path, texts.get(path) ?? '')
    return why === null ? [] : [`${path} is ${why}.`]
  })
}
