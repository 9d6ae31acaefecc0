/**
 * Returns a regular expression of the subset that JavaScript and Rust read alike, or a sentence that says why not.
 * Refused: look-around, back-references, and a repeated group that holds a repetition (it can take exponential time).
 */
export function compileRegex(source: string): RegExp | string {
  let body = source
  let flags = 'u'
  const lead = /^\(\?([ims]+)\)/.exec(body)
  if (lead !== null) {
    body = body.slice(lead[0].length)
    for (const flag of lead[1] ?? '') if (!flags.includes(flag)) flags += flag
  }
  if (/\(\?(?:[=!]|<[=!])/.test(body)) return 'look-around is not allowed'
  if (/(?:^|[^\\])(?:\\\\)*\\(?:[1-9]|k<)/.test(body)) return 'back-references are not allowed'
  if (hasNestedRepeat(body)) return 'a repetition inside a repeated group can take exponential time'
  try {
    return new RegExp(body, flags)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** Whether a group that is repeated without bound holds something repeated without bound. */
function hasNestedRepeat(source: string): boolean {
  /** For each open group: whether it holds an unbounded repetition. */
  const open: boolean[] = [false]
  for (let i = 0; i < source.length; i++) {
    const char = source[i]
    if (char === '\\') i++
    else if (char === '[') {
      i++
      if (source[i] === '^') i++
      if (source[i] === ']') i++
      while (i < source.length && source[i] !== ']') i += source[i] === '\\' ? 2 : 1
    } else if (char === '(') open.push(false)
    else if (char === ')') {
      const inner = open.pop() ?? false
      const isRepeated = isUnbounded(source, i + 1)
      if (inner && isRepeated) return true
      if ((inner || isRepeated) && open.length > 0) open[open.length - 1] = true
    } else if (isUnbounded(source, i)) open[open.length - 1] = true
  }
  return false
}

function isUnbounded(source: string, at: number): boolean {
  return source[at] === '*' || source[at] === '+' || /^\{\d+,\}/.test(source.slice(at, at + 12))
}
