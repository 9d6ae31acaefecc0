import { expect, test } from 'vitest'
import { createTextChecks } from '../../../source/adapters/scanner-text/text-checks.js'
import { TEXT_RULES } from '../../../source/adapters/scanner-text/text-rules.js'
import { sha256 } from '../../../source/adapters/system/sha256.js'

const checks = createTextChecks({
  hash: sha256,
  rules: TEXT_RULES,
  titleOf: weakness => `title of ${weakness}`,
})

const PAGE = '<p><%- user.name %></p>\n<p><%- user.name %></p>\n'

test('places are told with their fix, equal ones apart', () => {
  const { findings } = checks.check('a/x.ejs', PAGE)
  expect(
    findings.map(({ path, startLine, startColumn, title, fixes }) => ({
      path,
      startLine,
      startColumn,
      title,
      fixes,
    })),
  ).toEqual(
    [1, 2].map(startLine => ({
      path: 'a/x.ejs',
      startLine,
      startColumn: 4,
      title: 'title of xss',
      fixes: [{ id: 'escape', title: 'Print it escaped', kind: 'rewrite' }],
    })),
  )
  expect(new Set(findings.map(one => one.fingerprint)).size).toBe(2)
})

test('a rule keeps to its files, and secrets are found in any text', () => {
  const token = ['gh', 'p_', 'q8Zr2LmX7vKp4TnW9sYb3HdF6gJc5RaQ1eUo'].join('')
  const ids = (path: string) =>
    checks.check(path, `${PAGE}${token}\n`).findings.map(({ ruleId, weakness }) => [ruleId, weakness])
  expect(ids('c.md')).toEqual([['secret-github-token', 'hardcoded-secret']])
  expect(ids('x.ejs').map(([rule]) => rule)).toEqual([
    'secret-github-token',
    'ejs-raw-output',
    'ejs-raw-output',
  ])
  expect(['c.md', 'Dockerfile', 'package-lock.json', 'logo.png'].map(checks.reads)).toEqual([
    true,
    true,
    false,
    false,
  ])
})

test('a fix is worked out on the present text, and is none where the finding is gone', () => {
  const [, second] = checks.check('x.ejs', PAGE).findings
  const moved = `<h1>new</h1>\n${PAGE}`
  const proposal = second && checks.propose(second, 'escape', moved)
  expect(proposal?.edits).toEqual([
    { start: moved.lastIndexOf('<%-'), end: moved.lastIndexOf('<%-') + 16, text: '<%= user.name %>' },
  ])
  expect(second && checks.propose(second, 'escape', '<p></p>')).toBeNull()
  expect(second && checks.propose(second, 'nothing', PAGE)).toBeNull()
})

test('a comment with a reason exempts a line, one without is told', () => {
  const page = checks.check(
    'x.ejs',
    '<%# guardrail-ignore: ejs-raw-output -- our own markup %>\n<%- menu %>\n',
  )
  expect(page.findings.map(one => one.exempt)).toEqual([{ kind: 'in-source', reason: 'our own markup' }])
  expect(page.errors).toEqual([])
  const file = checks.check('Dockerfile', 'FROM a\n# guardrail-ignore\nUSER root\n')
  expect(file.findings.map(one => one.exempt)).toEqual([{ kind: 'in-source', reason: '' }])
  expect(file.errors).toEqual([expect.objectContaining({ path: 'Dockerfile', kind: 'bad-ignore' })])
})

/** Looks like a secret and is none; in two parts, so that nobody takes it for one. */
const VALUE = ['t9Rk2vQz8L', 'mX4pWn'].join('')

test('of a text that a tool made a thousand findings are told, and that there are more', () => {
  const step = '    steps:\n      - run: echo "${{ github.event.issue.title }}"\n'
  const { findings, errors } = checks.check('.github/workflows/ci.yml', step.repeat(5_000))
  expect(findings).toHaveLength(1_000)
  expect(errors.map(error => error.kind)).toEqual(['gave-up'])
  const keys = checks.check('settings.yml', `password: ${VALUE}\n`.repeat(5_000))
  expect(keys.findings).toHaveLength(1_000)
  expect(keys.errors.map(error => error.kind)).toEqual(['gave-up'])
}, 10_000)

test('blanks without end beside a comment that silences take no time', () => {
  const blanks = ' '.repeat(200_000)
  const text = `password: ${VALUE} # nosec${blanks}x\n# guardrail-ignore: a${blanks}!\n`
  const { findings } = checks.check('settings.yml', text)
  expect(findings.map(one => one.exempt?.kind)).toEqual(['in-source'])
}, 5_000)
