import { graphemes } from './graphemes.js'

/** One line of text being typed; `cursor` is a UTF-16 offset that stands between two graphemes. */
export type Field = { readonly text: string; readonly cursor: number }

/** What a key does to a field. */
export type FieldEdit =
  | { readonly kind: 'insert'; readonly text: string }
  | { readonly kind: 'delete-before' | 'delete-after' | 'delete-word' | 'delete-all' }
  | { readonly kind: 'left' | 'right' | 'start' | 'end' }

/** Longest text a field takes, in UTF-16 units; a paste beyond it is cut. */
export const MAX_FIELD = 400

/** Returns a field that holds `text` with the cursor at its end. */
export function fieldWith(text: string): Field {
  return { text, cursor: text.length }
}

/** Returns the field after an edit. Line breaks and tabs in what is inserted become blanks: a field is one line. */
export function editField(field: Field, edit: FieldEdit): Field {
  const before = field.text.slice(0, field.cursor)
  const after = field.text.slice(field.cursor)
  switch (edit.kind) {
    case 'insert': {
      const room = MAX_FIELD - field.text.length
      const text = edit.text.replace(/\s*[\r\n]+\s*|\t/g, ' ').slice(0, Math.max(0, room))
      return { text: before + text + after, cursor: field.cursor + text.length }
    }
    case 'delete-before':
      return cutTo(before.slice(0, before.length - lastLength(before)), after)
    case 'delete-after':
      return { text: before + after.slice(firstLength(after)), cursor: field.cursor }
    case 'delete-word':
      return cutTo(before.replace(/\S*\s*$/u, ''), after)
    case 'delete-all':
      return { text: '', cursor: 0 }
    case 'left':
      return { text: field.text, cursor: field.cursor - lastLength(before) }
    case 'right':
      return { text: field.text, cursor: field.cursor + firstLength(after) }
    case 'start':
      return { text: field.text, cursor: 0 }
    case 'end':
      return { text: field.text, cursor: field.text.length }
  }
}

function cutTo(kept: string, after: string): Field {
  return { text: kept + after, cursor: kept.length }
}

function lastLength(text: string): number {
  return graphemes(text).at(-1)?.length ?? 0
}

function firstLength(text: string): number {
  return graphemes(text)[0]?.length ?? 0
}
