/** The version of the block's form; a file with a higher one is left alone. */
const VERSION = 1
const BEGIN = /^<!-- guardrail-coach:begin v=(\d+) sha256=([0-9a-f]{64}) -->$/
const END = '<!-- guardrail-coach:end -->'
/** Anything that was a marker of ours before somebody changed it. */
const LIKE_A_MARKER = /guardrail-coach:(?:begin|end)/

/** SHA-256 of a text in hex; the hash function is handed in because the core knows no libraries. */
export type HashText = (text: string) => string

/** What a line of a file means for the block. `broken` looks like a marker of ours and is none. */
export type MarkerLine =
  | { readonly kind: 'begin'; readonly checksum: string }
  | { readonly kind: 'newer' }
  | { readonly kind: 'end' }
  | { readonly kind: 'broken' }

/** Returns what a line (without its line end) says, or null for an ordinary line. Markers stand at column 0. */
export function readMarker(line: string): MarkerLine | null {
  if (!LIKE_A_MARKER.test(line)) return null
  if (line === END) return { kind: 'end' }
  const [, version, checksum] = BEGIN.exec(line) ?? []
  if (version === undefined || checksum === undefined) {
    // Prose may speak of the markers; only a comment that starts the line can be one that was damaged.
    return line.trimStart().startsWith('<!--') ? { kind: 'broken' } : null
  }
  return Number(version) > VERSION ? { kind: 'newer' } : { kind: 'begin', checksum }
}

/** Returns the two marker lines around a body, joined with `eol`, without a line end after the last. */
export function wrapBody(body: string, hash: HashText, eol: string): string {
  const lines = normaliseBody(body)
  const begin = `<!-- guardrail-coach:begin v=${VERSION} sha256=${hash(lines)} -->`
  return [begin, ...lines.split('\n'), END].join(eol)
}

/** Returns a body as its checksum sees it: LF, no blanks at line ends, no blank lines at either end. */
export function normaliseBody(body: string): string {
  return body
    .split(/\r\n|\n/)
    .map(line => line.replace(/[ \t]+$/, ''))
    .join('\n')
    .replace(/^\n+|\n+$/g, '')
}

/** Returns why a body cannot stand in a block, or null when it can. */
export function refuseBody(body: string): string | null {
  const lines = normaliseBody(body).split('\n')
  if (lines.some(line => LIKE_A_MARKER.test(line))) return 'a line holds a block marker'
  if (lines.some(line => line.startsWith('-->') || line.includes('<!--')))
    return 'a line holds a comment mark'
  if (lines.filter(line => /^\s{0,3}(?:```|~~~)/.test(line)).length % 2 === 1)
    return 'a code fence is not closed'
  if (lines[0] === '---') return 'the first line would be read as frontmatter'
  return null
}
