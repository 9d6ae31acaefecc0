import { expect, test } from 'vitest'
import { engineOf, pack } from '../../rules/pack.js'
import { fuzz } from './fuzz.js'

// Whether one input takes too long is judged by processor time inside `fuzz`; the limit here only ends a hang.
test('broken code never breaks the scanner (a sample; the long run is in the soak tests)', async () => {
  const { crashes, differences, findings } = await fuzz(80, 1)
  expect(crashes).toEqual([])
  expect(differences).toEqual([])
  expect(findings).toBeGreaterThan(0)
}, 180_000)

const DEEP = 10_000
const nested = (open: string, inner: string, close: string) => open.repeat(DEEP) + inner + close.repeat(DEEP)
const query = (sql: string) => `app.get('/', (req, res) => { db.query(${sql}) })`

test.each([
  ['a sum', 'a.js', query(`${'"a" + '.repeat(DEEP)}req.query.id`)],
  ['brackets', 'a.js', query(nested('"a" + (', 'req.query.id', ')'))],
  ['calls', 'a.js', query(nested('a.b(', 'req.query.id', ')'))],
  ['templates', 'a.js', query(nested('`a${', 'req.query.id', '}`'))],
  ['functions', 'a.js', nested('(function (req) {', 'db.query("a" + req.query.id)', '})')],
  ['blocks', 'a.js', nested('if (a) {', 'db.query("a" + req.query.id)', '}')],
  ['a Python sum', 'a.py', `def f():\n  c.execute(${'"a" + '.repeat(DEEP)}request.args["x"])`],
  ['Python lists', 'a.py', `def f():\n  c.execute(${nested('[', 'request.args["x"]', ']')})`],
  [
    'a Go sum',
    'a.go',
    `package p\nfunc f(r *http.Request) { db.Query(${'"a" + '.repeat(DEEP)}r.FormValue("a")) }`,
  ],
  [
    'Java calls',
    'A.java',
    `class A { void f(Request r) { s.executeQuery(${nested('f(', 'r.getParameter("a")', ')')}); } }`,
  ],
  ['PHP blocks', 'a.php', `<?php ${nested('if ($a) {', 'mysqli_query($c, "a" . $_GET["a"]);', '}')}`],
  ['Ruby blocks', 'a.rb', nested('a do\n', 'User.where("a" + params[:a])\n', 'end\n')],
  [
    'a C# sum',
    'a.cs',
    `class A { void F() { new SqlCommand(${'"a" + '.repeat(DEEP)}Request.Query["a"]); } }`,
  ],
  ['elements', 'a.tsx', nested('<a>', '<p dangerouslySetInnerHTML={{ __html: req.query.a }} />', '</a>')],
  ['brackets of a page', 'a.html', `<script>${nested('[', 'eval(location.hash)', ']')}</script>`],
])('%s, ten thousand levels deep: given up, not broken by', async (_, path, text) => {
  const { errors } = await engineOf(pack.rules).scan(path, text, { mustParse: true })
  expect(errors.map(error => error.kind)).toContain('gave-up')
})

test('a text of fifty million characters is not even parsed', async () => {
  const { errors, file } = await engineOf(pack.rules).scan(
    'a.js',
    `db.query("${'a'.repeat(50_000_000)}" + b)`,
  )
  expect(file).toBeNull()
  expect(errors.map(error => error.kind)).toEqual(['gave-up'])
})
