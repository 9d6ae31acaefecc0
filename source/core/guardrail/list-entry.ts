import { linesOf } from './find-block.js'

/** What tells our words in a YAML file apart; it stands behind the line that we own. */
const MARK = '# guardrail-coach'
const WAS = '# guardrail-coach was: '

type Line = ReturnType<typeof linesOf>[number]

/** A top-level key of a YAML file that holds one file name or a list of them. */
type ListKey =
  | { readonly kind: 'none' }
  /** `key: a`, `key: [a, b]` or an empty `key:`; `raw` are the values as they are written. */
  | { readonly kind: 'inline'; readonly line: Line; readonly raw: readonly string[] }
  | { readonly kind: 'block'; readonly first: Line; readonly indent: string; readonly raw: readonly string[] }
  /** Written in a way that is not changed here. */
  | { readonly kind: 'unclear' }

/** Returns the values of a key that lists files; empty when it is missing or written in a way that is not read here. */
export function listEntries(text: string, key: string): readonly string[] {
  const found = findKey(text, key)
  return 'raw' in found ? found.raw.map(unquoted) : []
}

/**
 * Returns a YAML text whose key lists `entry` too, every other byte as it was, or null when it is written in a way that
 * cannot be changed safely. `removeEntry` gives the very bytes back, so nothing has to be remembered.
 */
export function addEntry(text: string, key: string, entry: string): string | null {
  const found = findKey(text, key)
  if (found.kind === 'unclear') return null
  if ('raw' in found && found.raw.map(unquoted).includes(entry)) return text
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const own = ownLine(key, [entry])
  const result =
    found.kind === 'none'
      ? text === '' || text.endsWith('\n')
        ? text + own + eol
        : text + eol + own
      : found.kind === 'block'
        ? insert(text, found.first.start, `${found.indent}- ${entry} ${MARK}${eol}`)
        : replaceLine(
            text,
            found.line,
            `${WAS}${found.line.text}${eol}${ownLine(key, [...found.raw, entry])}`,
          )
  return removeEntry(result, key) === text ? result : null
}

/** Returns the text without our entry, byte for byte as it was; null when somebody changed the line that is ours. */
export function removeEntry(text: string, key: string): string | null {
  const marked = linesOf(text).filter(line => line.text.endsWith(MARK) || line.text.startsWith(WAS))
  const [first, second] = marked
  if (!first) return text
  const own = (second ?? first).text
  if (first.text.startsWith(WAS)) {
    const was = first.text.slice(WAS.length)
    const before = findKey(was, key)
    const now = findKey(own, key)
    const isOurs =
      marked.length === 2 &&
      second?.number === first.number + 1 &&
      before.kind === 'inline' &&
      now.kind === 'inline' &&
      own === ownLine(key, [...before.raw, ...now.raw.slice(before.raw.length)]) &&
      now.raw.length === before.raw.length + 1
    return isOurs ? text.slice(0, first.start) + was + text.slice(second.start + own.length) : null
  }
  if (marked.length !== 1) return null
  const end = first.start + own.length
  if (/^ *- +[\w./-]+ # guardrail-coach$/.test(own)) return cutLine(text, first.start, end)
  const now = findKey(own, key)
  if (now.kind !== 'inline' || now.raw.length !== 1) return null
  // At the end of a text whose last line was not ended, the line end before ours came with it.
  return end === text.length
    ? text.slice(0, first.start).replace(/\r?\n$/, '')
    : cutLine(text, first.start, end)
}

/** Returns whether a text holds an entry of ours. */
export function hasOwnEntry(text: string): boolean {
  return linesOf(text).some(line => line.text.endsWith(MARK))
}

function ownLine(key: string, raw: readonly string[]): string {
  return `${key}: ${raw.length === 1 ? raw[0] : `[${raw.join(', ')}]`} ${MARK}`
}

const COLUMN_ZERO = /^(?:#|---\s*$|["']?[\w.-]+["']?\s*:(?:\s|$)|- )/

function findKey(text: string, key: string): ListKey {
  const lines = linesOf(text)
  const isPlain = lines.every(
    ({ text: line, number }) =>
      !/^(?:\.\.\.|%)/.test(line) &&
      !(/^---/.test(line) && number > 1) &&
      !(line.trim() !== '' && !/^\s/.test(line) && !COLUMN_ZERO.test(line)),
  )
  const quoted = lines.some(line => new RegExp(`^["']${key}["']\\s*:`).test(line.text))
  const own = lines.filter(line => line.text.startsWith(`${key}:`))
  const [line] = own
  if (!isPlain || quoted || own.length > 1) return { kind: 'unclear' }
  if (!line) return { kind: 'none' }
  const value = withoutComment(line.text.slice(key.length + 1))
  const rest = lines.slice(line.number)
  if (value === '') return blockList(rest) ?? { kind: 'inline', line, raw: [] }
  // A value that goes on in the next line is indented there.
  if (/^[ \t]+[^\s#]/.test(rest.find(one => one.text.trim() !== '')?.text ?? '')) return { kind: 'unclear' }
  const list = /^\[(.*)\]$/.exec(value)?.[1]
  const raw =
    list === undefined
      ? [value]
      : list
          .split(',')
          .map(part => part.trim())
          .filter(part => part !== '')
  return raw.every(isPlainValue) ? { kind: 'inline', line, raw } : { kind: 'unclear' }
}

/** The items behind a key; null when there are none, `unclear` when they are not plain names. */
function blockList(rest: readonly Line[]): ListKey | null {
  const raw: string[] = []
  let first: Line | null = null
  let indent = ''
  for (const line of rest) {
    if (line.text.trim() === '' || /^\s*#/.test(line.text)) continue
    const [, spaces = '', item] = /^( *)- +(.*)$/.exec(line.text) ?? []
    if (item === undefined) {
      if (/^\s/.test(line.text)) return { kind: 'unclear' }
      break
    }
    const value = withoutComment(item)
    if (!isPlainValue(value) || (first !== null && spaces !== indent)) return { kind: 'unclear' }
    if (first === null) indent = spaces
    first ??= line
    raw.push(value)
  }
  return first && { kind: 'block', first, indent, raw }
}

/** A file name as YAML takes it without a second thought, in quotes or without. */
function isPlainValue(value: string): boolean {
  return /^(?:[\w./][\w./ -]*|"[\w./ -]+"|'[\w./ -]+')$/.test(value)
}

function withoutComment(value: string): string {
  return value.replace(/(?:^|\s)#.*$/, '').trim()
}

function unquoted(value: string): string {
  return value.replace(/^(["'])(.*)\1$/, '$2')
}

function insert(text: string, at: number, piece: string): string {
  return text.slice(0, at) + piece + text.slice(at)
}

function replaceLine(text: string, { start, text: line }: Line, piece: string): string {
  return text.slice(0, start) + piece + text.slice(start + line.length)
}

function cutLine(text: string, start: number, end: number): string {
  return text.slice(0, start) + text.slice(end).replace(/^\r?\n/, '')
}
