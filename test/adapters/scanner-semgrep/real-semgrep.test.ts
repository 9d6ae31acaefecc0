import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { combineScanners } from '../../../source/adapters/finding-import/combined-scanner.js'
import { findBinary } from '../../../source/adapters/scanner-semgrep/find-binary.js'
import { runSemgrep } from '../../../source/adapters/scanner-semgrep/run-semgrep.js'
import { createSemgrepSource } from '../../../source/adapters/scanner-semgrep/semgrep-source.js'
import { sha256 } from '../../../source/adapters/system/sha256.js'
import { applyEdits } from '../../../source/core/fix/apply-edits.js'
import { createFakeScanner } from '../../support/fake-scanner.js'
import { findTool } from '../../support/find-tool.js'
import { createMemoryWorkspace } from '../../support/memory-workspace.js'
import { createTempFolder } from '../../support/temp-project.js'
import { readWeaknesses } from '../../support/weaknesses.js'

const FIXTURE = resolve(import.meta.dirname, '../../fixtures/semgrep')
const semgrep = findTool('semgrep')

// `.ci/run` installs Semgrep; without Python's registry the tests below are named as skipped.
describe.skipIf(semgrep === null)(
  'a real Semgrep (skipped: it is not installed)',
  { timeout: 120_000 },
  () => {
    beforeAll(() => {
      if (semgrep) process.env.PATH = `${dirname(semgrep)}:${process.env.PATH ?? ''}`
    })

    async function setUp() {
      const root = createTempFolder()
      cpSync(join(FIXTURE, 'project'), root, { recursive: true })
      const binary = await findBinary('semgrep', root)
      if (!binary.ok) throw new Error(binary.problem.message)
      const needs = {
        root,
        weaknesses: async () => readWeaknesses(),
        hash: sha256,
        readText: async (path: string) => readFileSync(join(root, path), 'utf8'),
      }
      const source = createSemgrepSource(binary.value, [join(FIXTURE, 'rules.yml')], needs)
      return {
        root,
        binary: binary.value,
        source,
        scanner: combineScanners(createFakeScanner(createMemoryWorkspace()), source, 'foreign'),
      }
    }

    test('finds what its rules say, at the right columns on lines with letters beyond ASCII', async () => {
      const { root, scanner } = await setUp()
      const report = await scanner.scan({ root, paths: [] })
      const text = (path: string) => readFileSync(join(root, path), 'utf8')
      const found = report.findings.map(one => [
        one.weakness,
        text(one.path).slice(one.startOffset, one.endOffset),
      ])
      expect(found).toContainEqual(['code-injection', 'eval(text)'])
      expect(found).toContainEqual(['broken-crypto', 'hashlib.md5(data)'])
      expect(found).toContainEqual(['cwe-617', 'assert x'])
    })

    test('a file it cannot parse is told, in plain words', async () => {
      const { root, scanner } = await setUp()
      const report = await scanner.scan({ root, paths: [] })
      expect(report.errors.find(error => error.path === 'broken.py')?.message).toMatch(/parsed/)
    })

    test('its own fix goes through the verify gate: after it, a rescan no longer has the finding', async () => {
      const { root, scanner } = await setUp()
      const report = await scanner.scan({ root, paths: [] })
      const finding = report.findings.find(one => one.path === 'tags.py' && one.weakness === 'broken-crypto')
      if (!finding) throw new Error('no finding to fix')
      expect(scanner.checkedBy?.(finding)).toBe('tool')
      const before = readFileSync(join(root, 'tags.py'), 'utf8')
      const proposal = await scanner.proposeFix(finding, 'tool-fix', before)
      if (!proposal.ok) throw new Error(proposal.problem.message)
      const after = applyEdits(before, proposal.value.edits)
      expect(after).toContain('return hashlib.sha256(data)')
      const still = (text: string) =>
        scanner
          .scanText('tags.py', text)
          .then(scan => scan.findings.some(one => one.fingerprint === finding.fingerprint))
      expect(await still(before)).toBe(true)
      expect(await still(after)).toBe(false)
    })

    test('no match is an empty report, a bad rule file a plain sentence', async () => {
      const { root, binary } = await setUp()
      const options = { cwd: root, targets: ['tags.py'], jobs: 1, timeout: 60_000 }
      writeFileSync(
        join(root, 'none.yml'),
        'rules: [{id: a, languages: [go], severity: INFO, message: m, pattern: "x.y()"}]',
      )
      const none = await runSemgrep(binary, { ...options, configs: ['none.yml'] })
      expect(none.ok && none.value.results).toEqual([])
      writeFileSync(join(root, 'bad.yml'), 'rules: [{id: a, languages: [python]}]')
      const bad = await runSemgrep(binary, { ...options, configs: ['bad.yml'] })
      expect(bad.ok ? JSON.stringify(bad.value.errors) : bad.problem.message).toMatch(/rule|schema|invalid/i)
    })

    test('a run that takes too long is stopped and told', async () => {
      const { root, binary } = await setUp()
      const run = await runSemgrep(binary, {
        cwd: root,
        configs: [join(FIXTURE, 'rules.yml')],
        targets: ['.'],
        jobs: 1,
        timeout: 50,
      })
      expect(run.ok ? '' : run.problem.message).toMatch(/took longer/)
    })

    test('a cancelled run rejects with AbortError', async () => {
      const { root, source } = await setUp()
      const controller = new AbortController()
      const run = source.scan({ root, paths: [], signal: controller.signal })
      controller.abort()
      await expect(run).rejects.toMatchObject({ name: 'AbortError' })
    })
  },
)

test('a project cannot supply the program that is run', async () => {
  const root = createTempFolder()
  writeFileSync(join(root, 'opengrep'), '#!/bin/sh\necho 9.9.9\n', { mode: 0o755 })
  const path = process.env.PATH
  process.env.PATH = root
  try {
    const found = await findBinary('opengrep', root)
    expect(found.ok ? '' : found.problem.message).toMatch(/not installed/)
  } finally {
    process.env.PATH = path
  }
})
