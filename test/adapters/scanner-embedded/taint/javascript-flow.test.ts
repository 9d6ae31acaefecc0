import { expect, test } from 'vitest'
import { ask } from './ask-flow.js'

const handler = (body: string): string => `app.get('/', (req, res) => {\n${body}\n})`

const TAINTED: Readonly<Record<string, string>> = {
  'a member of the request': handler('sink(req.query.id)'),
  'an index into the request': handler("sink(req['query']['id'])"),
  'optional chaining': handler('sink(req?.query?.id)'),
  'a template string': handler('sink(`a ${req.query.id} b`)'),
  'a concatenation': handler("sink('a' + req.body.name + 'b')"),
  'a long concatenation': handler(
    `sink(${Array.from({ length: 3000 }, () => "'a'").join(' + ')} + req.body.x)`,
  ),
  'a variable': handler('const id = req.params.id; sink(id)'),
  'two variables': handler('const id = req.params.id; const q = `x ${id}`; sink(q)'),
  'a chain of a hundred variables': handler(
    `let v0 = req.query.a;${Array.from({ length: 99 }, (_, i) => `let v${i + 1} = v${i} + 'x';`).join('')} sink(v99)`,
  ),
  destructuring: handler('const { id } = req.query; sink(id)'),
  'renamed destructuring': handler('const { id: other } = req.query; sink(other)'),
  'nested destructuring': handler('const { body: { user: { name } } } = req; sink(name)'),
  'destructuring with a default': handler("const { id = 'x' } = req.query; sink(id)"),
  'rest in destructuring': handler('const { a, ...others } = req.body; sink(others.b)'),
  'array destructuring': handler('const [first] = req.body.list; sink(first)'),
  'destructured parameter': `app.get('/', ({ body }, res) => { sink(body.name) })`,
  'twice destructured parameter': `app.get('/', ({ body: { name } }, res) => { sink(name) })`,
  'augmented assignment': handler("let q = 'a'; q += req.query.id; sink(q)"),
  'assignment later': handler('let q; q = req.query.id; sink(q)'),
  'assignment in a branch': handler("let q = 'a'; if (req.x) { q = req.query.id } sink(q)"),
  'default behind or': handler("const q = req.query.id || 'a'; sink(q)"),
  'either arm of a ternary': handler("const q = x ? req.query.id : 'a'; sink(q)"),
  'await and parentheses': handler('const q = await (req.body); sink(q.x)'),
  spread: handler('const o = { ...req.body }; sink(o.name)'),
  'array spread': handler('sink([...req.body.ids])'),
  'object member': handler('const o = { a: req.query.a, b: 1 }; sink(o.a)'),
  'object member written later': handler('const o = {}; o.a = req.query.a; sink(o.a)'),
  'whole object with a member': handler('const o = {}; o.a = req.query.a; sink(o)'),
  'push and join': handler("const parts = []; parts.push(req.query.a); sink(parts.join(','))"),
  'Object.assign': handler('const o = {}; Object.assign(o, req.body); sink(o.x)'),
  'string methods': handler('sink(req.query.a.trim().toUpperCase())'),
  'unknown call': handler('sink(build(req.query.a))'),
  'method on something': handler('sink(util.format("%s", req.query.a))'),
  'new URL': handler('sink(new URL(req.query.u).pathname)'),
  'for of': handler('for (const id of req.body.ids) { sink(id) }'),
  'for in': handler('for (const key in req.body) { sink(key) }'),
  'for of over entries': handler('for (const [k, v] of Object.entries(req.body)) { sink(v) }'),
  'a callback of map': handler('req.body.ids.map(id => sink(id))'),
  'a callback of forEach': handler('const ids = req.body.ids; ids.forEach(function (id) { sink(id) })'),
  'the result of map': handler('const qs = req.body.ids.map(id => `x ${id}`); sink(qs)'),
  'the result of filter': handler('const qs = req.body.ids.filter(id => id.length > 2); sink(qs)'),
  reduce: handler("sink(req.body.ids.reduce((all, id) => all + id, ''))"),
  'a callback of then': handler('Promise.resolve(req.body.a).then(a => sink(a))'),
  'another function, before it is made anew of something else':
    'let id = 1; function show() { sink(id) } app.get("/", (req, res) => { id = req.query.id; show(); id = null })',
  'a closure': handler('const id = req.query.id; setTimeout(() => { sink(id) }, 10)'),
  'a loop that comes round': handler('let a = 1; for (;;) { sink(a); a = req.query.a }'),
  'Koa context': `router.get('/', async ctx => { sink(ctx.request.body.name) })`,
  'Koa query': `router.get('/', async ctx => { const { name } = ctx.query; sink(name) })`,
  'Fastify handler': `fastify.get('/', async (request, reply) => { sink(request.params.id) })`,
  'handler assigned to this': `function H(db) { this.show = (req, res) => { sink(req.body.x) } }`,
  'handler assigned to exports': `module.exports.f = function (req, res) { var q = 'a' + req.body.x; sink(q) }`,
  'alias of the request': handler('const r = req; sink(r.query.id)'),
  'alias of the body': handler('const { body } = req; const b = body; sink(b.name)'),
  argv: 'const [,, name] = process.argv; sink(name)',
  'lambda event': 'exports.handler = async event => { sink(event.queryStringParameters.id) }',
  'any lambda event': 'exports.handler = async event => { sink(event.name) }',
  'location hash': 'const h = window.location.hash.slice(1); sink(h)',
  'search parameters': "const p = new URLSearchParams(location.search); sink(p.get('a'))",
  'post message': "window.addEventListener('message', e => { sink(e.data) })",
  'destructured message': "window.addEventListener('message', ({ data }) => { sink(data.html) })",
  'ipc from a page': "ipcMain.handle('run', (event, cmd) => sink(cmd))",
  'socket message': "socket.on('chat', message => sink(message.text))",
  'request data event': "req.on('data', chunk => { sink(chunk) })",
  'a class field': 'class A { set(req) { this.q = req.query.q } run() { sink(this.q) } }',
}

