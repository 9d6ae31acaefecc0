import { oncePerFile } from '../../tree/once-per-file.js'
import { textOf } from '../../tree/parsed-file.js'
import type { SyntaxNode } from '../../tree/syntax-node.js'
import { readCodeStyle } from '../code-style.js'
import type { FixContext } from '../fix-context.js'
import { definitionOf, sinkOf } from '../sink-text.js'
import { readPythonText } from '../text/python-text.js'
import { extractParameters, type SqlParameter, writeQuery } from '../text/sql-parameters.js'
import { quoteText } from '../text/text-part.js'
import { writePython } from '../text/write-parts.js'
import { callAround } from './call-arguments.js'
import type { FixAction } from './fix-action.js'

type Placeholder = 'question' | 'percent' | 'named'

/**
 * Puts placeholders where a query's text has values, and passes the values after it.
 * `with.placeholder`: question, percent, named or auto (by the driver the file mentions).
 * Text inside `text(…)` of SQLAlchemy takes named ones; the values go to the call around it.
 */
export const parameterizePython: FixAction = context => {
  const { file } = context
  const sink = sinkOf(context)
  if (sink === null) return null
  const own = callAround(file, sink)
  if (own === null) return null
  const isWrapped = /(^|\.)text$/.test(textOf(file, own.call.callee))
  const around = isWrapped ? callAround(file, own.call.node) : own
  const definition = definitionOf(file, sink)
  if (around === null || definition === null || around.call.args.length > around.place + 1) return null
  const parts = readPythonText(file, definition)
  const query = parts === null ? null : extractParameters(parts)
  if (query === null) return null
  const kind = isWrapped ? 'named' : chooseKind(context)
  const { quote } = readCodeStyle(file)
  const names = uniqueNames(query.parameters)
  const marks = { question: () => '?', percent: () => '%s', named: (n: number) => `:${names[n - 1]}` }
  const escaped =
    kind === 'percent' ? { ...query, pieces: query.pieces.map(piece => piece.replaceAll('%', '%%')) } : query
  const text = writeQuery(escaped, marks[kind])
  const values = query.parameters.map(parameter => writePython(parameter.parts, quote))
  const list =
    kind === 'named'
      ? `{${values.map((value, i) => `${quote}${names[i]}${quote}: ${value}`).join(', ')}}`
      : `(${values.join(', ')}${values.length === 1 ? ',' : ''})`
  const argument = isWrapped ? own.call.node : sink
  return {
    edits: [
      { start: definition.start, end: definition.end, text: writeText(file.text, definition, text, quote) },
      { start: argument.end, end: argument.end, text: `, ${list}` },
    ],
    holes: [],
  }
}

function chooseKind({ file, fix }: FixContext): Placeholder {
  const asked = fix.with.placeholder ?? 'auto'
  if (asked === 'question' || asked === 'percent' || asked === 'named') return asked
  return usesPercent(file) ? 'percent' : 'question'
}

const usesPercent = oncePerFile(file =>
  /\b(psycopg2?|asyncpg|pymysql|MySQLdb|mysql\.connector|aiopg|aiomysql|django)\b/.test(file.text),
)

function uniqueNames(parameters: readonly SqlParameter[]): readonly string[] {
  const names: string[] = []
  parameters.forEach((parameter, i) => {
    const value = parameter.parts.find(part => part.kind === 'value')
    const source = value?.kind === 'value' ? value.source : ''
    const last = /([A-Za-z_][A-Za-z0-9_]*)(?:\(\))?['"\])]*$/.exec(source)?.[1] ?? `value${i + 1}`
    names.push(names.includes(last) ? `${last}${i + 1}` : last)
  })
  return names
}

/** Text over several lines stays in triple quotes. */
function writeText(source: string, definition: SyntaxNode, text: string, quote: '"' | "'"): string {
  const triple = /^[fF]?("""|''')/.exec(source.slice(definition.start, definition.end))?.[1]
  if (triple === undefined || !text.includes('\n')) return quoteText(text, quote)
  return triple + text.replaceAll('\\', '\\\\') + triple
}
