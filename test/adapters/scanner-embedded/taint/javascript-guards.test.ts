import { expect, test } from 'vitest'
import type { FlowQuery } from '../../../../source/adapters/scanner-embedded/taint/flow-types.js'
import { ask } from './ask-flow.js'

const SQL: Partial<FlowQuery> = { guards: ['allow-list'], weakness: 'sql-injection' }
const PATH: Partial<FlowQuery> = {
  guards: ['allow-list', 'path-inside'],
  weakness: 'path-traversal',
  sanitizers: ['path-basename'],
}
const SSRF: Partial<FlowQuery> = {
  guards: ['allow-list'],
  weakness: 'ssrf',
  sanitizers: ['url-encode'],
}
const REDIRECT: Partial<FlowQuery> = { guards: ['allow-list', 'local-path'], weakness: 'open-redirect' }
const NOSQL: Partial<FlowQuery> = {
  guards: ['type-check'],
  weakness: 'nosql-injection',
  sanitizers: ['nosql-type'],
  sources: ['http-object-input'],
}

type Case = readonly [name: string, query: Partial<FlowQuery>, body: string, before?: string]

const handler = (body: string, before = ''): string => `${before}\napp.get('/', (req, res) => {\n${body}\n})`

const EXACT: readonly Case[] = [
  [
    'membership, early return',
    SQL,
    'const s = req.query.s; if (!OK.includes(s)) return; sink(`x ${s}`)',
    "const OK = ['a', 'b']",
  ],
  [
    'membership of the member itself',
    SQL,
    'if (!OK.includes(req.query.s)) return res.end(); sink(`x ${req.query.s}`)',
    "const OK = ['a', 'b']",
  ],
  [
    'membership after the text was built',
    SQL,
    'const s = req.query.s; const q = `x ${s}`; if (!OK.includes(s)) throw new E(); sink(q)',
    "const OK = ['a']",
  ],
  [
    'membership in a Set',
    SQL,
    'const s = req.query.s; if (!OK.has(s)) { res.sendStatus(400); return } sink(s)',
    "const OK = new Set(['a'])",
  ],
  [
    'membership around the sink',
    SQL,
    'const s = req.query.s; if (OK.includes(s)) { sink(s) }',
    "const OK = ['a']",
  ],
  ['membership in an and', SQL, 'const s = req.query.s; OK.includes(s) && sink(s)', "const OK = ['a']"],
  [
    'membership in a ternary',
    SQL,
    "const s = OK.includes(req.query.s) ? req.query.s : 'a'; sink(s)",
    "const OK = ['a']",
  ],
  [
    'membership by index',
    SQL,
    'const s = req.query.s; if (OK.indexOf(s) === -1) return; sink(s)',
    "const OK = ['a']",
  ],
  [
    'membership among keys',
    SQL,
    'const s = req.query.s; if (!Object.keys(T).includes(s)) return; sink(s)',
    'const T = { a: 1 }',
  ],
  ['membership with in', SQL, 'const s = req.query.s; if (!(s in T)) return; sink(s)', 'const T = { a: 1 }'],
  ['membership by lookup', SQL, 'const s = req.query.s; if (!T[s]) return; sink(s)', "const T = { a: 'x' }"],
  [
    'membership with hasOwn',
    SQL,
    'const s = req.query.s; if (!Object.hasOwn(T, s)) return; sink(s)',
    'const T = { a: 1 }',
  ],
  [
    'membership in an inline list',
    SQL,
    "const s = req.query.s; if (!['a', 'b'].includes(s)) return; sink(s)",
  ],
  [
    'membership in an imported list',
    SQL,
    'const s = req.query.s; if (!ALLOWED.includes(s)) return; sink(s)',
    "import { ALLOWED } from './config.js'",
  ],
  [
    'membership kept in a variable',
    SQL,
    'const s = req.query.s; const ok = OK.includes(s); if (!ok) return; sink(s)',
    "const OK = ['a']",
  ],
  [
    'membership after lower case',
    SQL,
    'const s = req.query.s; if (!OK.includes(s.toLowerCase())) return; sink(s)',
    "const OK = ['a']",
  ],
  [
    'presence and membership',
    SQL,
    'const s = req.query.s; if (!s || !OK.includes(s)) return; sink(s)',
    "const OK = ['a']",
  ],
  [
    'else leaves',
    SQL,
    'const s = req.query.s; if (OK.includes(s)) { log() } else { return } sink(s)',
    "const OK = ['a']",
  ],
  [
    'throw in the branch',
    SQL,
    'const s = req.query.s; if (!OK.includes(s)) { throw new Error() } sink(s)',
    "const OK = ['a']",
  ],
  [
    'continue in a loop',
    SQL,
    'for (const s of req.body.list) { if (!OK.includes(s)) continue; sink(s) }',
    "const OK = ['a']",
  ],
  [
    'ctx.throw',
    SQL,
    'const s = req.query.s; if (!OK.includes(s)) { ctx.throw(400) } sink(s)',
    "const OK = ['a']",
  ],
  [
    'process.exit',
    SQL,
    'const s = process.argv[2]; if (!OK.includes(s)) process.exit(1); sink(s)',
    "const OK = ['a']",
  ],
  ['equality around', SQL, "const s = req.query.s; if (s === 'asc') { sink(s) }"],
  ['two equalities', SQL, "const s = req.query.s; if (s === 'asc' || s === 'desc') { sink(s) }"],
  ['two inequalities', SQL, "const s = req.query.s; if (s !== 'asc' && s !== 'desc') return; sink(s)"],
  [
    'switch over literals',
    SQL,
    "const s = req.query.s; switch (s) { case 'a': sink(s); break; default: return }",
  ],
  ['anchored pattern', SQL, 'const s = req.query.s; if (!/^[a-z_]+$/.test(s)) return; sink(s)'],
  ['anchored pattern by match', SQL, 'const s = req.query.s; if (!s.match(/^\\d+$/)) return; sink(s)'],
  [
    'anchored pattern by name',
    SQL,
    'const s = req.query.s; if (!NAME.test(s)) return; sink(s)',
    'const NAME = /^[a-z]{1,20}$/i',
  ],
  ['nothing unsafe found', SQL, 'const s = req.query.s; if (/[^a-z0-9]/i.test(s)) return; sink(s)'],
  ['a whole number', SQL, 'const s = req.query.s; if (!Number.isInteger(s)) return; sink(s)'],
  ['typeof number', SQL, "const s = req.body.s; if (typeof s !== 'number') return; sink(s)"],
  ['isNaN', SQL, 'const s = req.query.s; if (isNaN(s)) return; sink(s)'],
  ['greater than a number', SQL, 'const s = req.query.s; if (!(s > 0)) return; sink(s)'],
  ['validator.isUUID', SQL, 'const s = req.query.s; if (!validator.isUUID(s)) return; sink(s)'],
  [
    'a predicate of this file',
    SQL,
    'const s = req.query.s; if (!isKnown(s)) return; sink(s)',
    "const OK = ['a']; function isKnown(name) { return OK.includes(name) }",
  ],
  [
    'filter with membership',
    SQL,
    'const s = req.body.list.filter(x => OK.includes(x)); sink(s.join())',
    "const OK = ['a']",
  ],
  ['assert', SQL, 'const s = req.query.s; assert(OK.includes(s)); sink(s)', "const OK = ['a']"],
  [
    'guard before a closure',
    SQL,
    'const s = req.query.s; if (!OK.includes(s)) return; run(() => sink(s))',
    "const OK = ['a']",
  ],
  ['basename', PATH, 'sink(path.join(BASE, path.basename(req.query.f)))'],
  [
    'startsWith after resolve',
    PATH,
    'const p = path.resolve(BASE, req.query.f); if (!p.startsWith(BASE + path.sep)) return; sink(p)',
    "const BASE = path.resolve('x')",
  ],
  [
    'startsWith after join with a slash',
    PATH,
    "const p = path.join(BASE, req.query.f); if (!p.startsWith(BASE + '/')) { return } sink(p)",
    "const BASE = '/srv/x'",
  ],
  [
    'relative does not climb',
    PATH,
    "const p = path.resolve(BASE, req.query.f); const rel = path.relative(BASE, p); if (rel.startsWith('..') || path.isAbsolute(rel)) return; sink(p)",
  ],
  [
    'host membership',
    SSRF,
    'const u = req.query.u; const parsed = new URL(u); if (!HOSTS.includes(parsed.hostname)) return; sink(u)',
    "const HOSTS = ['a.example']",
  ],
  ['host equality', SSRF, "const u = new URL(req.query.u); if (u.host !== 'a.example') return; sink(u)"],
  [
    'host by destructuring',
    SSRF,
    'const u = req.query.u; const { hostname } = new URL(u); if (!HOSTS.has(hostname)) return; sink(u)',
    "const HOSTS = new Set(['a.example'])",
  ],
  ['fixed host in front', SSRF, 'sink(`https://api.example/users/${req.query.id}`)'],
  ['fixed host by name', SSRF, 'sink(API + req.query.id)', "const API = 'https://api.example/users/'"],
  ['configured host in front', SSRF, 'sink(`${process.env.API}/users/${req.query.id}`)'],
  ['fixed folder in front', REDIRECT, "sink('/item/' + req.query.id)"],
  ['fixed host in a variable', REDIRECT, 'const to = `https://a.example/${req.query.id}`; sink(to)'],
  [
    'one slash, not two',
    REDIRECT,
    "const to = req.query.to; if (!to.startsWith('/') || to.startsWith('//')) return; sink(to)",
  ],
  [
    'typeof string for NoSQL',
    NOSQL,
    "const s = req.body.s; if (typeof s !== 'string') return; sink({ name: s })",
  ],
  ['String() for NoSQL', NOSQL, 'sink({ name: String(req.body.s) })'],
  ['a template for NoSQL', NOSQL, 'sink({ name: `${req.body.s}` })'],
  ['a path parameter for NoSQL', NOSQL, 'sink({ id: req.params.id })'],
]

