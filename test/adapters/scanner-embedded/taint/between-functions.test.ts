import { expect, test } from 'vitest'
import type { Language } from '../../../../source/adapters/scanner-embedded/tree/language.js'
import { ask } from './ask-flow.js'

type Case = readonly [name: string, language: Language, code: string]

const TAINTED: readonly Case[] = [
  [
    'a spread dictionary',
    'Python',
    'def find(a, b=None):\n    sink(a)\ndef view():\n    o = {"a": request.args["n"], "b": 1}\n    find(**o)\n',
  ],
  [
    'parameter of a called function',
    'JavaScript',
    'function find(name) { sink(`x ${name}`) } app.get("/", (req, res) => { find(req.query.n) })',
  ],
  [
    'second parameter',
    'JavaScript',
    'function find(db, name) { sink(name) } app.get("/", (req, res) => { find(db, req.query.n) })',
  ],
  [
    'arrow function',
    'JavaScript',
    'const find = name => { sink(name) }; app.get("/", (req, res) => find(req.query.n))',
  ],
  [
    'over two functions',
    'JavaScript',
    'function a(x) { b(x) } function b(y) { sink(y) } app.get("/", (req, res) => { a(req.query.n) })',
  ],
  [
    'returned by a function',
    'JavaScript',
    'function build(n) { return `x ${n}` } app.get("/", (req, res) => { sink(build(req.query.n)) })',
  ],
  [
    'a source returned by a function',
    'JavaScript',
    'function read(req) { return req.query.n } app.get("/", (req, res) => { sink(read(req)) })',
  ],
  [
    'returned over two functions',
    'JavaScript',
    'const a = x => b(x); function b(y) { const z = y; return z } app.get("/", (req, res) => { sink(a(req.query.n)) })',
  ],
  [
    'a member of the returned object',
    'JavaScript',
    'function read(req) { return { n: req.query.n, m: 1 } } app.get("/", (req, res) => { sink(read(req).n) })',
  ],
  [
    'destructured parameter',
    'JavaScript',
    'function find({ name }) { sink(name) } app.get("/", (req, res) => { find({ name: req.query.n }) })',
  ],
  [
    'the whole request handed over',
    'JavaScript',
    'function find(r) { sink(r.query.n) } app.get("/", (req, res) => { find(req) })',
  ],
  [
    'a method of this',
    'JavaScript',
    'class A { show(req) { this.find(req.query.n) } find(name) { sink(name) } }',
  ],
  [
    'a method of an instance',
    'JavaScript',
    'class D { find(name) { sink(name) } } const d = new D(); app.get("/", (req, res) => { d.find(req.query.n) })',
  ],
  [
    'a static method',
    'JavaScript',
    'class D { static find(name) { sink(name) } } app.get("/", (req, res) => { D.find(req.query.n) })',
  ],
  [
    'a method of an object',
    'JavaScript',
    'const dao = { find(name) { sink(name) } }; app.get("/", (req, res) => { dao.find(req.query.n) })',
  ],
  [
    'a function assigned to this',
    'JavaScript',
    'function D(db) { this.find = name => { sink(name) } } const d = new D(db); app.get("/", (req, res) => { d.find(req.query.n) })',
  ],
  [
    'a prototype method',
    'JavaScript',
    'function D() {} D.prototype.find = function (name) { sink(name) }; const d = new D(); app.get("/", (req, res) => { d.find(req.query.n) })',
  ],
  [
    'a constructor',
    'JavaScript',
    'class Q { constructor(text) { this.text = text } run() { sink(this.text) } } app.get("/", (req, res) => { new Q(req.query.n).run() })',
  ],
  [
    'a promise chain',
    'JavaScript',
    'const read = async req => req.body.n; app.get("/", async (req, res) => { const n = await read(req); sink(n) })',
  ],
  [
    'an inner function',
    'JavaScript',
    'app.get("/", (req, res) => { const n = req.query.n; function run() { sink(n) } run() })',
  ],
  [
    'a typed method parameter',
    'TypeScript',
    'class C { constructor(private readonly d: D) {} show(@Query("n") n: string) { this.d.find(n) } } class D { find(name: string) { sink(name) } }',
  ],
  [
    'a default parameter',
    'JavaScript',
    'function find(name = "a") { sink(name) } app.get("/", (req, res) => { find(req.query.n) })',
  ],
  [
    'spread arguments',
    'JavaScript',
    'function find(a, b) { sink(b) } app.get("/", (req, res) => { find(...req.body.list) })',
  ],
  [
    'recursion',
    'JavaScript',
    'function f(x) { if (x.a) return f(x.a); return x } app.get("/", (req, res) => { sink(f(req.body)) })',
  ],
  [
    'parameter of a called function',
    'Python',
    'def find(name):\n    sink(f"x {name}")\ndef view():\n    find(request.args["n"])\n',
  ],
  [
    'keyword argument',
    'Python',
    'def find(db, name=None):\n    sink(name)\ndef view():\n    find(db, name=request.args["n"])\n',
  ],
  [
    'returned by a function',
    'Python',
    'def build(n):\n    return "x " + n\ndef view():\n    sink(build(request.args["n"]))\n',
  ],
  [
    'a source returned',
    'Python',
    'def read():\n    return request.args["n"]\ndef view():\n    sink(read())\n',
  ],
  [
    'a method of self',
    'Python',
    'class V:\n    def get(self):\n        self.find(request.args["n"])\n    def find(self, name):\n        sink(name)\n',
  ],
  [
    'a static method',
    'Python',
    'class U:\n    @staticmethod\n    def find(name):\n        sink(name)\ndef view():\n    U.find(request.args["n"])\n',
  ],
  [
    'a class method',
    'Python',
    'class U:\n    @classmethod\n    def find(cls, name):\n        sink(name)\ndef view():\n    U.find(request.args["n"])\n',
  ],
  [
    'an instance method',
    'Python',
    'class U:\n    def find(self, name):\n        sink(name)\ndef view():\n    u = U()\n    u.find(request.args["n"])\n',
  ],
  [
    'a field set by the constructor',
    'Python',
    'class Q:\n    def __init__(self, text):\n        self.text = text\n    def run(self):\n        sink(self.text)\ndef view():\n    Q(request.args["n"]).run()\n',
  ],
  [
    'awaited',
    'Python',
    'async def read(request):\n    data = await request.post()\n    return data\nasync def view(request):\n    data = await read(request)\n    sink(data["n"])\n',
  ],
]

