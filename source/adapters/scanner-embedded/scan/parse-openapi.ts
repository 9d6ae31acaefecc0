import { parseDocument } from 'yaml'

/** Levels that no hand has written; the parser's work grows with their square. */
const MAX_DEPTH = 200
const MANY_ITEMS = /^ *(?:[-?:] +){50}/m

/** Returns what an OpenAPI document holds, or null for a text that cannot be read as JSON or YAML. */
export function parseDocumentText(text: string, isJson: boolean): unknown {
  try {
    if (isJson) return JSON.parse(text.replace(/^\uFEFF/, ''))
    if (isNestedDeeply(text)) return null
    const document = parseDocument(text, { uniqueKeys: false, prettyErrors: false, logLevel: 'silent' })
    return document.errors.length > 0 ? null : document.toJS()
  } catch {
    return null
  }
}

function isNestedDeeply(text: string): boolean {
  let depth = 0
  for (const bracket of text.match(/[[\]{}]/g) ?? []) {
    depth = bracket === '[' || bracket === '{' ? depth + 1 : Math.max(0, depth - 1)
    if (depth > MAX_DEPTH) return true
  }
  return MANY_ITEMS.test(text)
}
