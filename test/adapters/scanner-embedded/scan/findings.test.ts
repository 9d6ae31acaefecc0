import { expect, test } from 'vitest'
import { scannerOf } from './support.js'

const F = { id: 'js-f', rule: { pattern: 'f($A)' } }

async function exemptions(text: string) {
  const { scanner } = await scannerOf([F], {})
  const { findings, errors } = await scanner.scanText('a.js', text)
  return { exempt: findings.map(finding => finding.exempt?.reason ?? null), errors }
}

test.each([
  ['f(1) // guardrail-ignore -- checked by hand', 'checked by hand'],
  ['// guardrail-ignore: js-f -- checked\nf(1)', 'checked'],
  ['/* guardrail-ignore: js-a, js-f -- checked */\nf(1)', 'checked'],
  ['f({\n  a: 1,\n}) // guardrail-ignore -- at the end', 'at the end'],
  ['f(1) // nosemgrep', ''],
  ['f(1) // nosemgrep: some.pack.js-f', ''],
  ['f(1) // nosec', ''],
  ['// ast-grep-ignore\nf(1)', ''],
  ['// eslint-disable-next-line security/detect-x\nf(1)', ''],
  ['f(1) // eslint-disable-line security/detect-x', ''],
  ['/* eslint-disable security/detect-x */\n\n\nf(1)', ''],
])('a finding is exempt in source: %s', async (text, reason) => {
  const { exempt, errors } = await exemptions(text)
  expect(exempt).toEqual([reason])
  expect(errors).toEqual([])
})

test.each([
  '// guardrail-ignore: js-other -- reason\nf(1)',
  '// guardrail-ignore -- reason\n\nf(1)',
  'f(1)\n// guardrail-ignore -- reason',
  'f(1) // nosemgrep: another.rule',
  '// nosec\nf(1)',
  '// eslint-disable-next-line no-eval\nf(1)',
  'f("guardrail-ignore -- reason")',
])('another comment does not silence it: %s', async text => {
  expect((await exemptions(text)).exempt).toEqual([null])
})

test('an ignore without a reason counts and is told', async () => {
  const { exempt, errors } = await exemptions('\nf(1) // guardrail-ignore: js-f')
  expect(exempt).toEqual([''])
  expect(errors).toMatchObject([
    { kind: 'bad-ignore', path: 'a.js', message: expect.stringContaining('line 2') },
  ])
})

const QUERY = {
  id: 'js-query',
  rule: { pattern: 'query($SQL)' },
  keywords: ['query'],
  more: {
    confidence: { taint: 'high', audit: 'medium' },
    nonConstant: 'SQL',
    taint: { sources: ['http-input'], sink: 'SQL' },
  },
}

async function levels(rules: readonly Parameters<typeof scannerOf>[0][number][], text: string) {
  const { scanner } = await scannerOf(rules, {})
  const { findings } = await scanner.scanText('a.js', text)
  return findings.map(
    finding => `${finding.ruleId} ${finding.startLine} ${finding.confidence} ${finding.trace.length}`,
  )
}

test('input that reaches the sink is the taint form, any other value the audit form, a constant nothing', async () => {
  expect(await levels([QUERY], 'function h(req) { query("a" + req.query.id) }')).toEqual([
    'js-query 1 high 2',
  ])
  expect(await levels([QUERY], 'function h(id) { query("a" + id) }')).toEqual(['js-query 1 medium 0'])
  expect(await levels([QUERY], 'const id = 1; query("a" + id)')).toEqual([])
})

test('a level for flows between functions, and for sources that are not the sure ones', async () => {
  const careful = {
    ...QUERY,
    more: {
      confidence: { taint: 'high', far: 'low' },
      taint: { sources: ['http-any'], sure: ['http-input'], sink: 'SQL' },
    },
  }
  expect(await levels([careful], 'function h(req) { const id = req.query.id; query("a" + id) }')).toEqual([
    'js-query 1 high 3',
  ])
  expect(await levels([careful], 'function h(req) { query("a" + req.headers.id) }')).toEqual([
    'js-query 1 low 2',
  ])
  const between = 'function h(req) { run(req.query.id) } function run(id) { query("a" + id) }'
  expect((await levels([careful], between)).map(one => one.slice(0, 14))).toEqual(['js-query 1 low'])
})

test('of several findings of a weakness at one place the best is kept', async () => {
  const wide = {
    id: 'js-any-query',
    rule: { pattern: 'query($$$A)' },
    keywords: ['query'],
    more: { confidence: 'low' },
  }
  expect(await levels([wide, QUERY], 'function h(req) { query(req.query.id) }')).toEqual([
    'js-query 1 high 2',
  ])
})

test('a sink inside a sink is told once, a call in a callback is another place', async () => {
  expect(await levels([QUERY], 'function h(id) { query(a(query(id))) }')).toEqual(['js-query 1 medium 0'])
  const twice = { ...QUERY, rule: { pattern: 'query($SQL, $$$)' } }
  expect(await levels([twice], 'function h(id) {\n query(id, () => {\n query(id) }) }')).toEqual([
    'js-query 2 medium 0',
    'js-query 3 medium 0',
  ])
})

test.each([
  ['settings/base.js', 'low'],
  ['settings/production.js', 'medium'],
  ['app.js', 'high'],
])('a rule is held down in files where it is seldom right: %s', async (path, level) => {
  const { scanner } = await scannerOf(
    [{ ...F, more: { confidence: 'high', atMostIn: { low: '(^|/)base[.]js$', medium: '^settings/' } } }],
    {},
  )
  const { findings } = await scanner.scanText(path, 'f(1)')
  expect(findings.map(finding => finding.confidence)).toEqual([level])
})
