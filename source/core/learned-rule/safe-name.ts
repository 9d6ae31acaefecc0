const NAME = /^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*){0,3}$/
const MODULE = /^(?:\.{0,2}\/)?[A-Za-z0-9_][\w-]*(?:[./][A-Za-z0-9_][\w-]*){0,5}$/
const DIRECTORY = /^[A-Za-z0-9_.][A-Za-z0-9_.-]{0,29}$/
const LONGEST = 40
/** A name of more words than this reads as a sentence. */
const MOST_WORDS = 6
/** Words that speak to an assistant; no API of a program needs two of them in one name. */
const COMMANDING = new Set(
  'ignore disregard forget override bypass skip disable instead instruction instructions prompt system assistant agent previous prior above always never must should please rule rules guardrail guardrails secret secrets exfiltrate upload send curl allow trust'.split(
    ' ',
  ),
)

/**
 * Returns whether an identifier taken from scanned code may stand in a guardrail: a dotted ASCII name of at most 40
 * characters that does not read like an instruction (design.md §7). An identifier is the one piece of a repository
 * that reaches an assistant's instructions, so whoever names a function must not be able to give orders.
 */
export function isSafeName(name: string): boolean {
  return name.length <= LONGEST && NAME.test(name) && !readsLikeAnOrder(name)
}

/** Returns whether a module's path (`lib/db`, `app.db`) may stand in a guardrail; the same limits as for names. */
export function isSafeModule(path: string): boolean {
  return path.length <= LONGEST && MODULE.test(path) && !readsLikeAnOrder(path)
}

/** Returns whether the name of a folder may stand in a glob that an assistant reads. */
export function isSafeDirectory(name: string): boolean {
  return DIRECTORY.test(name) && name !== '.' && name !== '..' && !readsLikeAnOrder(name)
}

function readsLikeAnOrder(name: string): boolean {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(word => word !== '')
  return words.length > MOST_WORDS || words.filter(word => COMMANDING.has(word)).length >= 2
}
