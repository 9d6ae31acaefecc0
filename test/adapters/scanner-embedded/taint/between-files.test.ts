import { expect, test } from 'vitest'
import { createFlow } from '../../../../source/adapters/scanner-embedded/taint/flow.js'
import type {
  FlowContext,
  FlowLinks,
  FlowQuery,
} from '../../../../source/adapters/scanner-embedded/taint/flow-types.js'
import { createImportIndex } from '../../../../source/adapters/scanner-embedded/taint/link/import-index.js'
import { createLinker } from '../../../../source/adapters/scanner-embedded/taint/link/link-files.js'
import { createLookups } from '../../../../source/adapters/scanner-embedded/taint/link/lookups.js'
import { importsIn } from '../../../../source/adapters/scanner-embedded/taint/link/resolve-module.js'
import { type Language, languageOfPath } from '../../../../source/adapters/scanner-embedded/tree/language.js'
import { familyOf, lists, parse, QUERY, sinksOf } from './ask-flow.js'

type Project = Readonly<Record<string, string>>
type Told = { readonly verdict: 'tainted' | 'weakened' | 'clean'; readonly files: readonly string[] }

/** Asks about the `sink(…)` of the project, with all files linked; `files` are those the trace leads through. */
async function askProject(project: Project, query: Partial<FlowQuery> = {}): Promise<Told> {
  const asked = { ...QUERY, ...query }
  const language = (path: string): Language => languageOfPath(path) ?? 'JavaScript'
  const imports = Object.entries(project).map(([path, text]) => {
    const file = { imports: importsIn(text, familyOf(language(path))), targets: null }
    return [path, file] as const
  })
  const index = createImportIndex(new Map(imports), '')
  const open = (path: string) => parse(language(path), project[path] ?? '', path)
  const links = new Map<string, FlowLinks>()
  for (const path of Object.keys(project)) {
    const file = await open(path)
    const flow = createFlow(file, lists)
    for (const sink of sinksOf(file)) flow?.isTainted(sink, asked)
    if (flow !== null) links.set(path, flow.links())
  }
  const link = createLinker(lists, {
    lookups: createLookups({ index, contentOf: path => project[path] ?? '', hash: text => text }),
    open,
    mentions: (path, word) => project[path]?.includes(word) ?? false,
    check: () => {},
  })
  const contexts = new Map<string, FlowContext>()
  for (const [path, asked] of links) {
    const { value } = await link(path, asked)
    if (value !== null) contexts.set(path, value)
  }
  for (const path of Object.keys(project)) {
    const file = await open(path)
    const flow = createFlow(file, lists, contexts.get(path))
    for (const sink of sinksOf(file)) {
      const found = flow?.isTainted(sink, asked)
      if (!found) continue
      const files = [...new Set(found.trace.map(step => step.path))]
      return { verdict: found.weakened ? 'weakened' : 'tainted', files }
    }
  }
  return { verdict: 'clean', files: [] }
}

const ROUTE = (body: string): string => `app.get('/', (req, res) => { ${body} })`