const WEAKENED: readonly Case[] = [
  [
    'a place at the start, found by its index',
    PATH,
    'const p = path.normalize(ROOT + req.query.f); if (p.indexOf(ROOT) !== 0) return; sink(p)',
  ],
  [
    'one of some starts',
    REDIRECT,
    'const to = req.query.to; if (!settings.sites.some(one => to.startsWith(one))) return; sink(to)',
  ],
  ['one slash only in front', REDIRECT, "sink('/' + req.query.to)"],
  [
    'a prefix check before a callback that only adds fixed text',
    PATH,
    "let p = path.normalize(path.join(ROOT, req.url)); if (!p.startsWith(ROOT)) { return res.end() } fs.exists(p, there => { if (!there) { p = '/index.html' } if (there) { p = p + '/index.html' } fs.readFile(p, () => sink(p)) })",
  ],
  ['an unknown predicate', SQL, 'const s = req.query.s; if (!isValidName(s)) return; sink(s)'],
  ['an unanchored pattern', SQL, 'const s = req.query.s; if (!/[a-z]+/.test(s)) return; sink(s)'],
  ['a pattern with a wildcard', SQL, 'const s = req.query.s; if (!/^a.*$/.test(s)) return; sink(s)'],
  ['a pattern with a loose alternative', SQL, 'const s = req.query.s; if (!/^a|b$/.test(s)) return; sink(s)'],
  ['a multi-line pattern', SQL, 'const s = req.query.s; if (!/^[a-z]+$/m.test(s)) return; sink(s)'],
  [
    'membership in a variable list',
    SQL,
    'const s = req.query.s; if (!names.includes(s)) return; sink(s)',
    'let names = load()',
  ],
  [
    'membership of the extension',
    PATH,
    "const f = req.query.f; if (!['.png'].includes(path.extname(f))) return; sink(f)",
  ],
  ['dots looked for', PATH, "const f = req.query.f; if (f.includes('..')) return; sink(f)"],
  [
    'startsWith without a separator',
    PATH,
    'const p = path.resolve(BASE, req.query.f); if (!p.startsWith(BASE)) return; sink(p)',
    "const BASE = '/srv/x'",
  ],
  ['startsWith without resolve', PATH, "const p = req.query.f; if (!p.startsWith('/srv/')) return; sink(p)"],
  ['startsWith http', SSRF, "const u = req.query.u; if (!u.startsWith('https://')) return; sink(u)"],
  [
    'a validated body',
    SQL,
    'const { error } = schema.validate(req.body); if (error) return; sink(req.body.name)',
  ],
  [
    'an express-validator result',
    SQL,
    'const errors = validationResult(req); if (!errors.isEmpty()) return; sink(req.body.name)',
  ],
  ['a validating call', SQL, 'validateName(req.body.name); sink(req.body.name)'],
  ['an unknown sanitizer', SQL, 'sink(sanitize(req.body.name))'],
  ['quotes doubled by hand', SQL, `sink(req.body.name.replace(/'/g, "''"))`],
  ['schema.parse', SQL, 'const b = userSchema.parse(req.body); sink(b.name)'],
]