const CLEAN: Readonly<Record<string, string>> = {
  'what was cleaned at once, in another function':
    'let id = 1; app.get("/", (req, res) => { id = req.query.id; id = Number(id) }); function show() { sink(id) }',
  'what a client answers':
    "import request from './request.js'\nconst { body } = await request.get(url); sink(body)",
  'what a required client answers':
    "const request = require('request')\nrequest.get(url); sink(request.body)",
  'a row found by what a record names': handler('const row = links.find({ id: req.query.id }); sink(row)'),
  'a database that keeps what it is given': handler(
    "await db.set('k', req.query.a); const b = await db.get('k'); sink(b)",
  ),
  'messages of the own process': "process.on('message', message => { sink(message.path) })",
  'a context that is no request': 'function mail(user, context) { sink(context.url) }',
  'a literal': handler("sink('a')"),
  'a constant': handler("const q = 'a'; sink(q)"),
  'something else of the handler': handler('sink(res.locals.id)'),
  'overwritten before use': handler("let q = req.query.id; q = 'a'; sink(q)"),
  'overwritten in both branches': handler(
    "let q = req.query.id; if (x) { q = 'a' } else { q = 'b' } sink(q)",
  ),
  'overwritten or left': handler("let q = req.query.id; if (x) { q = 'a' } else { return } sink(q)"),
  'assigned in the other branch': handler("let q = 'a'; if (x) { q = req.query.id } else { sink(q) }"),
  'assigned in a branch that leaves': handler("let q = 'a'; if (x) { q = req.query.id; return } sink(q)"),
  'assigned afterwards': handler("let q = 'a'; sink(q); q = req.query.id"),
  'another variable of the same name': handler("{ const q = req.query.id } const q = 'a'; sink(q)"),
  'a shadowing parameter': handler('const q = req.query.id; function f(q) { sink(q) }'),
  'another member': handler("const o = { a: req.query.a, b: 'x' }; sink(o.b)"),
  'another member written': handler("const o = { b: 'x' }; o.a = req.query.a; sink(o.b)"),
  'a member written over': handler("const o = { a: req.query.a }; o.a = 'x'; sink(o.a)"),
  'a request member written over': handler('req.body.id = parseInt(req.body.id); sink(req.body.id)'),
  'the other array element': handler("const [a, b] = [req.query.a, 'x']; sink(b)"),
  parseInt: handler('sink(parseInt(req.query.id, 10))'),
  'Number in a template': handler('sink(`x ${Number(req.query.id)}`)'),
  'unary plus': handler('const n = +req.query.id; sink(n)'),
  arithmetic: handler('sink(req.query.page * 10)'),
  length: handler('sink(req.body.name.length)'),
  comparison: handler("sink(req.query.a === 'x')"),
  negation: handler('sink(!req.query.a)'),
  typeof: handler('sink(typeof req.query.a)'),
  'a condition only': handler("sink(req.query.a ? 'x' : 'y')"),
  'a guard value only': handler("sink(req.query.desc && 'DESC')"),
  'a table looked up': handler("const T = { a: 'x', b: 'y' }; sink(T[req.query.sort])"),
  'a table with default': handler("const T = { a: 'x' }; sink(T[req.query.sort] || 'z')"),
  'rows found with it': handler('const rows = await db.query(q, [req.query.id]); sink(rows[0].name)'),
  'user found with it': handler('const user = await User.findOne({ id: req.body.id }); sink(user.name)'),
  'a callback of something else': handler('dao.find(req.body.id, (err, user) => { sink(user.name) })'),
  'only safe characters kept': handler("sink(req.query.a.replace(/[^a-z0-9]/gi, ''))"),
  'numbers of a list': handler('sink(req.body.ids.map(Number))'),
  'numbers of a list by arrow': handler('sink(req.body.ids.map(id => parseInt(id, 10)).join(","))'),
  'a function as value': handler('sink(() => req.query.a)'),
  'an outgoing request': 'const req = https.request(o, res => {}); sink(req.path)',
  'new Date': handler('sink(new Date(req.query.from))'),
  hash: handler("sink(crypto.createHash('sha256').update(req.body.p).digest('hex'))"),
}

