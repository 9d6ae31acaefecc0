import type { Confidence } from '../../core/finding/severity.js'
import { isWeakWord } from './is-placeholder.js'
import type { TokenFormat } from './token-formats.js'

/** A secret as it was found: its value, and where it stands. */
export type Place = {
  readonly path: string
  readonly text: string
  readonly start: number
  readonly value: string
}

/** Files and folders whose name says that they serve one machine or a trial, test or explain the program. */
const TRIAL_FILE = new RegExp(
  [
    '(?:^|[./_-])(?:localhost|snakeoil|self-?signed|examples?|samples?|template|demo|dummy|dev|development|changelog|openapi|swagger|nx\\.json)(?:[./_-]|$)',
    String.raw`(?:^|/)(?:\.github|\.gitlab|\.circleci|\.devcontainer|\.storybook|certs?|suites?|snapshots?|stories|__snapshots__|playground|sandbox)/`,
    String.raw`(?:^|/)(?:[\w-]*[_-])?tests?(?:[_-][\w-]*)?/|(?:^|/)(?:testing|testdata|fixtures?|mocks?|seeds?)(?:[_-][\w-]*)?/`,
    String.raw`\.(?:fixture|mock|stories)\.\w+$|\.(?:md|mdx|rst|adoc|po|pot|ipynb)$|(?:^|/)(?:\.gitlab-ci|\.travis|azure-pipelines)\.ya?ml$`,
    String.raw`(?:^|/)(?:langs?|languages?|locales?|i18n|l10n|translations?|intl)/|\.(?:resx|strings|xlf|arb)$|(?:^|/)(?:strings|messages)[\w-]*\.\w+$`,
    // What writes code out of a developer's own database.
    String.raw`(?:^|/)mybatis-?generator/|(?:^|/)generatorConfig[\w.-]*\.xml$`,
    String.raw`\.(?:dist|egg)-info/|(?:^|/)(?:vendor|third_party)/`,
  ].join('|'),
  'i',
)

/** How much of a line says what a value in it is, in UTF-16 units. */
const NEAR = 300

