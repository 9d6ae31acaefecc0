import type { ProjectFiles } from './project-files.js'
import type { Place } from './target.js'

/** What our files say about themselves where a target shows it to people. */
export const DESCRIPTION = 'Security guardrails of this project'

/** Returns the place of a file that is ours alone. */
export function ownFile(path: string, head = ''): Place {
  return { carrier: 'own-file', path, head }
}

/** Returns the place of a block in a file that the user shares with us. */
export function managedBlock(path: string): Place {
  return { carrier: 'managed-block', path }
}

/** Returns the block's place for assistants that read the root AGENTS.md: the file of the list that wins, else AGENTS.md. */
export function blockInWinner(files: ProjectFiles, order: readonly string[]): readonly Place[] {
  return [managedBlock(order.find(path => files.has(path)) ?? 'AGENTS.md')]
}

/** Returns frontmatter with one line a key; values must be written the way the target's parser needs them. */
export function frontmatter(lines: readonly string[]): string {
  return ['---', ...lines, '---', '', ''].join('\n')
}

/** Returns a YAML list with each glob in double quotes; globs hold no quotes or backslashes (`isSafeGlob`). */
export function yamlList(key: string, globs: readonly string[]): readonly string[] {
  return [`${key}:`, ...globs.map(glob => `  - "${glob}"`)]
}

/** Characters a glob may have in any target's frontmatter: no quotes, braces, brackets or commas to escape. */
const SAFE_GLOB = /^[\w.*?@/-]{1,80}$/

/** Returns whether a glob means the same in every target and stays inside the project. */
export function isSafeGlob(glob: string): boolean {
  return SAFE_GLOB.test(glob) && !glob.startsWith('/') && !glob.split('/').includes('..')
}
