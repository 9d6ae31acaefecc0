import type { SyntaxNode } from '../../tree/syntax-node.js'
import { constantText } from '../constant.js'
import type { Shape } from '../shape.js'
import { isFixedStart, leadsSomewhere } from './fixed-prefix.js'
import type { Search } from './search.js'

/** A place of a format string of Python: `{}`, `{0}`, `{name}`, `{name.part!r:>8}`. */
const PLACE = /\{([A-Za-z0-9_]*)[^{}]*\}/g

/** Longest format string that is looked at. */
const MAX_TEXT = 2000

/**
 * Returns the arguments of `'https://{}/{}'.format(host, path)` that decide where a request or a redirect leads, here
 * `host`: all that is behind a host cannot. Null where the text or the meaning of its places is not known.
 */
export function decidingArguments(
  search: Search,
  call: Extract<Shape, { is: 'call' }>,
): readonly SyntaxNode[] | null {
  if (call.method !== 'format' || call.receiver === null || !leadsSomewhere(search)) return null
  const text = constantText(search.model, call.receiver)
  if (text === null || text.length > MAX_TEXT || call.args.some(argument => argument.isSpread)) return null
  const found: SyntaxNode[] = []
  let next = 0
  for (const place of text.matchAll(PLACE)) {
    const name = place[1] ?? ''
    const start = text.slice(0, place.index).replace(PLACE, '\u0001')
    const key = name === '' ? next++ : name
    const argument = /^[0-9]+$/.test(String(key))
      ? call.args.filter(one => one.name === null)[Number(key)]
      : call.args.find(one => one.name === key)
    if (argument !== undefined && !isFixedStart(search, start)) found.push(argument.node)
  }
  return found
}

/** Returns whether the text that is filled in is set elsewhere, most often with the address of a server in front. */
export function isSetElsewhere(search: Search, call: Extract<Shape, { is: 'call' }>): boolean {
  if (call.method !== 'format' || call.receiver === null || !leadsSomewhere(search)) return false
  const { is } = search.model.shape(call.receiver)
  return (is === 'name' || is === 'member') && constantText(search.model, call.receiver) === null
}
