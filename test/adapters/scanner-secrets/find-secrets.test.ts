import { expect, test } from 'vitest'
import { canHoldSecrets, findSecrets } from '../../../source/adapters/scanner-secrets/find-secrets.js'

// Tokens are put together here, so that no file of this repository holds one as it is.
const join = (...parts: string[]) => parts.join('')
const LETTERS = 'q8Zr2LmX7vKp4TnW9sYb3HdF6gJc5RaQ1eUo0iVx'

const TOKENS: readonly (readonly [string, string])[] = [
  ['secret-aws-access-key', join('AK', 'IAQ4ZR2LMX7VKP4TNW')],
  ['secret-github-token', join('gh', 'p_', LETTERS.slice(0, 36))],
  ['secret-gitlab-token', join('gl', 'pat-', LETTERS.slice(0, 20))],
  ['secret-slack-token', join('xo', 'xb-', '2048192837465-', LETTERS.slice(0, 24))],
  ['secret-stripe-key', join('sk', '_live_', LETTERS.slice(0, 24))],
  ['secret-npm-token', join('np', 'm_', LETTERS.slice(0, 36))],
  ['secret-sendgrid-key', join('S', 'G.', LETTERS.slice(0, 22), '.', LETTERS, 'Qw3')],
  ['secret-openai-key', join('sk', '-proj-', LETTERS, LETTERS.slice(5, 25))],
  ['secret-url-password', join('postgres://app:', 'tr8Kq2!vz', '@db.internal/orders')],
]

test.each(TOKENS)('%s is found in any text file', (id, token) => {
  const text = `# notes\nkey = ${token}\n`
  const [secret] = findSecrets('notes.txt', text)
  expect(secret?.id).toBe(id)
  expect(text.slice(secret?.start, secret?.end).length).toBeGreaterThan(5)
  expect(secret?.confidence).toBe('high')
})

const claims = (text: string) => Buffer.from(text).toString('base64url')
const webToken = (body: string) =>
  join('ey', claims('{"alg":"HS256","typ":"JWT"}').slice(2), '.', claims(body), '.', LETTERS.slice(0, 30))

test('what is often public or short-lived is less sure', () => {
  const google = join('AI', 'za', LETTERS.slice(0, 35))
  expect(findSecrets('jobs/ask.py', google)).toMatchObject([
    { id: 'secret-google-api-key', confidence: 'low' },
  ])
  expect(findSecrets('map.js', google)).toMatchObject([{ confidence: 'low' }])
  expect(findSecrets('settings.py', `GOOGLE_MAP_API_KEY = "${google}"`)).toMatchObject([
    { confidence: 'low' },
  ])
  expect(findSecrets('app.yml', `authDomain: shop.firebaseapp.com\nkey: ${google}\n`)).toMatchObject([
    { confidence: 'low' },
  ])
  const lasting = webToken('{"sub":"service-17","role":"worker","iat":1516239022}')
  expect(findSecrets('job.sh', lasting)).toMatchObject([{ id: 'secret-json-web-token', confidence: 'low' }])
  const whole = webToken('{"iss":"supabase","role":"service_role","iat":1616239022,"exp":1931815022}')
  expect(findSecrets('job.sh', whole)).toMatchObject([{ confidence: 'high' }])
  for (const body of [
    '{"sub":"u17","exp":1589298684}',
    '{"sub":"1234567890","name":"John Doe","iat":1516239022}',
  ])
    expect(findSecrets('routes.js', webToken(body))).toMatchObject([{ confidence: 'low' }])
})

test('what only looks like a token of a service is less sure', () => {
  const words = join('sk', '-list-of-styles-that-name-a-box-with-rounded-corners-2')
  expect(findSecrets('list.txt', words)).toMatchObject([{ confidence: 'low' }])
  const cache = join('ke', 'y-', '0f3a9c7e5b1d8264', '9e7c5a3f1b8d6042')
  expect(findSecrets('list.txt', `items: ${cache}`)).toMatchObject([{ confidence: 'medium' }])
  expect(findSecrets('list.txt', `mailgun: ${cache}`)).toMatchObject([{ confidence: 'high' }])
  const proxy = join('https://crawler:', 'tr8Kq2!vz', '@gate.shop.net:3128')
  expect(findSecrets('list.txt', proxy)).toMatchObject([{ confidence: 'medium' }])
  const short = join('xo', 'xb-', '2048192837465-abc8Zr2LmX7')
  expect(findSecrets('list.txt', short)).toMatchObject([{ confidence: 'medium' }])
})

