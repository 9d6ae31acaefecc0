import { type Family, LANGUAGE_TABLE } from '../tree/language.js'
import { oncePerFile } from '../tree/once-per-file.js'
import type { ParsedFile } from '../tree/parsed-file.js'
import type { SyntaxNode } from '../tree/syntax-node.js'

/** How a file is written, so that what a fix adds looks like the rest. */
export type CodeStyle = {
  readonly quote: '"' | "'"
  readonly newline: '\n' | '\r\n'
  /** One level of indentation. */
  readonly indent: string
  readonly usesSemicolons: boolean
}

/** Returns the style of a file; ties and empty files get what is usual for the language. */
export const readCodeStyle = oncePerFile(
  (file): CodeStyle => ({
    quote: commonQuote(file),
    newline: file.text.includes('\r\n') ? '\r\n' : '\n',
    indent: commonIndent(file),
    usesSemicolons: file.text.includes(';'),
  }),
)

/** Languages where single quotes mean a character. */
const DOUBLE_ONLY: ReadonlySet<Family> = new Set(['go', 'java', 'csharp'])

function commonQuote(file: ParsedFile): '"' | "'" {
  if (DOUBLE_ONLY.has(LANGUAGE_TABLE[file.grammar.language].family)) return '"'
  let double = 0
  let single = 0
  for (const node of file.nodesOfKind(file.grammar.kindOf('string'))) {
    if (node.parent?.type === 'jsx_attribute') continue
    const opening = file.text.slice(node.start, node.end).replace(/^[a-zA-Z]+/, '')
    if (opening.startsWith('"""') || opening.startsWith("'''")) continue
    if (opening.startsWith('"')) double++
    else single++
  }
  if (double === single) return LANGUAGE_TABLE[file.grammar.language].family === 'python' ? '"' : "'"
  return double > single ? '"' : "'"
}

function commonIndent(file: ParsedFile): string {
  const fallback = LANGUAGE_TABLE[file.grammar.language].family === 'python' ? '    ' : '  '
  const first = /\n([ \t]+)\S/.exec(file.text)?.[1]
  if (first === undefined) return fallback
  if (first.startsWith('\t')) return '\t'
  return first.length === 2 || first.length === 4 || first.length === 8 ? first : fallback
}

/** Returns the blanks in front of the line that a node starts on. */
export function indentOf(file: ParsedFile, node: SyntaxNode): string {
  const lineStart = file.text.lastIndexOf('\n', node.start - 1) + 1
  return /^[ \t]*/.exec(file.text.slice(lineStart, node.start))?.[0] ?? ''
}

const STRING = /`(?:[^`\\]|\\.)*`|'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"/g

/** Returns text in the quotes and newlines of a file; strings with quotes or escapes inside stay as they are. */
export function applyStyle(text: string, style: CodeStyle): string {
  const quoted = text.replace(STRING, (whole, single?: string, double?: string) => {
    const inner = single ?? double
    return inner === undefined || /['"\\`]/.test(inner) ? whole : `${style.quote}${inner}${style.quote}`
  })
  return quoted.replaceAll('\n', style.newline)
}
