import { expect, test } from 'vitest'
import { fixCommand } from '../../source/commands/fix.js'
import { statsCommand } from '../../source/commands/stats.js'
import { findFakes } from '../support/fake-scanner.js'
import { createFakeToolbox } from '../support/fake-toolbox.js'
import { runCommand } from '../support/run-command.js'

const FILES = { 'a.js': 'eval(x)\n', 'b.js': 'eval(y)\nmd5(z)\n' }

test('every finding is counted once: fixed ones by their record, later ones apart from open ones', async () => {
  const tools = createFakeToolbox({ files: FILES })
  const [first] = findFakes('a.js', FILES['a.js'])
  const later = findFakes('b.js', FILES['b.js'])[1]?.fingerprint ?? ''
  await runCommand(fixCommand, tools, [first?.fingerprint ?? '', '--choice', 'parse-json', '--yes'])
  await tools.personal.saveBookmark('/project', { fingerprint: '', step: '', later: [later] })
  const { io, exitCode } = await runCommand(statsCommand, tools, ['--json'])
  expect(exitCode).toBe(0)
  expect(JSON.parse(io.stdout())).toEqual({
    schemaVersion: 1,
    findings: { open: 1, low: 0, medium: 0, high: 0, critical: 1, later: 1, exempt: 0 },
    fixed: 1,
    rules: { candidate: 1, promoted: 0, stale: 0, retired: 0 },
    weaknesses: [
      { weakness: 'broken-crypto', open: 0, later: 1, exempt: 0, fixed: 0 },
      { weakness: 'code-injection', open: 1, later: 0, exempt: 0, fixed: 1 },
    ],
  })
})
