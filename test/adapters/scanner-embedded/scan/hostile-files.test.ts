import { rm } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { createEmbeddedScanner } from '../../../../source/adapters/scanner-embedded/scanner.js'
import { sha256 } from '../../../../source/adapters/system/sha256.js'
import { RULES } from '../../../rules/pack.js'
import { writeFiles } from './support.js'

const DEEP = 10_000
const FLAW = 'app.get("/", (req, res) => { db.query("SELECT " + req.query.id) })\n'

/** Files on disk that nobody wrote by hand, and what becomes of each. */
const FILES: Readonly<Record<string, string | Uint8Array>> = {
  'a-first.js': FLAW,
  'branches.ts': `app.g${'<a>\n'.repeat(DEEP)}et('/a', (req, res) => {})\n${FLAW.repeat(100)}`,
  'deep.js': `${'if (a) {'.repeat(DEEP)}\n${FLAW}${'}'.repeat(DEEP)}\n${'// a line\n'.repeat(500)}`,
  'deep-helper.js': `export function find(id) {${'{\n'.repeat(DEEP)}return id${'}\n'.repeat(DEEP)}}\n`,
  'deep-user.js': `import { find } from './deep-helper.js'\n${FLAW.replace('req.query.id', 'find(req.query.id)')}`,
  'line.js': Buffer.alloc(50_000_000, 'a = "b" + c; '),
  'line-among-lines.js': `a = [${'"b", '.repeat(DEEP)}c]\n${'x\n'.repeat(DEEP)}${FLAW}`,
  'not-utf8.js': Buffer.concat([
    Buffer.from(FLAW),
    Buffer.from([0x2f, 0x2f, 0xff, 0xfe, 0xc0, 0x80, 0xed, 0x0a]),
  ]),
  'nul.js': `${FLAW}\0`,
  'page.html': `<script>${'[\n'.repeat(DEEP)}</script>\n<script>${FLAW}</script>`,
  'settings.yml': `password: a ${' '.repeat(100_000)}x # nosec\n${'a: b\n'.repeat(2_000)}`,
  'truncated.py': 'def f(request):\n    cursor.execute("SELECT " + request.GET["a"]',
  'unbalanced.py': `def f(request):\n    cursor.execute("SELECT " + request.GET["a"]))))\n${'(\n'.repeat(DEEP)}`,
  'z-last.js': FLAW,
}

test('of a project full of hostile files each is told as what it is, and the others are scanned as ever', async () => {
  const root = await writeFiles(FILES)
  const scanner = createEmbeddedScanner({
    workspace: { root, listProject: async () => Object.keys(FILES).sort() },
    hash: sha256,
    rules: RULES,
  })
  const scan = () => scanner.scan({ root, paths: [], jobs: 1 })
  const { findings, errors, stats } = await scan()
  const found = (path: string) => findings.filter(one => one.path === path).map(one => one.ruleId)
  const kinds = (path: string) => errors.filter(one => one.path === path).map(one => one.kind)
  expect(found('a-first.js').length).toBeGreaterThan(0)
  for (const path of ['z-last.js', 'not-utf8.js', 'line-among-lines.js'])
    expect({ path, found: found(path) }).toEqual({ path, found: found('a-first.js') })
  for (const path of ['branches.ts', 'deep.js'])
    expect({ path, kinds: kinds(path) }).toEqual({ path, kinds: ['gave-up'] })
  expect(kinds('truncated.py')).toEqual(['partly-parsed'])
  expect(stats.skipped).toEqual({ binary: 1, 'too-large': 1 })
  expect(process.resourceUsage().maxRSS * 1_024).toBeLessThan(1_500_000_000)

  // What one text left behind does not show in the next, nor in a text scanned alone.
  expect((await scan()).findings).toEqual(findings)
  await scanner.scanText('branches.ts', String(FILES['branches.ts']))
  const alone = await scanner.scanText('z-last.js', FLAW)
  expect(alone.findings.map(one => one.ruleId)).toEqual(found('a-first.js'))
  await rm(root, { recursive: true })
}, 60_000)