const TAINTED: readonly (readonly [name: string, project: Project, files: readonly string[]])[] = [
  [
    'a function required from a file',
    {
      'a.js': `const { find } = require('./b'); ${ROUTE('find(req.query.n)')}`,
      'b.js': 'exports.find = name => { sink(name) }',
    },
    ['a.js', 'b.js'],
  ],
  [
    'a module that is a function',
    {
      'a.js': `const find = require('./b'); ${ROUTE('find(req.query.n)')}`,
      'b.js': 'module.exports = function (name) { sink(name) }',
    },
    ['a.js', 'b.js'],
  ],
  [
    'a record of functions',
    {
      'a.js': `const dao = require('./lib/b'); ${ROUTE('dao.find(1, req.query.n)')}`,
      'lib/b.js': 'function find(db, name) { sink(name) }\nmodule.exports = { find }',
    },
    ['a.js', 'lib/b.js'],
  ],
  [
    'an object made by an exported constructor',
    {
      'routes/a.js':
        'const DAO = require("../data/b").DAO; function H(db) { const dao = new DAO(db); this.show = (req, res) => { const { n } = req.body; dao.find(n, () => {}) } } module.exports = H',
      'data/b.js':
        'function DAO(db) { this.find = (name, done) => { sink(`x ${name}`) } } module.exports.DAO = DAO',
    },
    ['routes/a.js', 'data/b.js'],
  ],
  [
    'an imported function',
    {
      'a.ts': `import { find as seek } from './b.js'; ${ROUTE('seek(req.query.n)')}`,
      'b.ts': 'export function find(name: string) { sink(name) }',
    },
    ['a.ts', 'b.ts'],
  ],
  [
    'a default import',
    {
      'a.ts': `import find from './b'; ${ROUTE('find(req.query.n)')}`,
      'b.ts': 'export default function (name: string) { sink(name) }',
    },
    ['a.ts', 'b.ts'],
  ],
  [
    'an exported constant function',
    {
      'a.ts': `import * as b from './b'; ${ROUTE('b.find(req.query.n)')}`,
      'b.ts': 'export const find = (name: string) => { sink(name) }',
    },
    ['a.ts', 'b.ts'],
  ],
  [
    'an index file',
    {
      'a.js': `const b = require('./b'); ${ROUTE('b.find(req.query.n)')}`,
      'b/index.js': 'exports.find = name => { sink(name) }',
    },
    ['a.js', 'b/index.js'],
  ],
  [
    'an injected service',
    {
      'a.ts':
        'import { S } from "./b"; class C { constructor(private s: S) {} @Get() show(@Query("n") n: string) { return this.s.find(n) } }',
      'b.ts': 'export class S { find(name: string) { sink(name) } }',
    },
    ['a.ts', 'b.ts'],
  ],
  [
    'through a file between',
    {
      'a.js': `const { find } = require('./b'); ${ROUTE('find(req.query.n)')}`,
      'b.js': `const { seek } = require('./c'); exports.find = name => seek('x' + name)`,
      'c.js': 'exports.seek = text => { sink(text) }',
    },
    ['a.js', 'b.js', 'c.js'],
  ],
  [
    'input returned by another file',
    {
      'a.js': `const { read } = require('./b'); ${ROUTE('sink(read(req))')}`,
      'b.js': 'exports.read = req => req.query.n',
    },
    ['b.js', 'a.js'],
  ],
  [
    'a Python function',
    {
      'app/a.py': 'from app.b import find\ndef view():\n    find(request.args["n"])\n',
      'app/b.py': 'def find(name):\n    sink(name)\n',
    },
    ['app/a.py', 'app/b.py'],
  ],
  [
    'a Python static method',
    {
      'views/a.py': 'from models.b import User\ndef view():\n    User.find(request.args["n"])\n',
      'models/b.py': 'class User:\n    @staticmethod\n    def find(name):\n        sink(name)\n',
    },
    ['views/a.py', 'models/b.py'],
  ],
  [
    'an awaited Python static method',
    {
      'sqli/views.py':
        'from sqli.dao.student import Student\nasync def show(request: Request):\n    data = await request.post()\n    await Student.create(conn, data["name"])\n',
      'sqli/dao/student.py':
        'class Student(NamedTuple):\n    @staticmethod\n    async def create(conn, name: str):\n        q = "INSERT %(n)s" % {"n": name}\n        sink(q)\n',
    },
    ['sqli/views.py', 'sqli/dao/student.py'],
  ],
  [
    'a relative Python module',
    {
      'p/a.py': 'from . import b\ndef view():\n    b.find(name=request.args["n"])\n',
      'p/b.py': 'def find(db=None, name=""):\n    sink(name)\n',
    },
    ['p/a.py', 'p/b.py'],
  ],
  [
    'a file that hands on by name',
    {
      'a.ts': `import { seek } from './lib'; ${ROUTE('seek(req.query.n)')}`,
      'lib/index.ts': "export { find as seek } from './find'",
      'lib/find.ts': 'export function find(name: string) { sink(name) }',
    },
    ['a.ts', 'lib/find.ts'],
  ],
  [
    'files that hand on everything, one after the other',
    {
      'a.ts': `import { find } from './lib'; ${ROUTE('find(req.query.n)')}`,
      'lib/index.ts': "export * from './db'",
      'lib/db/index.ts': "export * from './find'",
      'lib/db/find.ts': 'export function find(name: string) { sink(name) }',
    },
    ['a.ts', 'lib/db/find.ts'],
  ],
  [
    'a file that imports and then hands on',
    {
      'a.js': `const { find } = require('./lib'); ${ROUTE('find(req.query.n)')}`,
      'lib/index.js': "const { find } = require('./find'); module.exports = { find }",
      'lib/find.js': 'exports.find = name => { sink(name) }',
    },
    ['a.js', 'lib/find.js'],
  ],
  [
    'what a function gives back, through a file that hands it on',
    {
      'a.js': "import { wrap } from './lib.js'; app.get('/', (req, res) => { sink(wrap(req.query.n)) })",
      'lib.js': "export { wrap } from './wrap.js'",
      'wrap.js': 'export const wrap = text => "a" + text',
    },
    ['a.js'],
  ],
  [
    'a package that hands on its modules',
    {
      'app.py': "from store import find\n@app.route('/')\ndef view():\n    find(request.args['n'])\n",
      'store/__init__.py': 'from .users import find\n',
      'store/users.py': 'def find(name):\n    sink(name)\n',
    },
    ['app.py', 'store/users.py'],
  ],
  [
    'a package that hands on everything of a module',
    {
      'app.py': "from store import find\n@app.route('/')\ndef view():\n    find(request.args['n'])\n",
      'store/__init__.py': 'from .users import *\n',
      'store/users.py': 'def find(name):\n    sink(name)\n',
    },
    ['app.py', 'store/users.py'],
  ],
  [
    'an alias for the folder of sources',
    {
      'packages/web/src/routes/a.ts': `import { find } from '@/db/find'; ${ROUTE('find(req.query.n)')}`,
      'packages/web/src/db/find.ts': 'export function find(name: string) { sink(name) }',
    },
    ['packages/web/src/routes/a.ts', 'packages/web/src/db/find.ts'],
  ],
]

