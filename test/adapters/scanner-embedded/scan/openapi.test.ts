import { cp, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createEmbeddedScanner } from '../../../../source/adapters/scanner-embedded/scanner.js'
import { sha256 } from '../../../../source/adapters/system/sha256.js'
import { writeFiles } from './support.js'

// A function of Python that an OpenAPI document names as a handler is a route, as if a decorator said so.

const DOCUMENT = `openapi: 3.0.3
info: { title: Shelf, version: '1' }
paths:
  /books/{title}:
    get:
      operationId: shop.handlers.show_book
      parameters:
        - { name: title, in: path, required: true, schema: { type: string } }
  /pages/{number}:
    get:
      operationId: shop.handlers.show_page
      parameters:
        - { name: number, in: path, required: true, schema: { type: integer } }
  /find:
    x-openapi-router-controller: shop.handlers
    get:
      operationId: find_books
      parameters:
        - { $ref: '#/components/parameters/Word' }
  /enter/login:
    post:
      operationId: shop.handlers.enter
      requestBody: { content: { application/json: {} } }
components:
  parameters:
    Word: { name: word, in: query, schema: { type: string } }
`

const HANDLERS = `from shop.store import Store

def show_book(title):
    return Store.find(title)

def show_page(number):
    return db.execute(f"SELECT text FROM page WHERE number = {number}")

def find_books(word):
    return db.execute(f"SELECT title FROM book WHERE title LIKE '{word}'")

def enter(body):
    return check(body["name"], body["code"])

def helper(word):
    return db.execute(f"SELECT author FROM book WHERE title = '{word}'")
`

const STORE = `class Store:
    @staticmethod
    def find(title):
        return db.session.execute(text(f"SELECT * FROM book WHERE title = '{title}'"))
`

const FILES = {
  'requirements.txt': 'connexion==2.14\n',
  'api/shelf.yml': DOCUMENT,
  'shop/__init__.py': '',
  'shop/handlers.py': HANDLERS,
  'shop/store.py': STORE,
}

/** The shipped lists and the two rules that are asked. */
const SHIPPED = resolve(import.meta.dirname, '../../../../rules')
const RULES = await writeFiles({})
for (const part of [
  'lists',
  'weaknesses.yml',
  'python/py-sql-injection.yml',
  'python/py-openapi-login-without-limit.yml',
])
  await cp(join(SHIPPED, part), join(RULES, part), { recursive: true })

async function openProject(files: Readonly<Record<string, string>>) {
  const root = await writeFiles(files)
  const cache = await writeFiles({})
  const paths = Object.keys(files).sort()
  const open = (folder: string | null) =>
    createEmbeddedScanner({
      workspace: { root, listProject: async () => paths },
      hash: sha256,
      rules: RULES,
      ...(folder === null ? {} : { cache: folder }),
    })
  const scan = async (folder: string | null) => (await open(folder).scan({ root, paths: [] })).findings
  return {
    cold: () => scan(null),
    warm: () => scan(cache),
    text: async (path: string) => open(null).scanText(path, await readFile(join(root, path), 'utf8')),
    write: (path: string, text: string) => writeFile(join(root, path), text),
  }
}

type Found = Awaited<ReturnType<Awaited<ReturnType<typeof openProject>>['cold']>>

/** Flows into queries, and logins without a limit. */
const told = (findings: Found) =>
  findings
    .filter(one => /^py-(sql-injection|openapi-login-without-limit)$/.test(one.ruleId))
    .map(one => `${one.path}:${one.startLine} ${one.ruleId} ${one.confidence}`)
    .sort()

const ROUTED = [
  'shop/handlers.py:10 py-sql-injection high',
  'shop/handlers.py:12 py-openapi-login-without-limit low',
  'shop/store.py:4 py-sql-injection high',
]

test('handlers that the document names are routes, others and numbers are none', async () => {
  const { cold, text } = await openProject(FILES)
  const findings = await cold()
  expect(told(findings)).toEqual(ROUTED)
  const trace = findings.find(one => one.path === 'shop/store.py')?.trace ?? []
  expect(trace[0]).toMatchObject({ path: 'shop/handlers.py', line: 3 })
  expect(told((await text('shop/handlers.py')).findings)).toEqual(ROUTED.slice(0, 2))
})

test('a limit in the file of the handler is enough', async () => {
  const limited = HANDLERS.replace('def enter', '@limiter.limit("9 per minute")\ndef enter')
  const { cold } = await openProject({ ...FILES, 'shop/handlers.py': limited })
  expect(told(await cold()).filter(one => one.includes('login'))).toEqual([])
})

test('JSON and Swagger 2 say the same', async () => {
  const document = {
    swagger: '2.0',
    'x-swagger-router-controller': 'handlers',
    paths: {
      '/find': {
        get: { operationId: 'find_books', parameters: [{ name: 'word', in: 'query', type: 'string' }] },
      },
    },
  }
  const { cold } = await openProject({
    'app/swagger.json': JSON.stringify(document, null, 2),
    'app/handlers.py': HANDLERS,
  })
  expect(told(await cold())).toEqual(['app/handlers.py:10 py-sql-injection high'])
})

describe('the document is read anew at each scan', () => {
  test.each([
    [
      'another handler',
      DOCUMENT.replace('operationId: find_books', 'operationId: helper'),
      'shop/handlers.py:16',
    ],
    ['another parameter', DOCUMENT.replace('name: word', 'name: other'), null],
    ['a plain number', DOCUMENT.replace('type: integer', 'type: string'), 'shop/handlers.py:7'],
    ['malformed', `${DOCUMENT}\n  - ]: {`, null],
    ['empty', '', null],
  ])('%s', async (_, changed, place) => {
    const { cold, warm, write } = await openProject(FILES)
    expect(told(await warm())).toEqual(ROUTED)
    await write('api/shelf.yml', changed)
    const now = await warm()
    expect(now).toEqual(await cold())
    expect(told(now)).not.toEqual(ROUTED)
    if (place !== null) expect(told(now)).toContain(`${place} py-sql-injection high`)
  })
})

test.each([
  ['malformed', `${DOCUMENT}\n  - ]: {`],
  ['no document', 'openapi: 3.0.3\npaths: [1, null, { get: 7 }]\nx: operationId: a.b\n'],
  [
    'strange types',
    'openapi: 3.0.3\npaths: { /a: null, /b: [get], /c: { get: { operationId: shop.handlers.enter, parameters: 5 } } }\n',
  ],
  // The parser would take seconds for it.
  [
    'nested deeply',
    `openapi: 3.0.0\noperationId: a.b\npaths: ${'[\n'.repeat(60_000)}${']\n'.repeat(60_000)}`,
  ],
  ['names outside', DOCUMENT.replaceAll('shop.handlers', '..etc.passwd')],
])('a document changes nothing when it is of no use: %s', async (_, text) => {
  const without = await openProject({ ...FILES, 'api/shelf.yml': 'a: 1\n' })
  const { cold } = await openProject({ ...FILES, 'api/shelf.yml': text })
  expect(await cold()).toEqual(await without.cold())
})
