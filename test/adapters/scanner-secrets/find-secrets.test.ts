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
  expect(findSecrets('map.js', google)).toMatchObject([{ id: 'secret-google-api-key', confidence: 'medium' }])
  const lasting = webToken('{"sub":"service-17","role":"worker","iat":1516239022}')
  expect(findSecrets('job.sh', lasting)).toMatchObject([
    { id: 'secret-json-web-token', confidence: 'medium' },
  ])
  for (const body of [
    '{"sub":"u17","exp":1589298684}',
    '{"sub":"1234567890","name":"John Doe","iat":1516239022}',
  ])
    expect(findSecrets('routes.js', webToken(body))).toMatchObject([{ confidence: 'low' }])
})

test('a key for the own machine opens nothing', () => {
  const block = join('-----BEGIN PRIV', 'ATE KEY-----\nMIIEpAIBAAKCAQEA', LETTERS.slice(0, 40), '\n')
  expect(findSecrets('client/localhost.pem', block)).toMatchObject([{ confidence: 'low' }])
  expect(findSecrets('client/server.pem', block)).toMatchObject([{ confidence: 'high' }])
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