const TAINTED: readonly Case[] = [
  ['no check', SQL, 'sink(req.query.s)'],
  [
    'a check that does not leave',
    SQL,
    'const s = req.query.s; if (!OK.includes(s)) { console.log(s) } sink(s)',
    "const OK = ['a']",
  ],
  [
    'a check after the sink',
    SQL,
    'const s = req.query.s; sink(s); if (!OK.includes(s)) return',
    "const OK = ['a']",
  ],
  [
    'a check of another name',
    SQL,
    'const s = req.query.s; const t = req.query.t; if (!OK.includes(t)) return; sink(s)',
    "const OK = ['a']",
  ],
  [
    'a check of another member',
    SQL,
    'if (!OK.includes(req.query.t)) return; sink(req.query.s)',
    "const OK = ['a']",
  ],
  [
    'the check the wrong way round',
    SQL,
    'const s = req.query.s; if (OK.includes(s)) return; sink(s)',
    "const OK = ['a']",
  ],
  [
    'a check in another branch',
    SQL,
    'const s = req.query.s; if (x) { if (!OK.includes(s)) return } sink(s)',
    "const OK = ['a']",
  ],
  [
    'a check of the old value',
    SQL,
    'let s = req.query.s; if (!OK.includes(s)) return; s = req.query.t; sink(s)',
    "const OK = ['a']",
  ],
  ['only one of two ways checked', SQL, "const s = req.query.s; if (s !== 'asc' && x) return; sink(s)"],
  ['a presence check', SQL, 'const s = req.query.s; if (!s) return; sink(s)'],
  [
    'a comparison with nothing',
    SQL,
    "const s = req.query.s; if (s === undefined || s === '' || s == null) return; sink(s)",
  ],
  ['a length check', SQL, 'const s = req.query.s; if (s.length > 10) return; sink(s)'],
  ['typeof string for SQL', SQL, "const s = req.query.s; if (typeof s !== 'string') return; sink(s)"],
  ['an inequality', SQL, "const s = req.query.s; if (s === 'admin') return; sink(s)"],
  ['equality with a variable', SQL, 'const s = req.query.s; if (s !== other) return; sink(s)'],
  [
    'a check in a declared function that runs later',
    SQL,
    'const s = req.query.s; function check() { if (!OK.includes(s)) return } sink(s)',
    "const OK = ['a']",
  ],
  [
    'a host check for SQL',
    SQL,
    'const u = req.query.u; if (!HOSTS.includes(new URL(u).hostname)) return; sink(u)',
    "const HOSTS = ['a.example']",
  ],
  ['a scheme only in front', SSRF, 'sink(`https://${req.query.host}/x`)'],
  ['a host without slash', SSRF, "sink('https://api.example' + req.query.rest)"],
  ['input in front', SSRF, 'sink(req.query.url + req.query.symbol)'],
  ['html escaping for SQL', { ...SQL, sanitizers: ['sql-escape'] }, 'sink(encodeURIComponent(req.query.s))'],
  ['an object for NoSQL', NOSQL, 'sink({ name: req.body.name })'],
  ['the whole body for NoSQL', NOSQL, 'sink(req.body)'],
  ['a switch default', SQL, "const s = req.query.s; switch (s) { case 'a': return; default: sink(s) }"],
  ['quotes removed once', { ...SQL }, 'const s = req.query.s; sink(s.slice(1))'],
]

const told = (cases: readonly Case[], verdict: string): void => {
  for (const [name, query, body, before] of cases) {
    test(`JavaScript, ${verdict}: ${name}`, async () => {
      expect((await ask('JavaScript', handler(body, before), query)).verdict).toBe(verdict)
    })
  }
}

told(EXACT, 'clean')
told(WEAKENED, 'weakened')
told(TAINTED, 'tainted')
