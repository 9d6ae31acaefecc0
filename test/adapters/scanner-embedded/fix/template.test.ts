import { expect, test } from 'vitest'
import { fixed, propose } from './support.js'

test('metavariables and runs are filled from the match', async () => {
  const fix = { template: 'g($B, $A, $$$REST)' }
  expect(await fixed({ path: 'a.js', text: 'f(a + 1, b, c,  d)', pattern: 'f($A, $B, $$$REST)', fix })).toBe(
    'g(b, a + 1, c,  d)',
  )
})

test('a run that matched nothing takes its comma with it', async () => {
  const fix = { template: 'g($A, $$$REST)' }
  expect(await fixed({ path: 'a.js', text: 'f(a)', pattern: 'f($A, $$$REST)', fix })).toBe('g(a)')
})

test('quotes follow the file', async () => {
  const fix = { template: "g($A, 'x')" }
  expect(await fixed({ path: 'a.js', text: 'f("a"); h("b")', pattern: 'f($A)', fix })).toBe(
    'g("a", "x"); h("b")',
  )
  expect(await fixed({ path: 'a.js', text: "f('a')", pattern: 'f($A)', fix })).toBe("g('a', 'x')")
})

test('lines keep the indentation, the line ends and the byte order mark of the file', async () => {
  const fix = { template: 'if ($A) {\n  g()\n}' }
  expect(
    await fixed({ path: 'a.js', text: '\uFEFFfunction x() {\r\n\tf(a)\r\n}\r\n', pattern: 'f($A)', fix }),
  ).toBe('\uFEFFfunction x() {\r\n\tif (a) {\r\n\t\tg()\r\n\t}\r\n}\r\n')
})

test('an unfilled hole is asked for, a filled one is in the text', async () => {
  const one = {
    path: 'a.js',
    text: 'f(a)',
    pattern: 'f($A)',
    fix: { template: 'f($A, {{allowed hosts}}, {{limit|10}})' },
  }
  const open = await propose(one)
  expect(open?.fix.kind).toBe('template')
  expect(open?.holes).toEqual([
    { id: 'allowed-hosts', question: 'allowed hosts', placeholder: '<allowed hosts>' },
    { id: 'limit', question: 'limit', placeholder: '10' },
  ])
  const filled = await propose({ ...one, holes: { 'allowed-hosts': 'HOSTS', limit: '5' } })
  expect(filled?.holes).toEqual([])
  expect(await fixed({ ...one, holes: { 'allowed-hosts': 'HOSTS', limit: '5' } })).toBe('f(a, HOSTS, 5)')
})

test('only the metavariable that is named is replaced', async () => {
  const fix = { replaces: 'A', template: 'clean($A)' }
  expect(await fixed({ path: 'a.js', text: 'f( a , b)', pattern: 'f($A, $B)', fix })).toBe('f( clean(a) , b)')
})

test('a condition on a metavariable decides whether the fix is offered', async () => {
  const fix = { template: 'g()', when: { A: { kind: 'number' } } }
  expect(await fixed({ path: 'a.js', text: 'f(1)', pattern: 'f($A)', fix })).toBe('g()')
  expect(await fixed({ path: 'a.js', text: 'f(a)', pattern: 'f($A)', fix })).toBeNull()
})

test('lines go in front of the statement, never out of a function without a block', async () => {
  const fix = { before: 'const safe = check($A)\nif (!safe) return', replaces: 'A', template: 'safe' }
  expect(
    await fixed({ path: 'a.js', text: 'function x() {\n  const y = f(a)\n}', pattern: 'f($A)', fix }),
  ).toBe('function x() {\n  const safe = check(a)\n  if (!safe) return\n  const y = f(safe)\n}')
  expect(await fixed({ path: 'a.js', text: 'xs.map(a => f(a))', pattern: 'f($A)', fix })).toBeNull()
})

test.each([
  ['a.js', 'f(a)', "const path = require('path')\npath.f(a)"],
  ['a.mjs', 'f(a)', "import path from 'path'\npath.f(a)"],
  ['a.js', "import x from 'x';\nf(a);", "import x from 'x';\nimport path from 'path';\npath.f(a);"],
  ['a.js', "'use strict'\nf(a)", "'use strict'\nconst path = require('path')\npath.f(a)"],
  ['a.js', "const path = require('node:path')\nf(a)", "const path = require('node:path')\npath.f(a)"],
  ['a.js', "import * as p from 'path'\nf(a)", "import * as p from 'path'\np.f(a)"],
  [
    'a.js',
    '#!/usr/bin/env node\n// note\nf(a)',
    "#!/usr/bin/env node\n// note\nconst path = require('path')\npath.f(a)",
  ],
])('an import is added once, as the file imports: %s %s', async (path, text, after) => {
  const fix = { template: 'path.f($A)', imports: [{ module: 'path', name: 'path' }] }
  expect(await fixed({ path, text, pattern: 'f($A)', fix })).toBe(after)
})

test.each([
  ['f(a)', 'import shlex\nshlex.f(a)'],
  ['"""Doc."""\nf(a)', '"""Doc."""\n\nimport shlex\nshlex.f(a)'],
  ['import os\nfrom x import y\n\nf(a)', 'import os\nfrom x import y\nimport shlex\n\nshlex.f(a)'],
  ['import shlex as s\nf(a)', 'import shlex as s\ns.f(a)'],
])('Python: an import is added once: %s', async (text, after) => {
  const fix = { template: 'shlex.f($A)', imports: [{ module: 'shlex', name: 'shlex' }] }
  expect(await fixed({ path: 'a.py', text, pattern: 'f($A)', fix })).toBe(after)
})

test('Python: a name joins the import that is there', async () => {
  const fix = { template: 'escape($A)', imports: [{ module: 'markupsafe', names: ['escape'] }] }
  expect(
    await fixed({ path: 'a.py', text: 'from markupsafe import Markup\nf(a)', pattern: 'f($A)', fix }),
  ).toBe('from markupsafe import Markup, escape\nescape(a)')
})

test.each([
  [{ replace: { source: '$A', replace: 'Sync$', by: '' } }, 'readSync', 'read'],
  [{ substring: { source: '$A', startChar: 1, endChar: -1 } }, '"abc"', 'abc'],
  [{ convert: { source: '$A', toCase: 'snakeCase' } }, 'apiKeyOfUser', 'api_key_of_user'],
  [{ convert: { source: '$A', toCase: 'pascalCase' } }, 'user_id', 'UserId'],
])('a template can use what is made from a metavariable: %j', async (transform, given, made) => {
  const one = { path: 'a.js', text: `f(${given})`, pattern: 'f($A)', transform: { NEW: transform } }
  expect(await fixed({ ...one, fix: { template: '$NEW($A)' } })).toBe(`${made}(${given})`)
})

test('variables that are made from each other are left out, not followed for ever', async () => {
  const transform = {
    B: { convert: { source: '$C', toCase: 'upperCase' } },
    C: { convert: { source: '$B', toCase: 'upperCase' } },
  }
  expect(
    await fixed({ path: 'a.js', text: 'f(a)', pattern: 'f($A)', transform, fix: { template: 'g($B)' } }),
  ).toBeNull()
})
