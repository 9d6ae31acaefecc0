import { expect, test } from 'vitest'
import { verifyEdit } from '../../source/app/verify-edit.js'
import { findFakes } from '../support/fake-scanner.js'
import { createFakeToolbox } from '../support/fake-toolbox.js'
import { messageOf, take } from '../support/results.js'

const BEFORE = 'eval(x)\n'
const [finding] = findFakes('a.js', BEFORE)

test.each([
  ['run(x)\n', { parses: true, findingGone: true, verified: true }],
  ['eval(x + 1)\n', { parses: true, findingGone: false, verified: false }],
  ['run(x\n', { parses: false, findingGone: true, verified: false }],
  ['md5(x)\n', { parses: true, findingGone: true, verified: false }],
])('an edit to %j is judged and kept', async (after, trial) => {
  if (!finding) throw new Error('no finding')
  const tools = createFakeToolbox({ files: { 'a.js': after } })
  const applied = take(await verifyEdit(tools, finding, BEFORE))
  expect(applied.trial).toMatchObject(trial)
  expect(applied.preview.fix.id).toBe('manual')
  expect(tools.workspace.files.get('a.js')).toBe(after)
  expect(tools.workspace.log).toEqual([])
})

test('closing the editor without a change is told', async () => {
  if (!finding) throw new Error('no finding')
  const tools = createFakeToolbox({ files: { 'a.js': BEFORE } })
  expect(messageOf(await verifyEdit(tools, finding, BEFORE))).toContain('not changed')
})
