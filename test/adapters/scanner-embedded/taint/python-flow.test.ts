import { expect, test } from 'vitest'
import { ask } from './ask-flow.js'

/** A Flask view with the lines as its body. */
const view = (...lines: readonly string[]): string =>
  `@app.route('/x')\ndef view():\n${lines.map(line => `    ${line}`).join('\n')}\n`

const TAINTED: Readonly<Record<string, string>> = {
  'an argument of the request': view("sink(request.args.get('id'))"),
  'an index into the form': view("sink(request.form['id'])"),
  'request.json': view('content = request.json', "sink(content['search'])"),
  'get_json()': view('data = request.get_json()', "sink(data.get('a'))"),
  'an f-string': view('sink(f"a {request.args[\'id\']} b")'),
  'percent formatting': view("q = \"a '%s'\" % request.args['id']", 'sink(q)'),
  'percent formatting with a tuple': view("q = \"a '%s' %s\" % (1, request.args['id'])", 'sink(q)'),
  'percent formatting with a dictionary': view("q = \"a %(n)s\" % {'n': request.args['id']}", 'sink(q)'),
  'str.format': view("sink('a {}'.format(request.args['id']))"),
  concatenation: view("q = 'a' + request.args['id'] + 'b'", 'sink(q)'),
  'augmented assignment': view("q = 'a'", "q += request.args['id']", 'sink(q)'),
  'join of a list': view('parts = []', "parts.append(request.args['a'])", "sink(' '.join(parts))"),
  'tuple assignment': view("a, b = 'x', request.args['b']", 'sink(b)'),
  'chained assignment': view("a = b = request.args['b']", 'sink(a)'),
  walrus: view("if (a := request.args.get('a')):", '    sink(a)'),
  'with as': view('with StringIO(request.args["a"]) as thing:', '    sink(thing)'),
  for: view('for a in request.args.values():', '    sink(a)'),
  comprehension: view("sink([x + 'a' for x in request.args.getlist('x')])"),
  'comprehension with a condition': view('sink([x for x in request.json["xs"] if x])'),
  'dictionary comprehension': view('sink({k: v for k, v in request.form.items()})'),
  generator: view('sink("".join(x for x in request.json["xs"]))'),
  'conditional expression': view("q = request.args['a'] if x else 'b'", 'sink(q)'),
  'default behind or': view("q = request.args.get('a') or 'b'", 'sink(q)'),
  'a dictionary entry': view("d = {'a': request.args['a'], 'b': 1}", "sink(d['a'])"),
  'a dictionary written to': view('d = {}', "d['a'] = request.args['a']", 'sink(d)'),
  'dictionary update': view('d = {}', 'd.update(request.json)', "sink(d['x'])"),
  'assignment in a branch': view("q = 'a'", 'if x:', "    q = request.args['q']", 'sink(q)'),
  'assignment in try': view(
    "q = 'a'",
    'try:',
    "    q = request.args['q']",
    'except KeyError:',
    '    pass',
    'sink(q)',
  ),
  'a lambda': view('f = lambda: sink(request.args["a"])'),
  'a nested function': view("a = request.args['a']", 'def inner():', '    sink(a)', 'inner()'),
  'a keyword argument': view("sink(dict(text=request.args['a']))"),
  'path division': view("p = BASE / request.args['a']", 'sink(p)'),
  'a route parameter': "@app.route('/get/<cust_id>')\ndef get(cust_id):\n    sink(cust_id)\n",
  'a typed route parameter': "@app.route('/get/<string:name>')\ndef get(name):\n    sink(name)\n",
  'a FastAPI query parameter':
    "from fastapi import FastAPI\n@app.get('/x')\nasync def get(q: str, n: int = 1):\n    sink(q)\n",
  'a FastAPI body':
    "from fastapi import APIRouter\n@router.post('/x')\nasync def make(item: Item):\n    sink(item.name)\n",
  'a Django view':
    "from django.http import HttpResponse\ndef show(request):\n    sink(request.GET.get('a'))\n",
  'a Django address parameter':
    'from django.http import HttpResponse\ndef show(request, slug):\n    sink(slug)\n',
  'a Django class view':
    'from django.views import View\nclass V(View):\n    def get(self, request, slug):\n        sink(slug)\n',
  'self.request':
    "from django.views import View\nclass V(View):\n    def get(self):\n        sink(self.request.GET['a'])\n",
  'aiohttp match_info': "async def show(request):\n    sink(request.match_info['id'])\n",
  'aiohttp post':
    "async def show(request: Request):\n    data = await request.post()\n    sink(data['name'])\n",
  argv: 'import sys\nname = sys.argv[1]\nsink(name)\n',
  'argv imported': 'from sys import argv\nsink(argv[1])\n',
  argparse: 'args = parser.parse_args()\nsink(args.name)\n',
  'input()': 'sink(input("name? "))\n',
  'a lambda event': 'def lambda_handler(event, context):\n    sink(event["id"])\n',
  'a field set in one method':
    'class A:\n    def load(self, request):\n        self.q = request.GET["q"]\n    def run(self):\n        sink(self.q)\n',
  'match capture': view('match request.json:', '    case {"a": name}:', '        sink(name)'),
}

