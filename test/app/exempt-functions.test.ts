import { expect, test } from 'vitest'
import { exemptFinding } from '../../source/app/exempt-finding.js'
import { planSync } from '../../source/app/plan-sync.js'
import { proposeFunction } from '../../source/app/propose-function.js'
import { scanProject } from '../../source/app/scan-project.js'
import { openRealToolbox } from '../support/real-toolbox.js'
import { createTempProject } from '../support/temp-project.js'

const HELPER = `const { Pool } = require('pg')
const pool = new Pool()
async function query(text, values) {
  return pool.query(text, values)
}
function column(name) {
  return pick(name)
}
module.exports = { query, column, pool }
`
const ROUTES = `const db = require('../lib/sql')
const { column, pool } = require('../lib/sql')
module.exports = app => {
  app.get('/a', async (req, res) => res.json(await db.query('SELECT a FROM t WHERE b = ' + req.query.b)))
  app.get('/b', async (req, res) => res.json(await pool.query('SELECT a FROM t ORDER BY ' + column(req.query.b))))
  app.get('/c', async (req, res) => res.json(await pool.query('SELECT a FROM t WHERE c = ' + req.query.c)))
}
`
const FILES = {
  'package.json': '{ "dependencies": { "express": "4.19.2", "pg": "8.11.0" } }',
  'lib/sql.js': HELPER,
  'routes/orders.js': ROUTES,
}

async function shop(files: Readonly<Record<string, string>> = FILES) {
  const project = createTempProject(files)
  const tools = await openRealToolbox(project)
  const open = async () => {
    const report = await scanProject(tools, { paths: [] })
    if (!report.ok) throw new Error(report.problem.message)
    const counting = report.value.findings.filter(one => one.exempt === null)
    return {
      report: report.value,
      places: [...new Set(counting.map(one => `${one.path}:${one.startLine}`))].sort(),
    }
  }
  const exempt = (name: string, expires = '', path = 'lib/sql.js') =>
    exemptFinding(
      tools,
      { fingerprint: '', ruleId: '', weakness: 'sql-injection', path },
      { kind: 'false-positive', reason: 'it binds every value', expires, api: { path, name } },
    )
  return { project, tools, open, exempt }
}

test('a function that takes values is safe to call from every file that imports it, and inside itself', async () => {
  const { open, exempt } = await shop()
  expect((await open()).places).toEqual([
    'lib/sql.js:4',
    'routes/orders.js:4',
    'routes/orders.js:5',
    'routes/orders.js:6',
  ])
  expect((await exempt('query')).ok).toBe(true)
  const { report, places } = await open()
  expect(places).toEqual(['routes/orders.js:5', 'routes/orders.js:6'])
  const own = report.findings.find(one => one.path === 'lib/sql.js')
  expect(own?.exempt).toMatchObject({ kind: 'false-positive', reason: 'it binds every value' })
})

test('what a function gives back is clean, while other values in the same file still count', async () => {
  const { open, exempt } = await shop()
  expect((await exempt('column')).ok).toBe(true)
  expect((await open()).places).toEqual(['lib/sql.js:4', 'routes/orders.js:4', 'routes/orders.js:6'])
})

test('a value beside what the function gives back is not silenced with it', async () => {
  const text = ROUTES.replace('column(req.query.b)', 'column(req.query.b) + req.query.order')
  const { open, exempt } = await shop({ ...FILES, 'routes/orders.js': text })
  await exempt('column')
  expect((await open()).places).toContain('routes/orders.js:5')
})

test('another file with a function of the same name is not meant', async () => {
  const other = `exports.query = text => require('pg').connect().query(text)\n`
  const routes = ROUTES.replace("require('../lib/sql')\nconst {", "require('../lib/other')\nconst {")
  const { open, exempt } = await shop({ ...FILES, 'lib/other.js': other, 'routes/orders.js': routes })
  await exempt('query')
  expect((await open()).places).toContain('routes/orders.js:4')
})

test('blanks and comments change nothing; other code re-opens the findings and says so', async () => {
  const { project, open, exempt } = await shop()
  await exempt('query')
  project.write('lib/sql.js', HELPER.replace('return pool', '// bound\n    return   pool'))
  expect((await open()).places).not.toContain('routes/orders.js:4')
  project.write('lib/sql.js', HELPER.replace('query(text, values)\n}', 'query(text + values)\n}'))
  const { report, places } = await open()
  expect(places).toContain('routes/orders.js:4')
  expect(report.errors).toEqual([
    expect.objectContaining({
      kind: 'reopened-exemption',
      message: expect.stringContaining('the function has changed since'),
    }),
  ])
})

test('a function that went away and a date that has passed are told too', async () => {
  const { project, tools, open, exempt } = await shop()
  await exempt('column', '2999-01-01')
  const later = { ...tools, clock: { now: () => '2999-01-02T00:00:00.000Z' } }
  const report = await scanProject(later, { paths: [] })
  expect(report.ok && report.value.errors.map(one => one.kind)).toEqual(['expired-exemption'])
  project.write('lib/sql.js', HELPER.replaceAll('column', 'columnName'))
  expect((await open()).report.errors[0]?.message).toContain('nothing of that name is there')
})

test('in Python a method-free helper is followed through its import', async () => {
  const { open, exempt } = await shop({
    'requirements.txt': 'flask\n',
    'app/db.py':
      'import sqlite3\n\ndef run(sql):\n    return sqlite3.connect("a").cursor().execute(sql)\n\ndef table(name):\n    return look_up(name)\n',
    'app/views.py':
      'import sqlite3\nfrom flask import Flask, request\nfrom app.db import table\napp = Flask(__name__)\ncursor = sqlite3.connect("a").cursor()\n\n@app.route("/a")\ndef a():\n    return cursor.execute("SELECT a FROM " + table(request.args["t"]))\n\n@app.route("/b")\ndef b():\n    return cursor.execute("SELECT a FROM " + request.args["t"])\n',
  })
  expect((await open()).places).toEqual(['app/views.py:13', 'app/views.py:9'])
  expect((await exempt('table', '', 'app/db.py')).ok).toBe(true)
  expect((await open()).places).toEqual(['app/views.py:13'])
})

test.each([
  ['nothing', 'lib/sql.js', 'no function of the name'],
  ['query', '../outside.js', 'not inside the project'],
  ['query', 'lib/query.rb', 'are followed into'],
])('%s in %s cannot be vouched for', async (name, path, message) => {
  const { exempt } = await shop()
  const made = await exempt(name, '', path)
  expect(made.ok ? '' : made.problem.message).toContain(message)
})

test('the assistants are told, until the code changes', async () => {
  const { project, tools, exempt } = await shop()
  await exempt('query')
  const text = async () => {
    const plan = await planSync(tools, {})
    return plan.ok ? plan.value.changes.map(change => change.after).join('') : ''
  }
  expect(await text()).toContain('- `query` from `lib/sql` was judged safe (sql injection)')
  project.write('lib/sql.js', HELPER.replace('values)\n}', 'other)\n}'))
  expect(await text()).not.toContain('judged safe')
})

test("the developer's answer names the function it speaks of", async () => {
  const { tools, open } = await shop()
  const { report } = await open()
  const finding = report.findings.find(one => one.path === 'routes/orders.js' && one.startLine === 4)
  if (!finding) throw new Error('no finding')
  expect(await proposeFunction(tools, finding, 'query() binds all values')).toMatchObject({
    path: 'lib/sql.js',
    name: 'query',
  })
  expect(await proposeFunction(tools, finding, 'this place is safe')).toBeNull()
})
