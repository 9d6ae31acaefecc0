import type { Confidence } from '../../core/finding/severity.js'
import { entropyOf } from '../../core/text/entropy.js'
import { isAside, type Place, sureOfToken } from './how-sure.js'
import { isPlaceholder, isWeakWord } from './is-placeholder.js'
import { TOKEN_FORMATS } from './token-formats.js'

/** A secret in a text, half-open in UTF-16 offsets. The secret itself is never part of a message. */
export type SecretMatch = {
  readonly id: string
  readonly what: string
  readonly start: number
  readonly end: number
  readonly confidence: Confidence
}

/** Files whose `name: value` lines are settings; code is left to the rules, which know what a name means there. */
const SETTINGS =
  /(?:^|\/)(?:\.env[\w.-]*|[^/]+\.(?:ya?ml|json|toml|ini|cfg|conf|properties|tfvars|xml|plist|config))$/i

/** Files full of hashes that look like secrets. */
const LOCK_FILES =
  /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|poetry\.lock|Pipfile\.lock|composer\.lock|Cargo\.lock|go\.sum|Gemfile\.lock|uv\.lock|bun\.lockb?|flake\.lock)$/

/** A name that says "secret" and a value on the same line; quotes optional, as in `.env` and YAML. */
const NAMED_VALUE =
  /(?:^|[\s"'<{,;])[\w.-]{0,40}(?:passw(?:or)?d|passphrase|secret|api[_-]?key|access[_-]?key|auth[_-]?token|access[_-]?token|private[_-]?key|client[_-]?secret|credentials?)["']?[ \t]{0,4}[:=][ \t]{0,4}["']?([^\s"'<>,;#]{8,200})/gim

/** What a tool made, and what is no text. */
const NOT_WRITTEN =
  /\.(?:svg|min\.js|min\.css|map|lock|snap|png|jpe?g|gif|webp|avif|ico|bmp|woff2?|ttf|otf|eot|pdf|zip|gz|tgz|bz2|xz|7z|jar|mp[34]|webm|mov|ogg|wav|wasm|so|dll|dylib|exe|class|pyc|o|a)$/i

/** Secrets told of one file: more mean that they are none. */
export const MAX_SECRETS = 1_000

/** Returns whether a path is worth reading for secrets at all. */
export function canHoldSecrets(path: string): boolean {
  return !LOCK_FILES.test(path) && !NOT_WRITTEN.test(path)
}

/** Returns the secrets of a text, at most `MAX_SECRETS`, in file order: known token formats, and named high-entropy values in settings. */
export function findSecrets(path: string, text: string): readonly SecretMatch[] {
  const lower = text.toLowerCase()
  const found: SecretMatch[] = []
  for (const format of TOKEN_FORMATS) {
    if (!lower.includes(format.keyword)) continue
    for (const match of text.matchAll(format.expression)) {
      if (found.length >= MAX_SECRETS) break
      const value = match[1] ?? ''
      if (entropyOf(value) < format.entropy || isPlaceholder(value)) continue
      // Names joined with dashes have the length of a key and no digit.
      if (format.id !== 'url-password' && !/[0-9]/.test(value)) continue
      const start = match.index + match[0].lastIndexOf(value)
      found.push({
        id: `secret-${format.id}`,
        what: format.what,
        start,
        end: start + value.length,
        confidence: sureOfToken(format, { path, text, start, value }),
      })
    }
  }
  if (SETTINGS.test(path)) found.push(...namedValues(path, text, found))
  return found.sort((a, b) => a.start - b.start)
}

function namedValues(path: string, text: string, known: readonly SecretMatch[]): readonly SecretMatch[] {
  const found: SecretMatch[] = []
  for (const match of text.matchAll(NAMED_VALUE)) {
    if (known.length + found.length >= MAX_SECRETS) break
    const value = match[1] ?? ''
    const start = match.index + match[0].length - value.length
    if (known.some(one => one.start < start + value.length && start < one.end)) continue
    if (!looksRandom(value) || isPublic(match[0], value)) continue
    found.push({
      id: 'secret-named-value',
      what: 'a value named as a secret',
      start,
      end: start + value.length,
      confidence: sureOfNamed({ path, text, start, value }, match[0]),
    })
  }
  return found
}

/** A word with a number is a default for trials more often than a key in use; a password in hexadecimal is a hash of one. */
function sureOfNamed(place: Place, named: string): Confidence {
  const isHash = /passw/i.test(named) && /^(?:[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{128})$/i.test(place.value)
  return isAside(place) || isWeakWord(place.value) || isHash ? 'low' : 'medium'
}

/** Keys that are made to be sent to browsers, by the name their issuer or the bundler gave them. */
function isPublic(named: string, value: string): boolean {
  return (
    /^(?:phc_|pk_|pub_|sb_publishable_|AIza|public)/.test(value) ||
    /(?:^|[\s"'<{,;_.-])(?:public|publishable|vite|react_app|expo_public|gatsby|nuxt_public|vue_app|anon|nxCloud)/i.test(
      named.slice(0, named.length - value.length),
    )
  )
}

/** Words and paths have letters only, or few kinds of characters; what a generator made has many. */
function looksRandom(value: string): boolean {
  if (
    isPlaceholder(value) ||
    /^(?:true|false|null|none|\/|\.\/|https?:|-)|\.(?:png|svg|jpe?g|gif|json|ya?ml|html?|css|[jt]sx?)$/i.test(
      value,
    )
  )
    return false
  // `$2b$10$…` is the hash of a password, `SMTP_PASSWORD_2` the name of a variable.
  if (/^\$[a-z0-9-]{1,16}\$|^\{[A-Z0-9-]{3,10}\}|^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(value)) return false
  const hasDigit = /[0-9]/.test(value)
  return hasDigit && /[A-Za-z]/.test(value) && entropyOf(value) >= (value.length >= 20 ? 3.5 : 2.75)
}
