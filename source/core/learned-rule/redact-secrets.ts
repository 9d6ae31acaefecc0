import { entropyOf } from '../text/entropy.js'

/** Shapes of tokens that their makers document; each begins with a fixed prefix. */
const TOKENS =
  /\b(?:AKIA|ASIA)[A-Z0-9]{12,}|\bgh[pousr]_[A-Za-z0-9]{16,}|\bgithub_pat_\w{20,}|\bglpat-[\w-]{16,}|\bxox[abprs]-[\w-]{10,}|\b[sr]k_(?:live|test)_\w{10,}|\bsk-[\w-]{16,}|\bnpm_[A-Za-z0-9]{20,}|\bAIza[\w-]{20,}|\beyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?|\bSG\.[\w-]{10,}\.[\w-]{10,}/g
const PRIVATE_KEY = /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g
const URL_PASSWORD = /(:\/\/[^\s:@/'"`]*:)([^\s@/'"`]+)(@)/g
const NAMED_SECRET =
  /((?:pass(?:word|wd|phrase)?|pwd|secret|token|api[_-]?key|apikey|private[_-]?key|auth|credential|salt)\w*["']?\]?\s*(?:[:=]|=>|:=)\s*[bru]?)(["'`])((?:\\.|(?!\2).)+)\2/gi
/** A string, and what tells that it is the key of an object, an index or an option's name rather than a value. */
/** In settings a value stands without quotes: `PASSWORD=…`, `password: …`. */
const BARE_SECRET =
  /(?:pass(?:word|wd|phrase)?|pwd|secret|token|key|auth|credentials?)[\w.-]*\s*[:=]\s*([^\s"'`,;<>(){}[\]$]{8,})/gi
const STRING = /(["'`])((?:\\[\s\S]|(?!\1)[\s\S])*?)\1(\s*[:\]])?/g
const SHORTEST = 4
/** Long runs of one word that look random: at least this many bits a character. */
const RANDOM_BITS = 3.5
const RANDOM_RUN = /[A-Za-z0-9+/=_-]{24,}/g

/**
 * Returns code in which everything that looks like a secret is cut to its first two characters (design.md §7).
 * `isSecretFinding` cuts every string value and every bare one behind a secret's name: the finding says that one of
 * them is a secret, and which one is not worth a guess.
 */
export function redactSecrets(code: string, isSecretFinding = false): string {
  const known = code
    .replace(PRIVATE_KEY, cut)
    .replace(URL_PASSWORD, (_, before: string, secret: string, after: string) => before + cut(secret) + after)
    .replace(TOKENS, cut)
    .replace(NAMED_SECRET, (_, before: string, quote: string, secret: string) => {
      const isTaken = /^(?:\$\{|process\.env)/.test(secret)
      return `${before}${quote}${isTaken ? secret : cut(secret)}${quote}`
    })
    .replace(RANDOM_RUN, run => (isRandom(run) ? cut(run) : run))
  return isSecretFinding ? cutAll(known, secretValues(known)) : known
}

/**
 * Returns both sides of the fix of a secret, with every string value cut that the old code had. Words that only the
 * new code has, such as the name of an environment variable, stay.
 */
export function redactSecretFix(
  before: string,
  after: string,
): { readonly before: string; readonly after: string } {
  const values = secretValues(before)
  return { before: redactSecrets(cutAll(before, values)), after: redactSecrets(cutAll(after, values)) }
}

/** The values of a piece of code that may be the secret, longest first, so that none is cut inside another. */
function secretValues(code: string): readonly string[] {
  const quoted = [...code.matchAll(STRING)].flatMap(([, , value = '', key]) =>
    key === undefined && value.length >= SHORTEST ? [value] : [],
  )
  const bare = [...code.matchAll(BARE_SECRET)].flatMap(([, value = '']) => (isName(value) ? [] : [value]))
  return [...quoted, ...bare].sort((a, b) => b.length - a.length)
}

function cutAll(code: string, values: readonly string[]): string {
  return values.reduce((text, value) => text.replaceAll(value, cut(value)), code)
}

/** Returns a secret as it may be shown: its first two characters. */
function cut(secret: string): string {
  return secret.endsWith('…') ? secret : `${secret.slice(0, 2)}…`
}

/** Shannon entropy a character, and letters mixed with digits: identifiers and words stay readable. */
function isRandom(run: string): boolean {
  if (!/\d/.test(run) || !/[A-Za-z]/.test(run)) return false
  return entropyOf(run) >= RANDOM_BITS
}

/** A chain of names such as `settings.secret` tells where a secret comes from; a generated value mixes in digits. */
function isName(value: string): boolean {
  return !/\d/.test(value) || /^[A-Za-z_$][\w$]*(?:\??\.[A-Za-z_$][\w$]*)+$/.test(value)
}
