import { memoiseLast } from '../core/memoise.js'
import { HIDDEN_CLASS } from '../core/text/hidden-characters.js'

/** What asks for a closer look, which takes longer than all else about printing a report; few reports hold any. */
const NOT_PLAIN = /[^\n\x20-\x7e]/

/** What JSON lets through although it drives or deceives a terminal: DEL, C1 and everything that hides. */
const unsafe = memoiseLast(() => new RegExp(`[\\x7f-\\x9f${HIDDEN_CLASS}]`, 'gu'))

/**
 * Returns a value as indented JSON that is safe to look at in a terminal: characters that could drive it or hide are
 * written as escapes, which every reader of JSON turns back into the same text.
 */
export function toJson(value: unknown): string {
  const json = JSON.stringify(value, null, 2)
  if (!NOT_PLAIN.test(json)) return json
  return json.replace(unsafe(), char =>
    [...Array(char.length).keys()]
      .map(index => `\\u${char.charCodeAt(index).toString(16).padStart(4, '0')}`)
      .join(''),
  )
}
