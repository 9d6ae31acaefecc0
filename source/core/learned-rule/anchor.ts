import { isSafeName } from './safe-name.js'

// Names are matched as the languages spell them, so that a name outside ASCII is seen whole and then refused.
const CALL =
  /(?<![\p{ID_Continue}$])([\p{ID_Start}_$][\p{ID_Continue}$]*(?:\s*\.\s*[\p{ID_Start}_$][\p{ID_Continue}$]*)*)\s*\(/gu
/** A member that is assigned to; what a session, a request or the program itself holds has names of the project's own. */
const MEMBER_ASSIGNMENT =
  /(?<![\w$])(?!(?:session|exports|locals|body|params|query|state|props|this|self|g)\s*\.)[A-Za-z_$)\]][\w$]*\s*\.\s*([A-Za-z_$][\w$]*)\s*\+?=(?!=)/
/** An option set to a constant (a string is masked to blanks); anything else is a value on its way, not an API. */
const OPTION = /^\s*([A-Za-z_$][\w$]*)\s*[:=](?!=)\s*(?:true|false|True|False|None|null|\d[\w.]*)?\s*,?\s*$/
/** Words before a parenthesis that are not calls. */
const KEYWORDS = new Set(
  'if for while switch catch function return typeof await new in of with elif except lambda not and or yield def class'.split(
    ' ',
  ),
)

/** Wiring of a web application: what is dangerous there is what is missing, not the call. */
const WIRING = /^(?:(?:app|router|server|api|blueprint|bp)\.\w+|express|Router|Flask|FastAPI)$/

/**
 * Returns the API that a piece of masked code (`maskLiterals`) is about: the member assigned to, the first call or the
 * option set, for example `innerHTML`, `db.query` or `rejectUnauthorized`. Empty when there is none or its name does
 * not pass the allow-list.
 */
export function findAnchor(masked: string): string {
  const member = MEMBER_ASSIGNMENT.exec(masked)
  const call = firstCall(masked)
  if (member?.[1] && (call === null || member.index < call.index)) return safe(member[1])
  if (call) return safe(call.name)
  const option = OPTION.exec(masked)
  return option?.[1] ? safe(option[1]) : ''
}

/** Returns the names of all calls in a piece of masked code, in order, each once. */
export function findCalls(masked: string): readonly string[] {
  const names = [...masked.matchAll(CALL)].map(match => joined(match[1] ?? ''))
  return [...new Set(names)].filter(name => !KEYWORDS.has(name))
}

/** Returns whether two anchors name the same API: `db.query` and `pool.query` do, `query` and `exec` do not. */
export function isSameApi(a: string, b: string): boolean {
  return lastSegment(a) === lastSegment(b)
}

/** Returns the last part of a dotted name. */
export function lastSegment(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1)
}

function firstCall(masked: string): { readonly name: string; readonly index: number } | null {
  for (const match of masked.matchAll(CALL)) {
    const name = joined(match[1] ?? '')
    if (!KEYWORDS.has(name)) return { name, index: match.index }
  }
  return null
}

function joined(name: string): string {
  return name.replace(/\s+/g, '')
}

/** `request.app.locals.db.query` says no more than its last two parts, and `this` says nothing. */
function safe(name: string): string {
  const short = name
    .replace(/^(?:this|self)\./, '')
    .split('.')
    .slice(-2)
    .join('.')
  return isSafeName(short) && !WIRING.test(short) ? short : ''
}
