import { expect, test } from 'vitest'
import { fixed } from './support.js'

test.each([
  [
    "const { exec } = require('child_process')\nexec(`ls -l ${dir}`, done)",
    "const { exec, execFile } = require('child_process')\nexecFile('ls', ['-l', dir], done)",
    'exec($C, $$$)',
  ],
  [
    "import { exec } from 'node:child_process';\nexec('git log --author=' + who);",
    "import { exec, execFile } from 'node:child_process';\nexecFile('git', ['log', `--author=${who}`]);",
    'exec($C, $$$)',
  ],
  ['cp.execSync("ping \'" + host + "\'")', 'cp.execFileSync("ping", [host])', '$P.execSync($C)'],
])('exec becomes execFile: %s', async (text, after, pattern) => {
  expect(
    await fixed({
      path: 'a.js',
      text,
      pattern,
      sink: 'C',
      fix: { action: 'js-exec-to-execfile' },
    }),
  ).toBe(after)
})

test.each(['cp.exec(`ls ${a} | wc`)', 'cp.exec(`${cmd} -l`)', 'cp.exec(cmd)', 'cp.exec(`a > ${b}`)'])(
  'a command that needs a shell is left alone: %s',
  async text => {
    expect(
      await fixed({
        path: 'a.js',
        text,
        pattern: '$P.exec($C)',
        sink: 'C',
        fix: { action: 'js-exec-to-execfile' },
      }),
    ).toBeNull()
  },
)

test.each([
  ['subprocess.run(f"ping {host}", shell=True)', 'subprocess.run(["ping", host])', 'subprocess.run($C, $$$)'],
  [
    'subprocess.call("tar xf " + name, shell=True, cwd=d)',
    'subprocess.call(["tar", "xf", name], cwd=d)',
    'subprocess.call($C, $$$)',
  ],
  [
    'import os\nos.system("rm " + name)',
    'import os\nimport subprocess\nsubprocess.run(["rm", name])',
    'os.system($C)',
  ],
  [
    "import os\nx = os.popen('id ' + u).read()",
    "import os\nimport subprocess\nx = subprocess.run(['id', u], capture_output=True, text=True).stdout",
    'os.popen($C)',
  ],
])('a shell command becomes a list: %s', async (text, after, pattern) => {
  expect(
    await fixed({ path: 'a.py', text, pattern, sink: 'C', fix: { action: 'python-shell-to-list' } }),
  ).toBe(after)
})

test.each([
  ['f(a, { secure: false, b: 1 })', 'f(a, { secure: true, b: 1 })'],
  ['f(a, { b: 1 })', 'f(a, { b: 1, secure: true })'],
  ['f(a, {\n  b: 1,\n})', 'f(a, {\n  b: 1,\n  secure: true,\n})'],
  ['f(a, {})', 'f(a, { secure: true })'],
  ['f(a)', 'f(a, { secure: true })'],
  ['f()', 'f({ secure: true })'],
])('an option is set: %s', async (text, after) => {
  const fix = { action: 'js-set-property', with: { key: 'secure', value: 'true' } }
  expect(await fixed({ path: 'a.js', text, pattern: 'f($$$)', fix })).toBe(after)
})

test.each([
  ['f({ shell: true, a: 1 })', 'f({ a: 1 })'],
  ['f({ a: 1, shell: true })', 'f({ a: 1 })'],
  ['f({\n  a: 1,\n  shell: true,\n  b: 2,\n})', 'f({\n  a: 1,\n  b: 2,\n})'],
])('an option is removed: %s', async (text, after) => {
  const fix = { action: 'js-remove-property', with: { key: 'shell' } }
  expect(await fixed({ path: 'a.js', text, pattern: 'f($$$)', fix })).toBe(after)
})

test.each([
  ['get(u, verify=False)', 'get(u, verify=True)'],
  ['get(u)', 'get(u, verify=True)'],
  ['get()', 'get(verify=True)'],
])('a keyword argument is set: %s', async (text, after) => {
  const fix = { action: 'python-set-keyword', with: { name: 'verify', value: 'True' } }
  expect(await fixed({ path: 'a.py', text, pattern: 'get($$$)', fix })).toBe(after)
})

test('a keyword argument is removed with its comma', async () => {
  const fix = { action: 'python-remove-keyword', with: { name: 'verify' } }
  expect(await fixed({ path: 'a.py', text: 'get(verify=False, a=1)', pattern: 'get($$$)', fix })).toBe(
    'get(a=1)',
  )
  expect(await fixed({ path: 'a.py', text: 'get(u, verify=False)', pattern: 'get($$$)', fix })).toBe('get(u)')
})

test.each([
  [
    'a.js',
    "const apiKey = 'abc123'",
    'const apiKey = process.env.API_KEY',
    'const $N = $VALUE',
    'js-secret-to-env',
  ],
  [
    'a.js',
    "x = { cookieSecret: 'abc123' }",
    'x = { cookieSecret: process.env.COOKIE_SECRET }',
    '{ cookieSecret: $VALUE }',
    'js-secret-to-env',
  ],
  [
    'a.js',
    "k = process.env.JWT_KEY || 'abc'",
    'k = process.env.JWT_KEY',
    '$_E || $VALUE',
    'js-secret-to-env',
  ],
  [
    'a.js',
    "const key = 'abc'",
    "const key = process.env.KEY ?? (() => { throw new Error('KEY is not set') })()",
    'const $N = $VALUE',
    'js-secret-to-env-or-throw',
  ],
  [
    'a.py',
    'import sys\nSECRET_KEY = "abc"',
    'import sys\nimport os\nSECRET_KEY = os.environ["SECRET_KEY"]',
    '$N = $VALUE',
    'python-secret-to-env-or-throw',
  ],
])('a secret moves to the environment: %s %s', async (path, text, after, pattern, action) => {
  expect(await fixed({ path, text, pattern, fix: { action } })).toBe(after)
})
