import { expect, test } from 'vitest'
import { redactSecrets } from '../../../source/core/learned-rule/redact-secrets.js'

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

test('cuts every string of a finding that is a secret, and keeps the code around it', () => {
  expect(redactSecrets('module.exports = { cookie: "session_cookie_key", port: 4000 }', true)).toBe(
    'module.exports = { cookie: "se…", port: 4000 }',
  )
})

test('leaves ordinary code as it is', () => {
  const code = 'const rows = await db.query(`SELECT name FROM parcels WHERE town = $1`, [town])'
  expect(redactSecrets(code)).toBe(code)
  expect(redactSecrets('password = process.env.PASSWORD')).toBe('password = process.env.PASSWORD')
})

test('redacting twice changes nothing', () => {
  const once = redactSecrets('password = "hunter2hunter2"', true)
  expect(redactSecrets(once, true)).toBe(once)
})
