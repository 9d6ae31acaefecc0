import type { TextPart } from './text-part.js'

/** A parameter of a query: a value, with text around it when the query had it inside quotes (`'%' + name + '%'`). */
export type SqlParameter = { readonly parts: readonly TextPart[] }

/** A query whose values became parameters. `pieces` has one more entry than there are parameters. */
export type SqlQuery = { readonly pieces: readonly string[]; readonly parameters: readonly SqlParameter[] }

/** The words that open a part of a query; the last one before a value says whether a value may stand there. */
const CLAUSE =
  /\b(?:select|from|where|values|set|having|on|and|or|not|limit|offset|by|into|join|update|table|like|ilike|rlike|regexp|between|when|then|else|returning|call|exec|execute|desc|asc)\b/gi

/** After these, names of tables and columns stand, which no parameter can be. */
const NAMES_AFTER = /^(?:select|from|by|into|join|update|table|returning|desc|asc)$/i

/** Directly before a value: part of a name, or the list of `IN`, which has as many parameters as values. */
const PART_OF_NAME = /(?:[A-Za-z0-9_."`[\]]|\bin\s*\(\s*)$/i

/**
 * Returns the query with a parameter for each value, or null when a value stands where SQL takes no parameter
 * (names of tables and columns), when quotes do not close, or when the text has placeholders already.
 */
export function extractParameters(parts: readonly TextPart[]): SqlQuery | null {
  const pieces: string[] = ['']
  const parameters: SqlParameter[] = []
  /** What stands between open quotes, or null outside. */
  let quoted: { quote: string; parts: TextPart[] } | null = null
  const add = (text: string) => {
    pieces[pieces.length - 1] += text
  }
  const addParameter = (inner: readonly TextPart[]) => {
    parameters.push({ parts: inner })
    pieces.push('')
  }
  for (const part of parts) {
    if (part.kind === 'value') {
      if (quoted !== null) quoted.parts.push(part)
      else if (canTakeValue(pieces.join(' '))) addParameter([part])
      else return null
      continue
    }
    for (const char of part.text) {
      if (quoted === null && (char === "'" || (char === '"' && canTakeValue(pieces.join(' '))))) {
        quoted = { quote: char, parts: [] }
      } else if (quoted === null) {
        if (char === '?' || char === '`') return null
        add(char)
      } else if (char === quoted.quote) {
        if (quoted.parts.some(inner => inner.kind === 'value')) addParameter(joinChars(quoted.parts))
        else
          add(
            quoted.quote +
              quoted.parts.map(inner => (inner.kind === 'literal' ? inner.text : '')).join('') +
              quoted.quote,
          )
        quoted = null
      } else quoted.parts.push({ kind: 'literal', text: char })
    }
  }
  if (quoted !== null || parameters.length === 0 || pieces.slice(1).some(piece => /^\w/.test(piece)))
    return null
  return { pieces, parameters }
}

function canTakeValue(before: string): boolean {
  const clause = before.match(CLAUSE)?.at(-1)
  if (clause === undefined || NAMES_AFTER.test(clause)) return false
  return !PART_OF_NAME.test(before)
}

function joinChars(parts: readonly TextPart[]): readonly TextPart[] {
  const joined: TextPart[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (part.kind === 'literal' && last?.kind === 'literal') {
      joined[joined.length - 1] = { kind: 'literal', text: last.text + part.text }
    } else joined.push(part)
  }
  return joined
}

/** Returns the text of a query with a placeholder at each parameter; `placeholder` gets their number from 1. */
export function writeQuery(query: SqlQuery, placeholder: (number: number) => string): string {
  return query.pieces.map((piece, i) => (i === 0 ? piece : placeholder(i) + piece)).join('')
}
