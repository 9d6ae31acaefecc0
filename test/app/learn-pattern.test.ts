import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSyntax } from '../../source/adapters/scanner-embedded/open-syntax.js'
import { hunksBetween } from '../../source/adapters/system/hunks-between.js'
import { learnPattern } from '../../source/app/learn-pattern.js'
import { editOfFix } from '../../source/core/generalise/edit-of-fix.js'

const SAFE = join(import.meta.dirname, '../fixtures/safe')
const safe = {
  javascript: [readFileSync(join(SAFE, 'safe.ts'), 'utf8')],
  python: [readFileSync(join(SAFE, 'safe.py'), 'utf8')],
}
const syntax = openSyntax()

type Language = 'javascript' | 'python'
type Pair = readonly [before: string, after: string]

async function learn(language: Language, pairs: readonly Pair[]) {
  const edits = pairs.map(([before, after]) => ({ before, after }))
  return learnPattern(syntax, { language, edits, safe: safe[language] })
}

/** How often what was learned matches a piece of code. */
async function hits(language: Language, pairs: readonly Pair[], code: string): Promise<number> {
  const learned = await learn(language, pairs)
  if (!learned) throw new Error('nothing was learned')
  return (await syntax.match(language === 'python' ? 'a.py' : 'a.ts', code, learned.pattern)).length
}

const SQL: readonly Pair[] = [
  ['db.query(`SELECT * FROM a WHERE id = ${id}`)', "db.query('SELECT * FROM a WHERE id = $1', [id])"],
  [
    'db.query("SELECT * FROM b WHERE n = \'" + name + "\'")',
    "db.query('SELECT * FROM b WHERE n = $1', [name])",
  ],
]
const EXEC: readonly Pair[] = [
  ['exec("ls " + dir, cb)', "execFile('ls', [dir], cb)"],
  ['exec(`git log ${ref}`, cb)', "execFile('git', ['log', ref], cb)"],
]
const YAML: readonly Pair[] = [
  ['yaml.load(text)', 'yaml.load(text, { schema: yaml.JSON_SCHEMA })'],
  ['yaml.load(body.config)', 'yaml.load(body.config, { schema: yaml.JSON_SCHEMA })'],
]
const INNER: readonly Pair[] = [
  ['el.innerHTML = name', 'el.textContent = name'],
  ['box.innerHTML = user.bio', 'box.textContent = user.bio'],
]
const PICKLE: readonly Pair[] = [
  ['yaml.load(data)', 'yaml.safe_load(data)'],
  ['yaml.load(request.data)', 'yaml.safe_load(request.data)'],
]
const EXECUTE: readonly Pair[] = [
  ['cursor.execute(f"SELECT {x}")', 'cursor.execute("SELECT %s", (x,))'],
  ['cur.execute("SELECT %s" % y)', 'cur.execute("SELECT %s", (y,))'],
]

test.each([
  ['SQL text', 'javascript', SQL, 'db.query(`DELETE FROM c WHERE k = ${key.id}`)', "db.query('SELECT 2')"],
  ['shell strings', 'javascript', EXEC, 'exec(`rm ${path}`, done)', "exec('ls', done)"],
  ['loaders', 'javascript', YAML, 'yaml.load(request.body)', "yaml.load('a: 1')"],
  ['HTML', 'javascript', INNER, 'card.innerHTML = request.query.bio', 'const old = card.innerHTML'],
  ['Python loaders', 'python', PICKLE, 'yaml.load(upload.read())', 'yaml.load("a: 1")'],
  ['Python SQL', 'python', EXECUTE, 'c.execute(f"DELETE {y}")', 'c.execute("DELETE FROM a")'],
] as const)(
  'two fixes of %s find a third place and leave safe code alone',
  async (_, language, pairs, bad, good) => {
    const learned = await learn(language, pairs)
    expect(learned?.gate).toEqual({ firesOnBefore: true, silentOnAfter: true, silentOnSafe: true })
    expect(await hits(language, pairs, bad)).toBe(1)
    expect(await hits(language, pairs, good)).toBe(0)
  },
)

test.each([
  ['javascript', YAML, 'yaml.load($V1, { schema: yaml.JSON_SCHEMA })'],
  ['javascript', INNER, '$V1.textContent = $V2'],
  ['python', PICKLE, 'yaml.safe_load($V1)'],
] as const)('a rewrite follows where every variable is bound before: %s %j', async (language, pairs, fix) => {
  expect((await learn(language, pairs))?.pattern.fix).toBe(fix)
})