const CLEAN: readonly Case[] = [
  [
    'the other key of a spread dictionary',
    'Python',
    'def find(a, b=None):\n    sink(b)\ndef view():\n    o = {"a": request.args["n"], "b": 1}\n    find(**o)\n',
  ],
  [
    'called with a literal only',
    'JavaScript',
    'function find(name) { sink(name) } app.get("/", (req, res) => { find("a") })',
  ],
  [
    'the other argument',
    'JavaScript',
    'function find(a, b) { sink(b) } app.get("/", (req, res) => { find(req.query.n, "a") })',
  ],
  [
    'cleaned by the function',
    'JavaScript',
    'function clean(n) { return parseInt(n, 10) } app.get("/", (req, res) => { sink(clean(req.query.n)) })',
  ],
  [
    'a function that returns something else',
    'JavaScript',
    'function log(n) { return "ok" } app.get("/", (req, res) => { sink(log(req.query.n)) })',
  ],
  [
    'a function that maps to literals',
    'JavaScript',
    'function order(n) { switch (n) { case "a": return "x"; default: return "y" } } app.get("/", (req, res) => { sink(order(req.query.n)) })',
  ],
  [
    'a function that checks',
    'JavaScript',
    'const OK = ["a"]; function pick(n) { if (!OK.includes(n)) throw new Error(); return n } app.get("/", (req, res) => { sink(pick(req.query.n)) })',
  ],
  [
    'checked before the call',
    'JavaScript',
    'const OK = ["a"]; function find(n) { sink(n) } app.get("/", (req, res) => { const n = req.query.n; if (!OK.includes(n)) return; find(n) })',
  ],
  [
    'checked inside the function',
    'JavaScript',
    'const OK = ["a"]; function find(n) { if (!OK.includes(n)) return; sink(n) } app.get("/", (req, res) => { find(req.query.n) })',
  ],
  [
    'the other call site',
    'JavaScript',
    'const id = x => x; app.get("/", (req, res) => { id(req.query.n); sink(id("a")) })',
  ],
  [
    'a method of another class',
    'JavaScript',
    'class A { find(n) { sink(n) } } class B { find(n) {} } const b = new B(); app.get("/", (req, res) => { b.find(req.query.n) })',
  ],
  [
    'the other member returned',
    'JavaScript',
    'function read(req) { return { n: req.query.n, m: 1 } } app.get("/", (req, res) => { sink(read(req).m) })',
  ],
  ['endless recursion', 'JavaScript', 'function f(x) { return f(x) } sink(f(req.query.n))'],
  [
    'cleaned by the function',
    'Python',
    'def clean(n):\n    return int(n)\ndef view():\n    sink(clean(request.args["n"]))\n',
  ],
  ['called with a literal only', 'Python', 'def find(name):\n    sink(name)\ndef view():\n    find("a")\n'],
  [
    'the receiver is no argument',
    'Python',
    'class U:\n    def find(self, a, b):\n        sink(b)\ndef view():\n    U().find(request.args["n"], 1)\n',
  ],
]

test.each(TAINTED)('tainted between functions: %s (%s)', async (_name, language, code) => {
  expect((await ask(language, code)).verdict).toBe('tainted')
})

test.each(CLEAN)('clean between functions: %s (%s)', async (_name, language, code) => {
  expect((await ask(language, code)).verdict).toBe('clean')
})

test('the trace names the way into the function and back', async () => {
  const code =
    'function find(name) { const q = `x ${name}`; sink(q) }\napp.get("/", (req, res) => { find(req.query.n) })'
  expect((await ask('JavaScript', code)).trace).toEqual([
    'req.query.n: comes from the request',
    'name: arrives as a parameter',
    'q: becomes part of the text',
    'q: is used here',
  ])
})
