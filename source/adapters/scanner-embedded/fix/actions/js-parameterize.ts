import { oncePerFile } from '../../tree/once-per-file.js'
import { textOf } from '../../tree/parsed-file.js'
import { childByField, namedChildren, type SyntaxNode } from '../../tree/syntax-node.js'
import { readCodeStyle } from '../code-style.js'
import type { FixContext } from '../fix-context.js'
import { definitionOf, sinkOf } from '../sink-text.js'
import { readJavaScriptText } from '../text/javascript-text.js'
import { extractParameters, type SqlParameter, type SqlQuery, writeQuery } from '../text/sql-parameters.js'
import { quoteText } from '../text/text-part.js'
import { writeJavaScript } from '../text/write-parts.js'
import { callAround } from './call-arguments.js'
import type { FixAction } from './fix-action.js'

type Placeholder = 'question' | 'dollar' | 'named'

/**
 * Puts placeholders where a query's text has values, and passes the values in an array after it.
 * `with.placeholder`: question, dollar, named or auto (by the driver the file mentions);
 * `with.values`: array (default), spread, or replacements (an option, as Sequelize has it).
 */
export const parameterizeJavaScript: FixAction = context => {
  const { file, fix } = context
  const sink = sinkOf(context)
  const around = sink === null ? null : callAround(file, sink)
  const definition = sink === null ? null : definitionOf(file, sink)
  if (sink === null || around === null || definition === null) return null
  const parts = readJavaScriptText(file, definition)
  const query = parts === null ? null : extractParameters(parts)
  if (query === null) return null
  const kind = chooseKind(context)
  const style = readCodeStyle(file)
  const names = query.parameters.map((parameter, i) => nameOf(parameter, i))
  const text = writeText(query, kind, names, textOf(file, definition), style.quote)
  const values = query.parameters.map(parameter => writeJavaScript(parameter.parts, style.quote))
  const isNamed = kind === 'named'
  const list = isNamed
    ? `{ ${values.map((value, i) => (value === names[i] ? value : `${names[i]}: ${value}`)).join(', ')} }`
    : `[${values.join(', ')}]`
  const next = around.call.args[around.place + 1]
  const addition = addValues(String(fix.with.values ?? 'array'), list, values, sink, next, file.text)
  if (addition === null) return null
  return { edits: [{ start: definition.start, end: definition.end, text }, addition], holes: [] }
}

function chooseKind({ file, fix }: FixContext): Placeholder {
  const asked = fix.with.placeholder ?? 'auto'
  if (asked === 'question' || asked === 'dollar' || asked === 'named') return asked
  return usesPostgres(file) ? 'dollar' : 'question'
}

const usesPostgres = oncePerFile(file =>
  /['"](pg|postgres|pg-promise|@neondatabase\/serverless)['"]/.test(file.text),
)

/** A name for a parameter: the last identifier of the value. */
function nameOf(parameter: SqlParameter, index: number): string {
  const value = parameter.parts.find(part => part.kind === 'value')
  return (
    /([A-Za-z_][A-Za-z0-9_]*)$/.exec(value?.kind === 'value' ? value.source : '')?.[1] ?? `value${index + 1}`
  )
}

function writeText(
  query: SqlQuery,
  kind: Placeholder,
  names: readonly string[],
  original: string,
  quote: '"' | "'",
): string {
  const text = writeQuery(query, number =>
    kind === 'question' ? '?' : kind === 'dollar' ? `$${number}` : `:${names[number - 1]}`,
  )
  return original.startsWith('`') && text.includes('\n') ? writeTemplate(text) : quoteText(text, quote)
}

function writeTemplate(text: string): string {
  return `\`${text.replace(/[\\`]|\$(?=\{)/g, char => `\\${char}`)}\``
}

function addValues(
  how: string,
  list: string,
  values: readonly string[],
  sink: SyntaxNode,
  next: SyntaxNode | undefined,
  text: string,
) {
  const insert = (at: number, added: string) => ({ start: at, end: at, text: added })
  if (how === 'replacements') {
    if (next === undefined) return insert(sink.end, `, { replacements: ${list} }`)
    if (next.type !== 'object') return null
    const hasOne = namedChildren(next).some(child => {
      const key = childByField(child, 'key')
      return key !== null && /^(replacements|bind)$/.test(text.slice(key.start, key.end))
    })
    const isEmpty = namedChildren(next).length === 0
    return hasOne ? null : insert(next.start + 1, ` replacements: ${list}${isEmpty ? ' ' : ','}`)
  }
  if (next?.type === 'array') {
    return namedChildren(next).length > 0 ? null : { start: next.start, end: next.end, text: list }
  }
  if (next?.type === 'object' || next?.type === 'spread_element') return null
  return insert(sink.end, `, ${how === 'spread' ? values.join(', ') : list}`)
}