test('a set of containers for development and a playbook for trials open nothing', () => {
  const password = 'SEARCH_ADMIN_PASSWORD: t9Rk2vQz8LmX4pWn\n'
  const of = (path: string, text: string) => findSecrets(path, text).map(({ confidence }) => confidence)
  expect(of('docker-compose.yml', `environment:\n  ${password}`)).toEqual(['medium'])
  expect(of('docker-compose.yml', `command: serve --reload\nenvironment:\n  ${password}`)).toEqual(['low'])
  expect(of('compose.yaml', `context: ./dev/search\nenvironment:\n  ${password}`)).toEqual(['low'])
  expect(of('plays/main.yml', `- hosts: testhost\n  vars:\n    ${password}`)).toEqual(['low'])
  expect(of('plays/main.yml', `- hosts: web\n  vars:\n    ${password}`)).toEqual(['medium'])
  expect(of('db/generatorConfig.xml', '<c password="t9Rk2vQz8LmX4pWn"/>')).toEqual(['low'])
})

test('a key for the own machine opens nothing', () => {
  const block = join('-----BEGIN PRIV', 'ATE KEY-----\nMIIEpAIBAAKCAQEA', LETTERS.slice(0, 40), '\n')
  expect(findSecrets('client/localhost.pem', block)).toMatchObject([{ confidence: 'low' }])
  expect(findSecrets('certs/server.pem', block)).toMatchObject([{ confidence: 'low' }])
  expect(findSecrets('client/server.pem', block)).toMatchObject([{ confidence: 'medium' }])
})

test('a private key block is found by its first line of key text', () => {
  const block = join('-----BEGIN RSA PRIV', 'ATE KEY-----\nMIIEpAIBAAKCAQEA', LETTERS.slice(0, 40), '\n')
  expect(findSecrets('deploy.pem', block).map(secret => secret.id)).toEqual(['secret-private-key'])
})

test('placeholders and repeated letters are not secrets', () => {
  const texts = [
    join('gh', 'p_', 'x'.repeat(36)),
    join('AK', 'IAEXAMPLEEXAMPLE22'),
    'postgres://user:password@localhost/db',
    'postgres://user:${DB_PASSWORD}@localhost/db',
    'https://apitoken:API_TOKEN_SECRET@charge.shop.org/',
    'push://AppID:MasterKey@push.shop.org/',
    '.sk-spinner-with-a-very-long-name-of-its-own-for-wide-screens {}',
    'cache-key-0f3c9a71b2d84e65a7c2f0d913b8e46a',
    'https://alice:t9Rk2vQz8@reader.example.net/i/',
    join('sk', '_live_', 'your_key_goes_here_1234567'),
  ]
  expect(texts.flatMap(text => findSecrets('notes.md', text))).toEqual([])
})

test('a named value in a settings file counts when it looks generated', () => {
  expect(findSecrets('config/app.yml', 'db:\n  password: "t9Rk2vQz8LmX4pWn"\n')).toMatchObject([
    { id: 'secret-named-value', confidence: 'medium' },
  ])
  expect(findSecrets('.env.production', 'API_KEY=q8Zr2LmX7vKp4TnW9sYb3HdF\n')).toHaveLength(1)
})

test('names without a secret beside them are left alone', () => {
  const quiet = [
    'password: changeme123',
    'password_reset_path: /users/password/reset1',
    'secret: ${SECRET_KEY}',
    'api_key: <your api key 1>',
    'credentials: include',
    'access_token: string',
    'loginPage.password=Contrase\\u00F1a1',
  ]
  expect(quiet.flatMap(line => findSecrets('openapi.yml', `${line}\n`))).toEqual([])
})

test('named values in code are left to the rules for code', () => {
  expect(findSecrets('app.js', 'const password = "t9Rk2vQz8LmX4pWn"')).toEqual([])
})

test('lock files, maps and snapshots are not read', () => {
  expect(['package-lock.json', 'a/yarn.lock', 'x.map', 'logo.svg'].filter(canHoldSecrets)).toEqual([])
  expect(canHoldSecrets('config.json')).toBe(true)
})

test('a hostile long line is read in linear time', () => {
  const line = `password=${'a1'.repeat(200_000)} ${'://a:'.repeat(50_000)}`
  expect(findSecrets('big.yml', line)).toEqual([])
})

test('an empty setting does not take its value from the next line', () => {
  expect(findSecrets('.env', 'S3_ACCESS_KEY=\nS3_BUCKET_1=backups2024x\n')).toEqual([])
})

