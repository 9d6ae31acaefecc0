import { familyOfPath } from '../core/lesson/language-family.js'
import type { BaseGuardrail } from '../ports/content.js'
import type { Workspace } from '../ports/workspace.js'

const MANIFEST =
  /(?:^|\/)(?:package\.json|requirements[\w.-]*\.(?:txt|in)|pyproject\.toml|Pipfile|setup\.(?:py|cfg))$/
/** A large monorepo has hundreds of manifests; the first ones name the stack. */
const MOST_MANIFESTS = 50
const DEPENDENCIES = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies']

/** Returns the base guardrails for what a project is made of: its languages, and the packages its manifests name. */
export async function baseForStack(
  workspace: Pick<Workspace, 'listProject' | 'read'>,
  all: readonly BaseGuardrail[],
): Promise<readonly BaseGuardrail[]> {
  const files = await workspace.listProject()
  const languages = new Set<string | null>(files.map(familyOfPath))
  const manifests = files
    .filter(path => MANIFEST.test(path))
    .sort((a, b) => a.split('/').length - b.split('/').length || (a < b ? -1 : 1))
    .slice(0, MOST_MANIFESTS)
  const texts: string[] = []
  for (const path of manifests) {
    // A manifest that cannot be read names no package; the scan tells of unreadable files.
    const file = await workspace.read(path)
    if (file.ok) texts.push(path.endsWith('package.json') ? packageNames(file.value.text) : file.value.text)
  }
  return all.filter(
    one =>
      (one.packages.length === 0 && one.languages.length === 0) ||
      one.languages.some(language => languages.has(language)) ||
      one.packages.some(name => texts.some(text => names(text, name))),
  )
}

/** The dependencies of a package.json, one a line; empty when it is no JSON. */
function packageNames(text: string): string {
  try {
    const data: unknown = JSON.parse(text)
    if (typeof data !== 'object' || data === null) return ''
    return Object.entries(data)
      .filter(([key, value]) => DEPENDENCIES.includes(key) && typeof value === 'object' && value !== null)
      .flatMap(([, value]) => Object.keys(value))
      .join('\n')
  } catch {
    // A manifest in the middle of an edit; the base layer is chosen without it.
    return ''
  }
}

/** Whether a list of requirements names a package: a word of its own at a line's start or in quotes. */
function names(text: string, name: string): boolean {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`(?:^|["'\\[,]\\s*)${escaped}(?=$|["'\\s<>=~!;,@\\[])`, 'im').test(text)
}
