import { mkdir, mkdtemp, realpath, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { TEXT_RULES } from '../../../source/adapters/scanner-text/text-rules.js'
import { createTextSource } from '../../../source/adapters/scanner-text/text-source.js'
import { sha256 } from '../../../source/adapters/system/sha256.js'

async function sourceOf(files: Readonly<Record<string, string>>) {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'text-source-')))
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), text)
  }
  const source = createTextSource({
    workspace: { listProject: async () => Object.keys(files).sort() },
    hash: sha256,
    rules: TEXT_RULES,
    titleOf: async weakness => `title of ${weakness}`,
  })
  return { root, source }
}

const PAGE = '<p><%- user.name %></p>\n<p><%- user.name %></p>\n'

test('places are told with their fix, equal ones apart, and only below the paths that were named', async () => {
  const { root, source } = await sourceOf({ 'a/x.ejs': PAGE, 'b/y.ejs': PAGE, 'c.md': PAGE })
  const { findings } = await source.scan({ root, paths: ['a'] })
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
  expect((await source.scan({ root, paths: [], exclude: ['a'] })).findings.map(one => one.path)).toEqual([
    'b/y.ejs',
    'b/y.ejs',
  ])
})

test('a fix is worked out on the present text, and is none where the finding is gone', async () => {
  const { root, source } = await sourceOf({ 'x.ejs': PAGE })
  const [, second] = (await source.scan({ root, paths: [] })).findings
  const moved = `<h1>new</h1>\n${PAGE}`
  const proposal = second && (await source.propose?.(second, 'escape', moved))
  expect(proposal?.edits).toEqual([
    { start: moved.lastIndexOf('<%-'), end: moved.lastIndexOf('<%-') + 16, text: '<%= user.name %>' },
  ])
  expect(second && (await source.propose?.(second, 'escape', '<p></p>'))).toBeNull()
  expect(second && (await source.propose?.(second, 'nothing', PAGE))).toBeNull()
})

test('a comment with a reason exempts a line, one without is told', async () => {
  const { root, source } = await sourceOf({
    'x.ejs': '<%# guardrail-ignore: ejs-raw-output -- our own markup %>\n<%- menu %>\n',
    Dockerfile: 'FROM a\n# guardrail-ignore\nUSER root\n',
  })
  const { findings, errors } = await source.scan({ root, paths: [] })
  expect(findings.map(({ path, exempt }) => [path, exempt])).toEqual([
    ['Dockerfile', { kind: 'in-source', reason: '' }],
    ['x.ejs', { kind: 'in-source', reason: 'our own markup' }],
  ])
  expect(errors).toEqual([expect.objectContaining({ path: 'Dockerfile', kind: 'bad-ignore' })])
})