test('what stands in a comment, in a file for trials or opens only the own machine is unsure', () => {
  const value = join('s3', 'cr', 'Et', '9x')
  const levels = (path: string, text: string) => findSecrets(path, text).map(found => found.confidence)
  expect(levels('compose.yml', `  - DB=postgres://app:${value}@db.shop.org/app\n`)).toEqual(['high'])
  expect(levels('compose.yml', `  - DB=postgres://app:${value}@127.0.0.1:5432/app\n`)).toEqual(['low'])
  expect(levels('compose.yml', `  # - DB=postgres://app:${value}@db.shop.org/app\n`)).toEqual(['low'])
  expect(levels('localhost.env', `DB=postgres://app:${value}@db.shop.org/app\n`)).toEqual(['low'])
  expect(levels('.env.template', `DB=postgres://app:${value}@db.shop.org/app\n`)).toEqual(['low'])
  expect(levels('compose.yml', '  - DB=postgres://app:DB_PASSWORD_GOES_HERE@db.shop.org/app\n')).toEqual([])
})

test('the key of an account for services is one that works', () => {
  const key = join('-----BEGIN PRIV', 'ATE KEY-----\\nMIIEpAIBAAKCAQEA', LETTERS.slice(0, 40), '\\n')
  expect(
    findSecrets('deploy/account.json', `{ "type": "service_account", "private_key": "${key}" }`),
  ).toMatchObject([{ id: 'secret-private-key', confidence: 'high' }])
})

test('an address for error reports, a made-up name and the name as password are unsure', () => {
  const hex = join('0f3c9a71b2d84e65', 'a7c2f0d913b8e46a')
  const levels = (text: string) => findSecrets('app.yml', text).map(found => found.confidence)
  expect(levels(`dsn: https://${hex}:${hex.replace('0f', '7b')}@errors.shop.org/17\n`)).toEqual(['low'])
  expect(levels('db: postgres://user:tr8Kq2-vz@db.shop.org/app\n')).toEqual(['low'])
  expect(levels('db: postgres://shop:Passw0rd1@db.shop.org/app\n')).toEqual(['low'])
  expect(levels('db: postgres://shop:shop123@db.shop.org/app\n')).toEqual(['low'])
  expect(levels('db: postgres://shop:tr8Kq2-vz@db.shop.local/app\n')).toEqual(['low'])
  expect(levels('db: postgres://shop:tr8Kq2-vz@db.shop.org/app\n')).toEqual(['high'])
})

test('tests, workflows and descriptions of interfaces show values that open nothing', () => {
  const line = 'db:\n  password: "t9Rk2vQz8LmX4pWn"\n'
  const paths = [
    'a/test_resources/x.yml',
    'internal/suites/a/x.yml',
    '.github/workflows/ci.yml',
    'openapi/v1.yaml',
  ]
  expect(paths.map(path => findSecrets(path, line)[0]?.confidence)).toEqual(['low', 'low', 'low', 'low'])
  expect(findSecrets('api.yml', `openapi: 3.0.0\n${line}`)).toMatchObject([{ confidence: 'low' }])
})

test('hashes, names of variables, keys for browsers and words with a number are no secrets, or unsure ones', () => {
  const quiet = [
    'password: $2a$10$nSxCsTPTtbbPTnFXBH0GZu0ExpNMud3d1IuKOC6a9gwAHkdhqq1eu',
    'secret: HISTORY_S3_SECRET_ACCESS_KEY',
    'secret: 3299-f0cf1a.png',
    'project_api_key: phc_Jzsm6DTm6V2705zeU5dcNvQ',
    'NEXT_PUBLIC_API_KEY=q8Zr2LmX7vKp4TnW9sYb3HdF',
    'DB=mongodb://f:${PG_PASSWORD:-ferret_secret1}@f/x',
  ]
  expect(quiet.flatMap(line => findSecrets('config/app.yml', `${line}\n`))).toEqual([])
  const unsure = ['SESSION_SECRET: secret123', 'password: G00dp455word!', 'API_SECRET=demopassword123']
  for (const line of unsure)
    expect(findSecrets('config/app.yml', `${line}\n`)).toMatchObject([{ confidence: 'low' }])
})

test('what is named as a key of a test is one', () => {
  const block = join('-----BEGIN PRIV', 'ATE KEY-----\nMIIEpAIBAAKCAQEA', LETTERS.slice(0, 40), '\n')
  expect(findSecrets('src/keys.rs', `const TEST_KEY_7: &str = "${block}`)).toMatchObject([
    { confidence: 'low' },
  ])
  expect(findSecrets('src/form.ts', `const KEY_PLACEHOLDER = \`\n${block}`)).toMatchObject([
    { confidence: 'low' },
  ])
  expect(findSecrets('src/keys.rs', `const SIGNING_KEY: &str = "${block}`)).toMatchObject([
    { confidence: 'medium' },
  ])
})
