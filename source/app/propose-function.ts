import type { Finding } from '../core/finding/finding.js'
import { findCalls } from '../core/learned-rule/anchor.js'
import { fileOfImport } from '../core/learned-rule/import-file.js'
import { findImports } from '../core/learned-rule/imported-names.js'
import { maskLiterals } from '../core/learned-rule/mask-literals.js'
import { familyOfPath } from '../core/lesson/language-family.js'
import type { Toolbox } from '../ports/toolbox.js'
import { type KnownFunction, readFunction } from './exempt-functions.js'

/**
 * Returns the function of the project that a developer's answer speaks of ("query() binds its values"): it is called
 * where the finding is, and the answer names it. Null when there is none, so that nobody is asked about nothing.
 */
export async function proposeFunction(
  tools: Pick<Toolbox, 'workspace' | 'syntax' | 'hash'>,
  finding: Finding,
  reason: string,
): Promise<KnownFunction | null> {
  const { path } = finding
  const language = familyOfPath(path) ?? ''
  const file = await tools.workspace.read(path)
  if (!file.ok) return null
  const { text } = file.value
  const lines = text.split('\n')
  const place = [
    text.slice(finding.startOffset, finding.endOffset),
    ...finding.trace.filter(step => step.path === path).map(step => lines[step.line - 1] ?? ''),
  ].join('\n')
  const imports = findImports(text, language)
  const files = new Set(await tools.workspace.listProject())
  for (const call of findCalls(maskLiterals(place, language))) {
    const [root = '', ...rest] = call.split('.')
    const name = rest.at(-1) ?? root
    if (!speaksOf(reason, name)) continue
    const origin = imports.get(root)
    const target = origin ? fileOfImport(path, origin, language, files) : path
    if (target === null) continue
    const inside = origin && !['*', 'default'].includes(origin.imported) ? [origin.imported, ...rest] : rest
    // Imported whole and called as it is, its own name is known to its file alone; the local name is tried.
    for (const known of [inside.join('.'), name]) {
      const found = known === '' ? null : await readFunction(tools, target, known)
      if (found?.ok) return found.value
    }
  }
  return null
}

function speaksOf(reason: string, name: string): boolean {
  return reason.split(/[^\w$]+/).includes(name)
}
