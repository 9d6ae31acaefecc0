import { expect, test } from 'vitest'
import { redactSecretFix, redactSecrets } from '../../../source/core/learned-rule/redact-secrets.js'

test.each([
  ['const key = "AKIAIOSFODNN7EXAMPLE"', 'AKIAIOSFODNN7EXAMPLE'],
  ['token: "ghp_0123456789abcdefABCDEF0123456789abcd"', 'ghp_0123456789abcdefABCDEF0123456789abcd'],
  ['auth("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl")', 'eyJhbGciOiJIUzI1NiJ9'],
  ['db = "postgres://app:s3cr3tpw@db.example/app"', 's3cr3tpw'],
  ["password = 'hunter2hunter2'", 'hunter2hunter2'],
  ['{"client_secret": "abcdefghij"}', 'abcdefghij'],
  ['-----BEGIN RSA PRIVATE KEY-----\nMIIEow\nIBAAK\n-----END RSA PRIVATE KEY-----', 'MIIEow'],
  ['x = f("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd1")', '884c7d659a2feaa0'],
])('cuts the secret in %s to its first two characters', (code, secret) => {
  expect(redactSecrets(code)).not.toContain(secret)
  expect(redactSecrets(code)).toContain('…')
})

test('cuts every value of the fix of a secret, and keeps keys, short words and what only the new code says', () => {
  const before =
    'exports.db = { "cookie": "session_cookie_key", env: "dev" }; config["SECRET_KEY"] = "session_cookie_key"'
  const after = 'exports.db = { "cookie": os.environ["COOKIE_KEY"], env: "dev" }; old("session_cookie_key")'
  expect(redactSecretFix(before, after)).toEqual({
    before: 'exports.db = { "cookie": "se…", env: "dev" }; config["SECRET_KEY"] = "se…"',
    after: 'exports.db = { "cookie": os.environ["COOKIE_KEY"], env: "dev" }; old("se…")',
  })
})

test('leaves ordinary code as it is', () => {
  const code = 'const rows = await db.query(`SELECT name FROM parcels WHERE town = $1`, [town])'
  expect(redactSecrets(code)).toBe(code)
  expect(redactSecrets('password = process.env.PASSWORD')).toBe('password = process.env.PASSWORD')
})

test('redacting twice changes nothing', () => {
  const once = redactSecrets('password = "hunter2hunter2"')
  expect(redactSecrets(once)).toBe(once)
})

test('a secret without quotes, as in settings files, is cut in a secret finding; names of where it comes from stay', () => {
  expect(redactSecrets('password: t9Rk2vQz8LmX4pWn', true)).toBe('password: t9…')
  expect(redactSecrets('export DB_PASSWORD=t9Rk2vQz', true)).toBe('export DB_PASSWORD=t9…')
  const kept = ['secret: process.env.SESSION_SECRET2', 'token = config.apiToken1', 'password: changeme']
  for (const line of kept) expect(redactSecrets(line, true)).toBe(line)
})
