import type { Confidence } from './severity.js'

/** Folders and names of code that tests the program or shows how it is used; nothing in it is reached by a user. */
const APART = new RegExp(
  [
    // Shown to be read, not run.
    String.raw`(?:^|/)(?:examples?|samples?|docs?|docs_src|documentation|tutorials?|cookbooks?|playgrounds?|stories|\.?storybook)/`,
    String.raw`(?:^|/)(?:tests?|__tests__|testing|test_?data|test[-_][\w-]+|testutils?|specs?|e2e|cypress|playwright|__mocks__|mocks?|fakes|fixtures|__fixtures__|factories|seeds?|\.ci|\.circleci)/`,
    // One word, or two: unittests, integration-tests, testsuite.
    '(?:^|/)(?:unit|integration|functional|acceptance|system|smoke|regression|api|ui|browser|load|stress)[-_]?tests?/',
    '(?:^|/)tests?[-_]?(?:suites?|cases?|resources?|support|files?|projects?|apps?)/',
    // Set up on one machine to show the program, and steps of a test in words.
    '(?:^|/)(?:local|dev)[-_]?(?:environments?|env|setup|stack)/|(?:^|/)(?:cucumber|step_definitions)/',
    // Run by hand, to try the program out, to measure it, or while it is written.
    String.raw`(?:^|/)(?:scripts?|demos?|bench|benchmarks?|load-?tests?|perf|dev-?server)/|(?:^|/)(?:dev-?server|health-?_?check|webpack\.(?:[\w-]+\.)?(?:dev-?)?serve[\w.-]*)\.[cm]?[jt]s$`,
    // Files that say so themselves: mock-server.js, test-helpers.ts, user.fixtures.ts.
    String.raw`(?:^|/)(?:(?:mocks?|fixtures?|fake)[-_.][\w.-]+|tests?[-_.](?:utils?|helpers?|setup|server|data|fixtures?)[\w.-]*)\.(?:[cm]?[jt]sx?|py|rb|go|php)$|(?:^|/)[\w.-]+[-_.](?:mocks?|fixtures?|testutils?|testhelpers?)(?:\.\w+)?\.(?:[cm]?[jt]sx?|py|rb|go|php)$`,
    // .NET names a project of tests after the one that it tests, Gradle a source set.
    String.raw`(?:^|/)[\w.-]*[.-](?:tests?|unittests?|integrationtests?|functionaltests?|specs?)/`,
    String.raw`(?:^|/)(?:test_[^/]*|[^/]*_test|tests|conftest)\.py$`,
    // Settings of one developer's machine or of a test run, and templates of settings.
    String.raw`(?:^|/)(?:settings|configs?|environments?|env)/(?:[\w.-]+/)?(?:ci|dev|devel|develop|development|local|testing|test)(?:[_.-]\w+)*\.\w+$`,
    String.raw`(?:^|/)[^/]*\.(?:example|sample|dist|template|tpl|dev|development|local|test)$|(?:^|/)\.env\.(?:example|sample|dist|template|dev|development|test)`,
    String.raw`(?:_test\.go|_(?:test|spec)\.rb)$`,
    String.raw`\.(?:test|spec|e2e|cy|stories)\.[cm]?[jt]sx?$`,
  ].join('|'),
  'i',
)

/** Libraries of Python that a program carries along: how they are called, and whether at all, is up to the program. */
const CARRIED = new RegExp(
  [
    String.raw`^(?:ext|third_?party|vendor|vendored)/.+\.py$|/(?:_vendor|_vendored|vendored|third_?party|site-packages)/.+\.py$`,
    String.raw`^libs?/(?:(?:python|common|lib[23])[\d.]*/)?(?:beets|beetsplug|future|urllib3|requests|requests_oauthlib|werkzeug|flask|flask_(?:socketio|restx?|login|cors|migrate|sqlalchemy)|jinja2|markupsafe|mutagen|cherrypy|feedparser|bs4|html5lib|chardet|certifi|idna|httplib2|oauth2|oauthlib|pytz|dateutil|apscheduler|mako|simplejson|guessit|rebulk|subliminal(?:_patch)?|babelfish|tornado|configobj|deluge_client|gntp|pyasn1|dogpile|stevedore|pkg_resources|setuptools|fuzzywuzzy|cloudscraper|js2py|plexapi|deep_translator|engineio|socketio|waitress|peewee|sqlalchemy|alembic|pygments|tvdb_api|tmdbsimple|paramiko|boto|boto3|botocore|httpx|aiohttp)/.+\.py$|^libs?/(?:six|xmltodict|rarfile|socks|unidecode|peewee)\.py$`,
  ].join('|'),
)

/** Classes of tests, named in capitals so that `latest.java` is none. */
const TEST_CLASS = /(?:^|\/)(?:[\w.]*[a-z0-9])?(?:Tests?|TestCase|IT)\.(?:java|cs|php|kt)$/

/** Helpers of tests named so in one word: `keyTestUtils.ts`, `testHelpers.js`, `UserMock.ts`. */
const TEST_HELPER =
  /(?:^|\/)(?:[\w.-]*[a-z0-9](?:Test(?:Utils?|Helpers?|Data|Fixtures?|Server|Setup|Support|Keys?|Cases?)|Mocks?|Fixtures?|Fakes?)|test(?:Utils?|Helpers?|Data|Fixtures?|Server|Setup|Support|Keys?|Cases?)[A-Z\w]*)\.[cm]?[jt]sx?$/

/** Code that builds or presents the program, changes a database once, or translates, rather than being run for users. */
const ASIDE = new RegExp(
  [
    '(?:^|/)(?:postman|contrib|migrations?|upgrades?|tools|tooling|hack|dev|devtools|ci|[.]erb)/',
    String.raw`(?:^|/)(?:seed|webpack\.[^/]*|[^/]*\.dev|[Gg]ulpfile|[Gg]runtfile|(?:vite|vitest|rollup|karma|jest|cypress|playwright|esbuild|craco|vue|metro|babel|protractor|nightwatch|wdio|snowpack|astro)\.conf(?:ig)?(?:\.[\w-]+)?)\.[cm]?[jt]s$`,
    String.raw`\.(?:md|rst|adoc|postman_collection\.json)$|(?:^|/)docker-compose[\w.-]*\.(?:dev|test|local)[\w.-]*ya?ml$`,
    String.raw`(?:^|/)(?:lang|langs|locales?|i18n|translations)/(?:[^/]+/){0,2}[^/]+\.(?:json|ya?ml)$`,
  ].join('|'),
  'i',
)

const ONE_LOWER: Readonly<Record<Confidence, Confidence>> = { high: 'medium', medium: 'low', low: 'low' }

/** Returns the confidence one tier lower; low stays low. */
export function oneLower(confidence: Confidence): Confidence {
  return ONE_LOWER[confidence]
}

/**
 * Returns how sure a finding is, given the path (relative to the root, with slashes) of its file: low in tests, examples,
 * documentation and scripts, where literal passwords and echoed input are meant, and one tier lower in tools, migrations and
 * translations.
 */
export function confidenceInPlace(confidence: Confidence, path: string): Confidence {
  const isApart = [APART, TEST_CLASS, TEST_HELPER, CARRIED].some(place => place.test(path))
  if (isApart) return 'low'
  return ASIDE.test(path) ? oneLower(confidence) : confidence
}
