import { expect, test } from 'vitest'
import { fixed } from './support.js'

const js = (text: string, withValues: Record<string, string> = {}, pattern = '$DB.query($SQL, $$$)') =>
  fixed({ path: 'a.js', text, pattern, sink: 'SQL', fix: { action: 'js-parameterize', with: withValues } })
const py = (text: string, withValues: Record<string, string> = {}, pattern = '$C.execute($SQL)') =>
  fixed({
    path: 'a.py',
    text,
    pattern,
    sink: 'SQL',
    fix: { action: 'python-parameterize', with: withValues },
  })

test.each([
  [
    'db.query(`SELECT * FROM u WHERE id = ${req.query.id}`, done)',
    "db.query('SELECT * FROM u WHERE id = ?', [req.query.id], done)",
  ],
  [
    'db.query("SELECT * FROM u WHERE name = \'" + name + "\' AND a = " + a)',
    'db.query("SELECT * FROM u WHERE name = ? AND a = ?", [name, a])',
  ],
  [
    "db.query(`SELECT 1 FROM u WHERE n LIKE '%${q}%'`)",
    "db.query('SELECT 1 FROM u WHERE n LIKE ?', [`%${q}%`])",
  ],
  ['db.query(`SELECT 1\n  FROM u\n  WHERE n = ${n}`)', 'db.query(`SELECT 1\n  FROM u\n  WHERE n = ?`, [n])'],
  [
    'const sql = `SELECT * FROM u WHERE id = ${id}`\ndb.query(sql, done)',
    "const sql = 'SELECT * FROM u WHERE id = ?'\ndb.query(sql, [id], done)",
  ],
  [
    "db.query(`UPDATE u SET a = ${a}, b = '${b}' WHERE c = 'x'`, [])",
    'db.query("UPDATE u SET a = ?, b = ? WHERE c = \'x\'", [a, b])',
  ],
])('JavaScript: %s', async (before, after) => {
  expect(await js(before)).toBe(after)
})

test('PostgreSQL takes numbered placeholders', async () => {
  const lead = "const { Pool } = require('pg')\n"
  expect(await js(`${lead}db.query(\`SELECT * FROM u WHERE id = \${id} AND b = '\${b}'\`)`)).toBe(
    `${lead}db.query('SELECT * FROM u WHERE id = $1 AND b = $2', [id, b])`,
  )
})

test('Sequelize takes replacements, beside other options', async () => {
  const how = { values: 'replacements', placeholder: 'named' }
  expect(await js('db.query(`SELECT * FROM u WHERE id = ${req.body.id}`)', how)).toBe(
    "db.query('SELECT * FROM u WHERE id = :id', { replacements: { id: req.body.id } })",
  )
  expect(await js('db.query(`SELECT * FROM u WHERE id = ${id}`, { type: T })', how)).toBe(
    "db.query('SELECT * FROM u WHERE id = :id', { replacements: { id }, type: T })",
  )
})

test.each([
  'db.query(`SELECT * FROM ${table}`)',
  'db.query(`SELECT * FROM u ORDER BY ${column}`)',
  'db.query(`SELECT ${column}, b FROM u WHERE a = 1`)',
  'db.query(`SELECT * FROM u WHERE id IN (${ids})`)',
  'db.query(`SELECT * FROM u WHERE a = ? AND b = ${b}`, [a])',
  'db.query(`SELECT * FROM u WHERE t_${n} = 1`)',
  'let sql = `SELECT * FROM u WHERE a = ${a}`\nsql += b\ndb.query(sql)',
  'db.query(build(a))',
])('a place that takes no parameter is left alone: %s', async text => {
  expect(await js(text)).toBeNull()
})

test.each([
  ['c.execute(f"SELECT * FROM u WHERE id = {uid}")', 'c.execute("SELECT * FROM u WHERE id = ?", (uid,))'],
  [
    'c.execute("SELECT * FROM u WHERE a = \'%s\' AND b = %d" % (a, b))',
    'c.execute("SELECT * FROM u WHERE a = ? AND b = ?", (a, b))',
  ],
  ["c.execute('SELECT 1 FROM u WHERE n = {}'.format(n))", "c.execute('SELECT 1 FROM u WHERE n = ?', (n,))"],
  [
    'c.execute("SELECT 1 FROM u WHERE n = \'" + str(n) + "\'")',
    'c.execute("SELECT 1 FROM u WHERE n = ?", (n,))',
  ],
  [
    'import psycopg2\nc.execute(f"SELECT 1 FROM u WHERE n LIKE \'%{n}%\'")',
    'import psycopg2\nc.execute("SELECT 1 FROM u WHERE n LIKE %s", (f"%{n}%",))',
  ],
  [
    'q = f"""SELECT 1\n  FROM u WHERE n = {n}"""\nc.execute(q)',
    'q = """SELECT 1\n  FROM u WHERE n = ?"""\nc.execute(q, (n,))',
  ],
])('Python: %s', async (before, after) => {
  expect(await py(before)).toBe(after)
})

test('text() of SQLAlchemy takes named parameters, passed to the call around it', async () => {
  expect(await py('db.execute(text(f"SELECT 1 FROM u WHERE id = {u.id}"))', {}, 'text($SQL)')).toBe(
    'db.execute(text("SELECT 1 FROM u WHERE id = :id"), {"id": u.id})',
  )
})

test.each([
  'c.execute(f"SELECT * FROM {t}")',
  'c.execute("a %(x)s" % d)',
  'c.execute(f"SELECT {n:>3} FROM u")',
])('what is no plain value is left alone: %s', async text => {
  expect(await py(text)).toBeNull()
})
