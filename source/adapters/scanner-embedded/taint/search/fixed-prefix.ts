import { LANGUAGE_TABLE } from '../../tree/language.js'
import type { SyntaxNode } from '../../tree/syntax-node.js'
import { constantText } from '../constant.js'
import type { Search } from './search.js'

/** Stands for a part whose text is not known. */
const HOLE = '\u0001'

/** A start that fixes where a request or redirect goes: scheme and host with a slash after, or a path on this site. */
const FIXED_HOST =
  /^(?:(?:[a-z][a-z0-9+.-]*:)?\/\/[^/?#]+[/?#]|[^/?#:\u0001]*\u0001[^/?#]*[/?#]|~?\/[^/\\\u0001]|[?#]|[a-z0-9_-]+\/)/i

/** A start that is not known but set by the program: most often the address of the site, which ends in a host. */
const UNKNOWN_START = /^\/?\u0001/

/** Families whose routers seldom let two slashes through, so that one slash in front is most often enough. */
const MERGES_SLASHES: ReadonlySet<string> = new Set(['go', 'java', 'csharp'])

/** The page's own address. */
const OWN_ADDRESS =
  /^(?:\$\{)?(?:(?:window|document|self|globalThis)\.)?location\.(?:href|origin|pathname|protocol)\}?$/

/** The path of a request begins with a slash, so it ends a host before it. */
const OWN_PATH = /^(?:\$\{)?(?:req|request|ctx|context)\.(?:originalUrl|url|path|baseUrl)\}?$/

const PREFIXES: Readonly<Record<string, RegExp>> = { ssrf: FIXED_HOST, 'open-redirect': FIXED_HOST }

/** Length of a text within which its host must be told. */
const MAX_START = 500

/** Placeholders of format strings: what fills them may be input. */
const PLACEHOLDER = /(?:%[sdr(]|[{])[\s\S]*$/

/**
 * Returns how many leading parts of a text can still do harm. For requests and redirects everything behind a fixed
 * host is safe, behind a start that is not known it may be; for other weaknesses all parts count.
 */
export function fixedFrom(search: Search, parts: readonly SyntaxNode[]): number {
  const fixed = PREFIXES[search.query.weakness]
  if (fixed === undefined) return parts.length
  const isSlashEnough = MERGES_SLASHES.has(LANGUAGE_TABLE[search.model.file.grammar.language].family)
  const mayBeFixed = (text: string) => UNKNOWN_START.test(text) || (isSlashEnough && text === '/')
  let start = ''
  for (let i = 0; i < parts.length && start.length < MAX_START; i++) {
    const part = parts[i]
    const words = part === undefined ? '' : search.model.text(part)
    const slash = OWN_PATH.test(words) ? '/' : ''
    if (search.isStrict && isOwnSlash(search, start)) return i
    if (fixed.test(start + slash) || (search.isStrict && mayBeFixed(start))) return i
    if (i === 0 && OWN_ADDRESS.test(words)) return 0
    const text = part === undefined ? null : constantText(search.model, part)
    start += text === null ? `${slash}${HOLE}` : text.replace(PLACEHOLDER, HOLE)
    // PHP: header('Location: ' . $base . $path)
    if (i === 0) start = start.replace(/^location: */i, '')
  }
  return parts.length
}

/** A value behind a single slash leads away only with a second slash in front, which few values can have. */
function isOwnSlash(search: Search, start: string): boolean {
  return search.query.weakness === 'open-redirect' && start === '/'
}

/** Returns whether a constant start (a format string, the text that something is added to) fixes where it leads. */
export function startsFixed(search: Search, node: SyntaxNode): boolean {
  const fixed = PREFIXES[search.query.weakness]
  if (fixed === undefined) return false
  const text = constantText(search.model, node)
  return text !== null && fixed.test(text.replace(PLACEHOLDER, HOLE))
}

/** Returns whether a text, with \u0001 for what is not known, fixes where a request or a redirect leads. */
export function isFixedStart(search: Search, start: string): boolean {
  return PREFIXES[search.query.weakness]?.test(start) === true
}

/** Members of addresses behind the host: they never tell where it leads. */
const BEHIND_HOST = /^(searchParams|RawQuery|RawFragment|Fragment|ForceQuery|query|search|hash|fragment)$/

/** Members that are the host of an address. */
const HOST = /^(host|hostname|Host)$/

/** Returns whether a member of an address is what stands behind its host. */
export function isBehindHost(key: string): boolean {
  return BEHIND_HOST.test(key)
}

/** Returns whether a member of an address is its host. */
export function isHost(key: string): boolean {
  return HOST.test(key)
}

/** Returns whether the question is where a request or a redirect leads. */
export function leadsSomewhere(search: Search): boolean {
  return PREFIXES[search.query.weakness] !== undefined
}