test('no rewrite is made up where the new code needs what the old one did not have', async () => {
  expect((await learn('javascript', SQL))?.pattern.fix).toBeUndefined()
})

test('one fix keeps the name of the API and abstracts locals and data', async () => {
  const learned = await learn('javascript', [['models.sequelize.query(`SELECT ${req.body.email}`)', '']])
  expect(learned?.pattern.rule.pattern).toBe('$V1.query($V2)')
  expect(learned?.pattern.fix).toBeUndefined()
})

test('a local name that two fixes share by chance is not kept', async () => {
  const learned = await learn('javascript', EXEC)
  expect(JSON.stringify(learned?.pattern.rule)).not.toContain('cb')
})

test('options are learned with their key', async () => {
  const js: readonly Pair[] = [['rejectUnauthorized: false', 'rejectUnauthorized: true']]
  expect(await hits('javascript', js, 'connect({ host, rejectUnauthorized: false })')).toBe(1)
  expect(await hits('javascript', js, 'connect({ host, rejectUnauthorized: true })')).toBe(0)
  const py: readonly Pair[] = [['verify=False', 'verify=True']]
  expect(await hits('python', py, 'requests.get(url, verify=False)')).toBe(1)
})

test.each([
  ['md5 of a file for an ETag', "crypto.createHash('md5')", "crypto.createHash('sha256')"],
  ['Math.random for a color', 'Math.random()', 'crypto.randomUUID()'],
  ['a redirect within the site', 'res.redirect(req.query.next)', "res.redirect('/')"],
])('a pattern that also matches %s does not pass its gate', async (_, before, after) => {
  expect((await learn('javascript', [[before, after]]))?.gate.silentOnSafe).toBe(false)
})

test('nothing is learned from code that does not parse, or where no API is left', async () => {
  expect(await learn('javascript', [['db.query(`', '']])).toBeNull()
  expect(
    await learn('javascript', [
      ['a.one(x)', ''],
      ['b.two(y)', ''],
    ]),
  ).toBeNull()
  expect(
    await learnPattern(syntax, { language: 'cobol', edits: [{ before: 'x(y)', after: '' }], safe: [] }),
  ).toBeNull()
})

async function edit(before: string, after: string, matched: string) {
  const [old, now] = await Promise.all([syntax.parse('a.js', before), syntax.parse('a.js', after)])
  const start = before.indexOf(matched)
  if (!old || !now) throw new Error('not parsed')
  const finding = { start, end: start + matched.length }
  return editOfFix(
    { text: before, root: old.root, finding },
    { text: after, root: now.root },
    hunksBetween(before, after),
  )
}

test('the edit of a fix is the call the finding points at and the call that took its place', async () => {
  const before =
    "const cp = require('x')\n\nfunction a(dir) {\n  log()\n  cp.exec('ls ' + dir, () => {\n    done()\n  })\n}\n"
  const after = before
    .replace("require('x')\n", "require('x')\nconst { execFile } = require('x')\n")
    .replace("cp.exec('ls ' + dir", "execFile('ls', [dir]")
  expect(await edit(before, after, "'ls ' + dir")).toEqual({
    before: "cp.exec('ls ' + dir, () => {\n    done()\n  })",
    after: "execFile('ls', [dir], () => {\n    done()\n  })",
  })
})

test('a fix that adds something beside the old code is no edit of it', async () => {
  const before = 'const app = express()\napp.listen(1)\n'
  expect(
    await edit(before, 'const app = express()\napp.use(helmet())\napp.listen(1)\n', 'express()'),
  ).toBeNull()
})

test('the call of the same name is the one that was mended, though another is around it now', async () => {
  const before = 'app.use(fileUpload())\n'
  expect(await edit(before, 'app.use(fileUpload({ limits: 5 }))\n', 'fileUpload()')).toEqual({
    before: 'fileUpload()',
    after: 'fileUpload({ limits: 5 })',
  })
})

test('an edit far from any API teaches nothing', async () => {
  expect(await edit('let a = 1\n', 'let a = 2\n', '1')).toBeNull()
})

test('a pattern from a tampered rule file is not run', async () => {
  const hostile = { rule: { regex: '(a+)+$', pattern: '$A' }, constraints: {} }
  expect(await syntax.match('a.js', 'aaaa', hostile)).toEqual([])
})
