import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { combineScanners } from '../../../source/adapters/finding-import/combined-scanner.js'
import { openReport } from '../../../source/adapters/finding-import/file-source.js'
import { sha256 } from '../../../source/adapters/system/sha256.js'
import { createFakeScanner } from '../../support/fake-scanner.js'
import { findTool } from '../../support/find-tool.js'
import { createMemoryWorkspace } from '../../support/memory-workspace.js'
import { take } from '../../support/results.js'
import { createTempProject } from '../../support/temp-project.js'
import { readWeaknesses } from '../../support/weaknesses.js'

const bandit = findTool('bandit')
const CODE = 'import yaml\n\n\ndef load(text):\n    return yaml.load(text)\n\n\nPASSWORD = "tr8Kq2vzL1"\n'

// `.ci/run` installs Bandit; without Python's registry the test below is named as skipped.
describe.skipIf(bandit === null)('a real Bandit (skipped: it is not installed)', () => {
  test('its JSON report is imported, put back onto moved code, and told as checked by text only', async () => {
    const project = createTempProject({ 'app/load.py': CODE })
    const report = join(project.root, 'bandit.json')
    // Bandit exits with 1 when it found something; its report is written all the same.
    try {
      execFileSync(bandit ?? '', ['-q', '-r', 'app', '-f', 'json', '-o', report], {
        cwd: project.root,
        stdio: 'ignore',
      })
    } catch (error) {
      if (!(error instanceof Error && 'status' in error && error.status === 1)) throw error
    }
    project.write('app/load.py', `# moved\n\n${CODE}`)
    const source = take(
      await openReport(report, 'bandit.json', {
        root: project.root,
        weaknesses: async () => readWeaknesses(),
        hash: sha256,
        readText: async path => readFileSync(join(project.root, path), 'utf8'),
      }),
    )
    const scanner = combineScanners(createFakeScanner(createMemoryWorkspace()), source, 'foreign')
    const { findings } = await scanner.scan({ root: project.root, paths: [] })
    expect(findings.map(one => [one.ruleId, one.weakness, one.startLine])).toEqual([
      ['B506', 'insecure-deserialization', 7],
      ['B105', 'hardcoded-secret', 10],
    ])
    expect(findings.map(one => scanner.checkedBy?.(one))).toEqual(['text', 'text'])
  })
})
