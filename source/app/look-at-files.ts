import { TARGETS } from '../core/guardrail/all-targets.js'
import { type ProjectFiles, projectFiles } from '../core/guardrail/project-files.js'
import { type Result, succeed } from '../core/problem.js'
import type { TextFile, Workspace } from '../ports/workspace.js'

const SHARED = 'AGENTS.md'
/** Files named after us, and the shared files any target reads or writes. */
const OWN = /(?:^|\/)guardrail-coach[\w.-]*\.(?:md|mdc)$/

/** The project as targets see it. */
export type LookedAt = {
  readonly files: ProjectFiles
  /** Every existing file that may hold a block of ours. */
  readonly carriers: readonly string[]
}

/** Returns what exists of the files that targets care about, git-ignored ones included, with the texts they look at. */
export async function lookAtFiles(workspace: Workspace): Promise<LookedAt> {
  const listed = await workspace.listProject()
  const everything = projectFiles(ALL_PATHS)
  const known = new Set([
    ...ALL_PATHS,
    ...TARGETS.flatMap(target => target.places(everything).map(place => place.path)),
    ...TARGETS.flatMap(target => target.places(projectFiles([])).map(place => place.path)),
  ])
  const unlisted: string[] = []
  const isListed = new Set(listed)
  for (const path of known)
    if (!isListed.has(path) && !isFolder(path, listed) && (await workspace.exists(path))) unlisted.push(path)
  const paths = [...listed, ...unlisted]
  const texts = new Map<string, string>()
  for (const path of new Set(TARGETS.flatMap(target => target.looksAt)))
    if (paths.includes(path)) {
      const file = await workspace.read(path)
      if (file.ok) texts.set(path, file.value.text)
      // A CLAUDE.md that is a link to AGENTS.md reads it, as one that imports it does.
      if (path !== SHARED && (await workspace.realPath(path)) === SHARED) texts.set(path, `@${SHARED}\n`)
    }
  return {
    files: projectFiles(paths, texts),
    carriers: paths.filter(path => known.has(path) || OWN.test(path)).sort(),
  }
}

/** Reads a file that may be missing: null when it is. */
export async function readIfPresent(workspace: Workspace, path: string): Promise<Result<TextFile | null>> {
  return (await workspace.exists(path)) ? workspace.read(path) : succeed(null)
}

/** `.clinerules` may be a folder; then it is no carrier. */
function isFolder(path: string, listed: readonly string[]): boolean {
  return listed.some(file => file.startsWith(`${path}/`))
}

/** Every single file that any target names as read or as a sign. */
const ALL_PATHS: readonly string[] = [
  ...new Set(
    [
      ...TARGETS.flatMap(target => [...target.signs, ...target.looksAt]).filter(path => !path.endsWith('/')),
      'AGENT.md',
      'AGENTS.local.md',
      '.github/copilot-instructions.md',
      '.junie/AGENTS.md',
      '.junie/guidelines.md',
      '.kimi-code/AGENTS.md',
      '.rovodev/AGENTS.md',
      '.openhands/microagents/repo.md',
      '.claude/AGENTS.md',
      'CONVENTIONS.md',
    ].sort(),
  ),
]
