import { isAmbiguous } from './regex-ambiguity.js'

/**
 * Returns a regular expression of the subset that JavaScript and Rust read alike, or a sentence that says why not.
 * Refused: look-around, back-references, and what can take exponential time.
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
  try {
    const regex = new RegExp(body, flags)
    if (mayBeSlow(body) && isAmbiguous(body, flags.includes('i')))
      return 'on some texts it takes exponential time'
    return regex
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** Whether a group is repeated: only then can one text be read in exponentially many ways. */
function mayBeSlow(source: string): boolean {
  return /\)(?:[*+]|\{\d+,)/.test(source)
}
