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
  /** The lines that it took away. */
  readonly removed: string
  /** The matched text of the finding in `before`. */
  readonly matched: string
  readonly isSecret: boolean
  /** All files of the project, relative. */
  readonly projectFiles: ReadonlySet<string>
}

/** Names every file may call without an import. */
const BUILT_IN = new Set(['crypto', 'JSON', 'URL', 'encodeURIComponent', 'structuredClone', 'DOMPurify'])
/** Calls that give back what they are given as a plain value. */
const CONVERSIONS = new Set([
  'String',
  'Number',
  'Boolean',
  'parseInt',
  'parseFloat',
  'int',
  'str',
  'bool',
  'float',
])
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
  const replacement = calledInstead(fix, anchor) ?? safeUse(fix, anchor) ?? handedOver(fix)
  return { anchor, replacement }
}

/** Options named at most: more is no longer a sentence. */
const MOST_OPTIONS = 2
const OPTION_NAME = /(?<![\w$.]|(?:const|let|var)\s)([A-Za-z_$][\w$]*)(?:\s*:(?!:)|=(?!=))/g

/** The same API used in a safe way: with options it did not have, or with other constants. */
function safeUse({ added, removed, language }: FixedCode, anchor: string): Replacement | null {
  const [now, before] = [maskLiterals(added, language), maskLiterals(removed, language)]
  const isCalled = (code: string) => findCalls(code).some(name => isSameApi(name, anchor))
  if (anchor === '' || !isCalled(now) || !isCalled(before)) return null
  const optionsIn = (code: string) =>
    [...argumentsOf(code, lastSegment(anchor)).matchAll(OPTION_NAME)].map(match => match[1] ?? '')
  const known = new Set(optionsIn(before))
  const options = [...new Set(optionsIn(now))].filter(name => !known.has(name) && isSafeName(name))
  if (options.length > 0) return { name: anchor, from: '', options: options.slice(0, MOST_OPTIONS) }
  const shape = (code: string) => code.replace(/\d[\w.]*|\s+/g, '')
  return shape(now) === shape(before) ? { name: anchor, from: '', options: [] } : null
}

/** What stands between the parentheses of the first call by a name, to the end of the code when they are not closed. */
function argumentsOf(code: string, name: string): string {
  const start = code.search(new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}\\s*\\(`))
  let depth = 0
  for (let at = start; at >= 0 && at < code.length; at++) {
    if (code[at] === '(') depth++
    if (code[at] === ')' && --depth === 0) return code.slice(start, at)
  }
  return start < 0 ? '' : code.slice(start)
}

/** The call that took the old one's place: the project's own before a library's. */
function calledInstead(fix: FixedCode, anchor: string): Replacement | null {
  const before = new Set(findCalls(maskLiterals(fix.before, fix.language)))
  const imports = findImports(fix.after, fix.language)
  const fresh = findCalls(maskLiterals(fix.after, fix.language)).filter(name => !before.has(name))
  // Calls that are new to the file come first; a helper that the file already used counts when the fix calls it.
  const added = maskLiterals(fix.added, fix.language)
  const removed = maskLiterals(fix.removed, fix.language)
  const isMore = (name: string) => countOf(name, added) > countOf(name, removed)
  const changed = findCalls(added)
  const candidates = [
    ...fresh.filter(name => changed.includes(name)),
    // A call that stood there before is no news, unless it stands there once more.
    ...changed.filter(name => before.has(name) && isMore(name)),
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
  if (!isSafeName(name) || (SAYS_NOTHING.has(lastSegment(name)) && !tookItsPlace(fix, anchor, name)))
    return null
  // The dangerous API called in a safe way is no replacement of itself.
  if (name === anchor || (!isFresh && isSameApi(name, anchor))) return null
  const origin = imports.get(root)
  const from = origin ? projectModule(origin, fix) : ''
  if (from !== '') return isSafeModule(from) ? { name: ownName(name, origin), from } : null
  const isKnown =
    origin !== undefined ||
    BUILT_IN.has(root) ||
    root === anchor.split('.')[0] ||
    tookItsPlace(fix, anchor, name)
  return isFresh && isKnown ? { name, from: '' } : null
}

/** A name of the project's that the fix hands over and does not call: a middleware, a schema, a list of what is allowed. */
function handedOver(fix: FixedCode): Replacement | null {
  const imports = findImports(fix.after, fix.language)
  const added = withoutImports(maskLiterals(fix.added, fix.language))
  const removed = maskLiterals(fix.removed, fix.language)
  for (const [name, origin] of imports) {
    const from = projectModule(origin, fix)
    if (from === '' || !isSafeModule(from) || !isSafeName(name)) continue
    if (countOf(name, added) > countOf(name, removed)) return { name: ownName(name, origin), from }
  }
  return null
}

/** Whether the fix is the old call with nothing but its name changed: then a conversion is the answer, `eval(x)` to `Number(x)`. */
function tookItsPlace({ matched, added }: FixedCode, anchor: string, name: string): boolean {
  const bare = (code: string) => code.replace(/\s+/g, '')
  const old = bare(matched)
  if (!CONVERSIONS.has(name) || anchor === '' || !old.startsWith(`${anchor}(`)) return false
  return bare(added).includes(`${name}${old.slice(anchor.length)}`)
}

/** How often a name stands in masked code as a word of its own. */
function countOf(name: string, code: string): number {
  return code.split(/[^\w$.]+/).filter(word => word === name || word.startsWith(`${name}.`)).length
}

function withoutImports(code: string): string {
  return code.replace(/^.*(?:\brequire\s*\(|\bimport\b).*$/gm, '')
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