const CLEAN: Readonly<Record<string, string>> = {
  'another member of what was written to': view(
    "store.data['rows'][key]['kind'] = request.args['kind']",
    "row = store.data['rows'].get(key)",
    'sink(row.folder)',
  ),
  'a request that is sent': 'import requests\ndef send(request):\n    sink(request.url)\n',
  'a prepared request':
    'from flask import Flask\ndef send(request: PreparedRequest):\n    sink(request.url)\n',
  'a literal': view("sink('a')"),
  overwritten: view("q = request.args['q']", "q = 'a'", 'sink(q)'),
  'converted in place': view("q = request.args['q']", 'q = int(q)', "sink(f'x {q}')"),
  'int()': view('sink(f"a {int(request.args[\'id\'])}")'),
  'len()': view("sink(len(request.args['id']))"),
  'a comparison': view("sink(request.method == 'POST')"),
  "the tuple's other half": view("a, b = 'x', request.args['b']", 'sink(a)'),
  'the other entry': view("d = {'a': request.args['a'], 'b': 'x'}", "sink(d['b'])"),
  'a table looked up': view("T = {'a': 'x'}", "sink(T[request.args['t']])"),
  'a table looked up by get': view("T = {'a': 'x'}", "sink(T.get('a', 'z'))"),
  'both branches overwrite': view(
    "q = request.args['q']",
    'if x:',
    "    q = 'a'",
    'elif y:',
    "    q = 'c'",
    'else:',
    "    q = 'b'",
    'sink(q)',
  ),
  'numbers of a list': view("sink([int(x) for x in request.args.getlist('x')])"),
  'numbers by map': view("sink(list(map(int, request.args.getlist('x'))))"),
  'a global of the same name': `q = 'a'\n${view("q = request.args['q']")}def other():\n    sink(q)\n`,
  'a route number': "@app.route('/get/<int:cust_id>')\ndef get(cust_id):\n    sink(cust_id)\n",
  'a FastAPI number':
    "from fastapi import FastAPI\n@app.get('/x')\nasync def get(q: str, n: int = 1):\n    sink(n)\n",
  'a FastAPI dependency':
    "from fastapi import FastAPI\n@app.get('/x')\nasync def get(user = Depends(current)):\n    sink(user.name)\n",
  'rows found with it': view(
    "rows = db.execute(q, (request.args['id'],)).fetchall()",
    "sink(rows[0]['name'])",
  ),
  'an object found with it': view("u = User.query.filter_by(name=request.args['n']).first()", 'sink(u.name)'),
  'a caught error': view('try:', '    x()', 'except E as e:', '    sink(str(e))'),
  'a parameter nobody calls with input': 'def f(a):\n    sink(a)\n',
  're.sub to a safe set': view('import re', "sink(re.sub(r'[^a-z0-9]', '', request.args['a']))"),
  "a class body's name": 'class A:\n    q = request.args\n    def f(self):\n        sink(q)\n',
  hash: view("sink(hashlib.sha256(request.args['p']).hexdigest())"),
}

