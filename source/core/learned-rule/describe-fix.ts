import { findAnchor, findCalls, isSameApi, lastSegment } from './anchor.js'
import { findImports, type ImportedName } from './imported-names.js'
import { maskLiterals } from './mask-literals.js'
import type { Replacement } from './remediation.js'
import { isSafeModule, isSafeName } from './safe-name.js'

/** A fix as text, with what is needed to tell a project's own helper from a library. */
export type FixedCode = {
  readonly path: string
  readonly language: string
  readonly before: string
  readonly after: string
  /** The lines that the fix added. */
  readonly added: string
  /** The matched text of the finding in `before`. */
  readonly matched: string
  readonly isSecret: boolean
  /** All files of the project, relative. */
  readonly projectFiles: ReadonlySet<string>
}

/** Names every file may call without an import. */
const BUILT_IN = new Set(['crypto', 'JSON', 'URL', 'encodeURIComponent', 'structuredClone', 'DOMPurify'])
/** Calls that check or convert but replace nothing. */
const SAYS_NOTHING = new Set(
  'require Error TypeError ValueError String Number Boolean parseInt int str bool isinstance includes startswith startsWith endsWith has get set push append join map filter test match status json send print log warn error abort next catch then toString format len trim replace'.split(
    ' ',
  ),
)

/** Returns what a fix is about: the API of the vulnerable code, and the call that took its place (null when none did). */
export function describeFix(fix: FixedCode): {
  readonly anchor: string
  readonly replacement: Replacement | null
} {
  // Where a secret stood says nothing about an API.
  const anchor = fix.isSecret ? '' : findAnchor(maskLiterals(fix.matched, fix.language))
  return { anchor, replacement: findReplacement(fix, anchor) }
}

function findReplacement(fix: FixedCode, anchor: string): Replacement | null {
  const before = new Set(findCalls(maskLiterals(fix.before, fix.language)))
  const imports = findImports(fix.after, fix.language)
  const fresh = findCalls(maskLiterals(fix.after, fix.language)).filter(name => !before.has(name))
  // Calls that are new to the file come first; a helper that the file already used counts when the fix calls it.
  const changed = findCalls(maskLiterals(fix.added, fix.language))
  const candidates = [
    ...fresh.filter(name => changed.includes(name)),
    ...changed.filter(name => before.has(name)),
  ]
  const replacements = candidates.flatMap((name, index) => {
    const replacement = toReplacement(name, imports, fix, anchor, index < fresh.length)
    return replacement ? [replacement] : []
  })
  return replacements.find(one => one.from !== '') ?? replacements[0] ?? null
}

function toReplacement(
  name: string,
  imports: ReadonlyMap<string, ImportedName>,
  fix: FixedCode,
  anchor: string,
  isFresh: boolean,
): Replacement | null {
  const [root = ''] = name.split('.')
  if (SAYS_NOTHING.has(lastSegment(name)) || !isSafeName(name)) return null
  // The dangerous API called in a safe way is no replacement of itself.
  if (name === anchor || (!isFresh && isSameApi(name, anchor))) return null
  const origin = imports.get(root)
  const from = origin ? projectModule(origin, fix) : ''
  if (from !== '') return isSafeModule(from) ? { name: ownName(name, origin), from } : null
  const isKnown = origin !== undefined || BUILT_IN.has(root) || root === anchor.split('.')[0]
  return isFresh && isKnown ? { name, from: '' } : null
}

/** A helper is named as its module names it, not as this file does. */
function ownName(name: string, origin: ImportedName | undefined): string {
  return origin && !['*', 'default'].includes(origin.imported) && isSafeName(origin.imported)
    ? name.replace(/^[^.]+/, origin.imported)
    : name
}

/** The project's own module of an import, written the way the project's files would find it; empty for a library. */
function projectModule(origin: ImportedName, fix: FixedCode): string {
  if (fix.language === 'javascript')
    return /^\.{1,2}\//.test(origin.module) ? resolveRelative(fix.path, origin.module) : ''
  if (fix.language !== 'python') return ''
  if (origin.module.startsWith('.')) {
    const ups = /^\.+/.exec(origin.module)?.[0].length ?? 1
    const folder = fix.path.split('/').slice(0, -ups)
    return [...folder, ...origin.module.slice(ups).split('.')].filter(part => part !== '').join('.')
  }
  const path = origin.module.replaceAll('.', '/')
  const isOwn = [`${path}.py`, `${path}/__init__.py`, `src/${path}.py`].some(file =>
    fix.projectFiles.has(file),
  )
  return isOwn ? origin.module : ''
}

function resolveRelative(path: string, module: string): string {
  const parts = path.split('/').slice(0, -1)
  for (const part of module.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return ''
    } else if (part !== '.') parts.push(part)
  }
  return parts.join('/').replace(/\.(?:[cm]?[jt]s|[jt]sx)$/, '')
}
