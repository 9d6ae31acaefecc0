import type { Lesson } from './lesson.js'

/** Ways the usual frameworks of JavaScript and Python read one request parameter; group 1 is its name. */
const PARAMETER = [
  /\b(?:query|body|params|cookies|headers|args|form|values|GET|POST|session)\s*(?:\??\.get(?:list)?\(\s*|\??\.|\[)\s*['"]?([\w-]{1,40})/,
  /\{\s*([\w$]{1,40})\b[^}]*\}\s*=\s*(?:await\s+)?\w+\.(?:query|body|params|cookies)\b/,
  /\b(?:param|header|getParameter)\(\s*['"]([\w-]{1,40})['"]/,
]
const NOT_NAMES = /^(?:get|getlist|has|toString|get_json)$/

/** Returns the name of the request parameter that a line of code reads, or null when none can be told. */
export function parameterIn(line: string): string | null {
  for (const pattern of PARAMETER) {
    const name = pattern.exec(line)?.[1]
    if (name !== undefined && !NOT_NAMES.test(name)) return name
  }
  return null
}

/**
 * Returns a lesson's attack with its placeholders filled: `{{parameter|email}}` becomes the finding's own parameter,
 * or `email` when that is not known. Only names that look like identifiers are taken over.
 */
export function fillAttack(lesson: Lesson, parameter: string | null): Lesson['attack'] {
  const fill = (text: string) =>
    text.replace(/\{\{(\w+)\|([^}]*)\}\}/g, (_, slot: string, standIn: string) =>
      slot === 'parameter' && parameter !== null ? parameter : standIn,
    )
  return { text: fill(lesson.attack.text), lines: lesson.attack.lines.map(fill) }
}
