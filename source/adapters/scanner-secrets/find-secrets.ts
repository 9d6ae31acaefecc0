import type { Confidence } from '../../core/finding/severity.js'
import { entropyOf } from '../../core/text/entropy.js'
import { isPlaceholder } from './is-placeholder.js'
import { TOKEN_FORMATS, type TokenFormat } from './token-formats.js'

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

/** How much of a line says what a value in it is, in UTF-16 units. */
const NEAR = 300

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
      const start = match.index + match[0].lastIndexOf(value)
      found.push({
        id: `secret-${format.id}`,
        what: format.what,
        start,
        end: start + value.length,
        confidence: isAside(path, text, start, value) ? 'low' : confidenceOf(format, value),
      })
    }
  }
  if (SETTINGS.test(path)) found.push(...namedValues(path, text, found))
  return found.sort((a, b) => a.start - b.start)
}

function confidenceOf(format: TokenFormat, value: string): Confidence {
  if (format.id === 'json-web-token' && isShortLived(value)) return 'low'
  return format.isOftenExample ? 'medium' : 'high'
}

/** A signed token with an end is most often over before anyone reads it in a file; one with the usual made-up owner is an example. */
function isShortLived(token: string): boolean {
  const claims = decodeBase64Url(token.split('.')[1] ?? '')
  return /"exp"\s*:|"1234567890"|John Doe/.test(claims)
}

function decodeBase64Url(text: string): string {
  return Buffer.from(text, 'base64url').toString('utf8')
}

function namedValues(path: string, text: string, known: readonly SecretMatch[]): readonly SecretMatch[] {
  const found: SecretMatch[] = []
  for (const match of text.matchAll(NAMED_VALUE)) {
    if (known.length + found.length >= MAX_SECRETS) break
    const value = match[1] ?? ''
    const start = match.index + match[0].length - value.length
    if (known.some(one => one.start < start + value.length && start < one.end)) continue
    if (!looksRandom(value)) continue
    found.push({
      id: 'secret-named-value',
      what: 'a value named as a secret',
      start,
      end: start + value.length,
      confidence: isAside(path, text, start, value) ? 'low' : 'medium',
    })
  }
  return found
}

/** Files whose name says that they serve one machine or a trial. */
const TRIAL_FILE =
  /(?:^|[./_-])(?:localhost|snakeoil|self-?signed|example|sample|template|demo|dummy|dev|development|changelog)(?:[./_-]|$)/i

const COMMENT = /^\s*(?:#|\/\/|\*|;|--|<!--)/

const PLACEHOLDER = /placeholder\s{0,20}[=:]/i

/** Hosts that only the machine itself, or its neighbours in a set of containers, can reach. */
const OWN_HOST =
  /^@(?:localhost|127\.0\.0\.1|\[::1\]|0\.0\.0\.0|host\.docker\.internal|[a-z0-9_-]+)(?=[:/?"'\s]|$)/i

/** Returns whether a secret stands in a comment, in a file for trials, or opens only something on the same machine. */
function isAside(path: string, text: string, start: number, value: string): boolean {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  return (
    COMMENT.test(text.slice(lineStart, Math.min(start, lineStart + NEAR))) ||
    PLACEHOLDER.test(text.slice(Math.max(lineStart, start - NEAR), start)) ||
    TRIAL_FILE.test(path) ||
    OWN_HOST.test(text.slice(start + value.length, start + value.length + 80))
  )
}

/** Words and paths have letters only, or few kinds of characters; what a generator made has many. */
function looksRandom(value: string): boolean {
  if (isPlaceholder(value) || /^(?:true|false|null|none|\/|\.\/|https?:)/i.test(value)) return false
  const hasDigit = /[0-9]/.test(value)
  return hasDigit && /[A-Za-z]/.test(value) && entropyOf(value) >= (value.length >= 20 ? 3.5 : 2.75)
}