const CLEAN: readonly (readonly [name: string, project: Project])[] = [
  [
    'called with a literal',
    {
      'a.js': `const { find } = require('./b'); ${ROUTE('find("a")')}`,
      'b.js': 'exports.find = name => { sink(name) }',
    },
  ],
  [
    'checked before the call',
    {
      'a.js': `const { find } = require('./b'); const OK = ['a']; ${ROUTE('const n = req.query.n; if (!OK.includes(n)) return; find(n)')}`,
      'b.js': 'exports.find = name => { sink(name) }',
    },
  ],
  [
    'checked in the called file',
    {
      'a.js': `const { find } = require('./b'); ${ROUTE('find(req.query.n)')}`,
      'b.js': "const OK = ['a']; exports.find = name => { if (!OK.includes(name)) return; sink(name) }",
    },
  ],
  [
    'the other parameter',
    {
      'a.js': `const { find } = require('./b'); ${ROUTE('find(req.query.n, "x")')}`,
      'b.js': 'exports.find = (a, name) => { sink(name) }',
    },
  ],
  [
    'a property of the class whose method takes the value',
    {
      'a.js': `const { Store } = require('./b'); ${ROUTE('Store.write(req.query.n)')}`,
      'b.js': 'class Store { static dir; static write(name) { sink(Store.dir) } } exports.Store = Store',
    },
  ],
  [
    'another function',
    {
      'a.js': `const { seek } = require('./b'); ${ROUTE('seek(req.query.n)')}`,
      'b.js': 'exports.find = name => { sink(name) }; exports.seek = name => name',
    },
  ],
  [
    'a function of the same name elsewhere',
    {
      'a.js': `const { find } = require('./c'); ${ROUTE('find(req.query.n)')}`,
      'b.js': 'exports.find = name => { sink(name) }',
      'c.js': 'exports.find = name => name',
    },
  ],
  [
    'not exported',
    {
      'a.js': `const b = require('./b'); ${ROUTE('b.find(req.query.n)')}`,
      'b.js': 'function find(name) { sink(name) }',
    },
  ],
  [
    'cleaned by another file',
    {
      'a.js': `const { clean } = require('./b'); ${ROUTE('sink(clean(req.query.n))')}`,
      'b.js': 'exports.clean = n => parseInt(n, 10)',
    },
  ],
  [
    'cleaned by another Python file',
    {
      'a.py': 'from b import clean\ndef view():\n    sink(clean(request.args["n"]))\n',
      'b.py': 'def clean(n):\n    return int(n)\n',
    },
  ],
  [
    'looked up by another file',
    {
      'a.js': `const { pick } = require('./b'); ${ROUTE('sink(pick(req.query.n))')}`,
      'b.js': "const T = { a: 'x' }; exports.pick = n => T[n] ?? 'y'",
    },
  ],
  [
    'files that import each other',
    {
      'a.js': "const b = require('./b'); exports.f = x => b.g(x)",
      'b.js': "const a = require('./a'); exports.g = x => { a.f(x); sink(x) }",
    },
  ],
  [
    'a file that hands on another function of that name',
    {
      'a.ts': `import { find } from './lib'; ${ROUTE('find(req.query.n)')}`,
      'lib/index.ts': "export { find } from './other'\nexport { find as seek } from './find'",
      'lib/find.ts': 'export function find(name: string) { sink(name) }',
      'lib/other.ts': 'export function find(name: string) { return name.length }',
    },
  ],
  [
    'files that hand on to each other',
    {
      'a.ts': `import { find } from './b'; ${ROUTE('find(req.query.n)')}`,
      'b.ts': "export * from './c'",
      'c.ts': "export * from './b'\nexport function seek(name: string) { sink(name) }",
    },
  ],
]

test.each(TAINTED)('tainted between files: %s', async (_name, project, files) => {
  expect(await askProject(project)).toEqual({ verdict: 'tainted', files })
})

test.each(CLEAN)('clean between files: %s', async (_name, project) => {
  expect((await askProject(project)).verdict).toBe('clean')
})

test('a check that may not be enough in the calling file weakens the flow', async () => {
  const project = {
    'a.js': `const { find } = require('./b'); ${ROUTE('const n = req.query.n; if (!isValid(n)) return; find(n)')}`,
    'b.js': 'exports.find = name => { sink(name) }',
  }
  expect((await askProject(project)).verdict).toBe('weakened')
})