test('TypeScript, clean: a request that is sent', async () => {
  const code = 'class I { intercept(req: HttpRequest<any>, next: HttpHandler) { sink(req.url) } }'
  expect((await ask('TypeScript', code)).verdict).toBe('clean')
})

for (const [name, code] of Object.entries(TAINTED)) {
  test(`JavaScript, tainted: ${name}`, async () => {
    expect((await ask('JavaScript', code)).verdict).toBe('tainted')
  })
}

for (const [name, code] of Object.entries(CLEAN)) {
  test(`JavaScript, clean: ${name}`, async () => {
    expect(await ask('JavaScript', code)).toEqual({ verdict: 'clean', trace: [] })
  })
}

test('TypeScript, clean: a record of the program that is called request', async () => {
  const code = 'function send(request: RelayRequest) { sink(request.params) }'
  expect((await ask('TypeScript', code)).verdict).toBe('clean')
})

test('TypeScript, tainted: a request of an own type with its answer beside it', async () => {
  const code = 'function save(req: RequestWithUser, res: Response) { sink(req.body.name) }'
  expect((await ask('TypeScript', code)).verdict).toBe('tainted')
})

test('an address whose host is set by hand leads there', async () => {
  const code = "const url = new URL(req.query.u); url.hostname = 'a.example'; sink(url)"
  expect((await ask('JavaScript', handler(code), { weakness: 'ssrf' })).verdict).not.toBe('tainted')
})

test('a flow through code that nobody read is unsure', async () => {
  expect((await ask('JavaScript', handler('sink(shorten(req.query.a))'))).verdict).toBe('weakened')
})

test('what another request put into a kept object is unsure', async () => {
  const code =
    'const kept = new Map()\nfunction start(req) { kept.set(1, { to: req.query.to }) }\nfunction end(req, res) { sink(kept.get(1).to) }'
  expect((await ask('JavaScript', code)).verdict).toBe('weakened')
})

test('the trace leads from the source over each assignment to the sink', async () => {
  const code = handler("const { name } = req.body\nconst sql = `x ${name}`\nlet q = 'a'\nq += sql\nsink(q)")
  expect((await ask('JavaScript', code)).trace).toEqual([
    'req.body: comes from the request',
    'name: is kept in a variable',
    'sql: becomes part of the text',
    'q: becomes part of the text',
    'q: is used here',
  ])
})