const COMMENT_LINE = /^\s*(?:#|\/\/|\*|;|--|<!--|>>>)/

/** A comment that stands before the secret on its line; or the line says that it shows what belongs there. */
const COMMENT_BEFORE =
  /[\s,;]\/\/\s|\s#\s|placeholder\s{0,20}[=:]|\b(?:e\.g\.?|example|such as|looks like)(?:$|[^\w])/i

/** A name that says what its value is for: `TEST_KEY =`, `fakeToken:`. */
const TRIAL_NAME =
  /(?:^|[^a-z])(?:test|fake|dummy|mock|stub|sample|placeholder|expected|fixture|localhost)|[a-z](?:Test|Fake|Dummy|Mock|Stub|Sample|Placeholder|Expected|Fixture)|(?:^|[^A-Z])(?:TEST|FAKE|DUMMY|MOCK|SAMPLE|EXAMPLE|PLACEHOLDER)/

/** Hosts that only the machine itself, its neighbours in a set of containers, or nobody at all can reach. */
const OWN_HOST =
  /^@(?:localhost|127\.0\.0\.1|\[::1\]|0\.0\.0\.0|host\.docker\.internal|[a-z0-9_-]+|(?:[a-z0-9-]+\.){1,4}(?:local|localhost|test|example|invalid)|(?:[a-z0-9-]+\.){0,3}(?:example|domain|host|server|your-?domain|mydomain|company)\.(?:com|org|net|io))(?=[:/?"'`<>|,;\s\\)]|$)/i

/** `https://key:secret@host/17`: an address to send error reports to, which its maker lets be public. */
const REPORT_ADDRESS = /^@[\w.-]{3,200}(?::[0-9]{2,5})?\/[0-9]{1,20}(?![\w/])/

/** The name before a password that stands for any name. */
const ANY_NAME =
  /:\/\/(?:user|username|usr|userid|user_?name|login|name|foo|me|myuser|admin|test|root|guest|postgres|you|alice|bob)[0-9]{0,2}:$/i

/** Returns how sure it is that a token of a known format is a secret that is in use. */
export function sureOfToken(format: TokenFormat, place: Place): Confidence {
  if (isAside(place)) return 'low'
  switch (format.id) {
    case 'json-web-token':
      return opensEverything(place.value) ? 'high' : 'low'
    case 'private-key':
      return /"type"\s*:\s*"service_account"/.test(place.text) ? 'high' : format.confidence
    // Names of styles and of lists begin in the same way, made of words with hyphens between.
    case 'openai-key':
      return /[0-9]/.test(place.value) && /[A-Z]/.test(place.value) ? format.confidence : 'low'
    // Tokens in use end in a text without hyphens.
    case 'slack-token':
      return /-[A-Za-z0-9]{20,}$/.test(place.value) ? format.confidence : 'medium'
    case 'mailgun-key':
      return /mailgun/i.test(around(place)) ? format.confidence : 'medium'
    case 'url-password':
      return sureOfAddress(format, place)
    default:
      return format.confidence
  }
}

/** Returns whether a secret stands in a comment, in a file for trials, or opens only something on the same machine. */
export function isAside({ path, text, start, value }: Place): boolean {
  // A block of a key begins a line or two above its first letters.
  const block = text.slice(Math.max(0, start - 80), start).lastIndexOf('-----BEGIN')
  const from = block < 0 ? start : Math.max(0, start - 80) + block
  const line = text.slice(text.lastIndexOf('\n', from - 1) + 1, from)
  const after = text.slice(start + value.length, start + value.length + 200)
  return (
    COMMENT_LINE.test(line.slice(0, NEAR)) ||
    COMMENT_BEFORE.test(line.slice(-NEAR)) ||
    TRIAL_NAME.test(line.slice(-NEAR)) ||
    // A key in a text of several lines has its name on the line before.
    (block >= 0 && line.trim() === '' && TRIAL_NAME.test(lineBefore(text, from))) ||
    TRIAL_FILE.test(path) ||
    OWN_HOST.test(after) ||
    isForDevelopment(path, text) ||
    // A description of an interface is full of examples.
    /^\s{0,4}["'{]?\s{0,4}["']?(?:openapi|swagger)["']?\s{0,4}:/m.test(text.slice(0, 2000))
  )
}

/** Containers that mount what is being written and start it anew with each change, and a playbook against a host for trials. */
function isForDevelopment(path: string, text: string): boolean {
  if (!/\.ya?ml$/i.test(path)) return false
  return (
    /^\s{0,4}-?\s{0,4}hosts:\s{0,4}["']?(?:test|local)/m.test(text) ||
    (/(?:^|\/)(?:docker-)?compose[\w.-]*\.ya?ml$/i.test(path) &&
      /--reload|runserver|(?:npm|yarn|pnpm)(?:", ?"| )(?:run(?:", ?"| ))?dev\b|_ENV["']?\s{0,4}[:=]\s{0,4}["']?(?:dev|local)|[ "']\.{0,2}\/(?:[\w-]+\/)?dev\/|(?:for|in) development|dev(?:elop)?(?:ment)? (?:only|environment|setup)/i.test(
        text,
      ))
  )
}

function lineBefore(text: string, at: number): string {
  const end = text.lastIndexOf('\n', at - 1)
  return end < 0 ? '' : text.slice(text.lastIndexOf('\n', end - 1) + 1, end).slice(-300)
}

function sureOfAddress(format: TokenFormat, { text, start, value }: Place): Confidence {
  const after = text.slice(start + value.length, start + value.length + 260)
  const before = text.slice(Math.max(0, start - 90), start)
  if (/^[0-9a-f]{32}$/.test(value) && REPORT_ADDRESS.test(after)) return 'low'
  if (ANY_NAME.test(before) || isWeakWord(value)) return 'low'
  const user = /:\/\/([^:/@]{1,64}):$/.exec(before)?.[1]
  if (user !== undefined && value.toLowerCase().startsWith(user.toLowerCase())) return 'low'
  // Pages and proxies that show how such an address looks are many; databases are most often one's own.
  return /(?:^|[^a-z+])https?:\/\/[^/\s]{0,70}$/i.test(before) ? 'medium' : format.confidence
}

/**
 * Tokens with an end are most often over before anyone reads them in a file, and those without one are most often examples;
 * what opens a whole database for its server is made to last.
 */
function opensEverything(token: string): boolean {
  const claims = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')
  return /"role"\s*:\s*"service_role"/.test(claims) && !/demo/i.test(claims)
}

function around({ text, start }: Place): string {
  return text.slice(Math.max(0, start - 600), start + 600)
}