for (const [name, code] of Object.entries(TAINTED)) {
  test(`Python, tainted: ${name}`, async () => {
    expect((await ask('Python', code)).verdict).toBe('tainted')
  })
}

for (const [name, code] of Object.entries(CLEAN)) {
  test(`Python, clean: ${name}`, async () => {
    expect(await ask('Python', code)).toEqual({ verdict: 'clean', trace: [] })
  })
}

const UNSURE: Readonly<Record<string, string>> = {
  'what unknown code makes': view("sink(build(text=request.args['a']))"),
  'a method of what unknown code makes': view(
    "made = repo.copy_as(request.args['a'])",
    'sink(made.address())',
  ),
}

for (const [name, code] of Object.entries(UNSURE)) {
  test(`Python, unsure: ${name}`, async () => {
    expect((await ask('Python', code)).verdict).toBe('weakened')
  })
}

for (const [name, route, verdict] of [
  ['one segment', "'/get/<name>'", 'weakened'],
  ['one segment in braces', "'/get/{name}'", 'weakened'],
  ['the rest of the address', "'/get/<path:name>'", 'tainted'],
  ['the rest of the address in braces', "'/get/{name:path}'", 'tainted'],
] as const)
  test(`Python: a path made of ${name} is ${verdict}`, async () => {
    const code = `@app.route(${route})\ndef get(name):\n    sink('/srv/' + name)\n`
    expect((await ask('Python', code, { weakness: 'path-traversal' })).verdict).toBe(verdict)
  })

test('Python: headers bring no line break into a log', async () => {
  const query = { weakness: 'log-injection', sanitizers: ['log-escape'] }
  for (const read of ["request.headers['a']", "request.headers.get('a')", 'request.url'])
    expect((await ask('Python', view(`sink(${read})`), query)).verdict).toBe('clean')
  expect((await ask('Python', view("sink(request.args['a'])"), query)).verdict).toBe('tainted')
})

test('the trace leads from the source over each assignment to the sink', async () => {
  const code = view("name = request.args.get('n')", "q = 'a %s' % name", 'sink(q)')
  expect((await ask('Python', code)).trace).toEqual([
    "request.args.get('n'): comes from the request",
    'name: is kept in a variable',
    'q: becomes part of the text',
    'q: is used here',
  ])
})

const DJANGO = 'from django.http import HttpResponse\n'

for (const [name, code] of [
  [
    'a helper that the views of its file call',
    `${DJANGO}def part(request, name):\n    sink(name)\ndef show(request):\n    part(request, 'a')\n`,
  ],
  ['a helper by its name', `${DJANGO}def _part(request, name):\n    sink(name)\n`],
] as const)
  test(`Python: what ${name} is given is no part of an address`, async () => {
    expect((await ask('Python', code)).verdict).toBe('clean')
  })

for (const [name, line, verdict] of [
  [
    'behind a host that is filled in',
    "sink('http://{}:{}/logs/{}'.format(ip, port, request.args['a']))",
    'clean',
  ],
  ['named, behind a host', "sink('http://{host}/{name}'.format(name=request.args['a'], host=HOST))", 'clean'],
  ['the host that is filled in', "sink('http://{}/{}'.format(request.args['a'], name))", 'tainted'],
  ['in an address set elsewhere', "sink(settings.ADDRESS.format(id=request.args['a']))", 'weakened'],
] as const)
  test(`Python: a request to an address with input ${name} is ${verdict}`, async () => {
    expect((await ask('Python', view(line), { weakness: 'ssrf' })).verdict).toBe(verdict)
  })

test('Python: a value that Flask turns into a number is no text', async () => {
  expect((await ask('Python', view("sink(request.args.get('page', 1, type=int))"))).verdict).toBe('clean')
  expect((await ask('Python', view("sink(request.args.get('page', '1', type=str))"))).verdict).toBe('tainted')
})
