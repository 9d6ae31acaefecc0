import { expect, test } from 'vitest'
import { applyFix } from '../../source/app/apply-fix.js'
import { previewFix } from '../../source/app/preview-fix.js'
import { undoFix } from '../../source/app/undo-fix.js'
import { findFakes } from '../support/fake-scanner.js'
import { createFakeToolbox, type FakeToolbox } from '../support/fake-toolbox.js'
import { messageOf, take } from '../support/results.js'

const TEXT = 'const a = eval(body)\r\nconst b = eval(body)\r\n'

async function preview(tools: FakeToolbox, fixId: string, holes = {}) {
  const [finding] = findFakes('a.js', tools.workspace.files.get('a.js') ?? '')
  if (!finding) throw new Error('the file has no finding')
  return take(await previewFix(tools, finding, fixId, holes))
}

test('a preview writes nothing and holds the text before and after', async () => {
  const tools = createFakeToolbox({ files: { 'a.js': TEXT } })
  const worked = await preview(tools, 'parse-json')
  expect(worked.before).toBe(TEXT)
  expect(worked.after).toBe('const a = JSON.parse(body)\r\nconst b = eval(body)\r\n')
  expect(tools.workspace.log).toEqual([])
})

test('a fix that verifies is written once and can be undone byte for byte', async () => {
  const tools = createFakeToolbox({ files: { 'a.js': TEXT } })
  const worked = await preview(tools, 'parse-json')
  const applied = take(await applyFix(tools, worked))
  expect(applied.trial).toEqual({
    parses: true,
    findingGone: true,
    newFindings: [],
    verified: true,
    checkedBy: 'rule',
  })
  expect(tools.workspace.files.get('a.js')).toBe(worked.after)
  expect(tools.workspace.log).toEqual(['write a.js'])
  take(await undoFix(tools, applied))
  expect(tools.workspace.files.get('a.js')).toBe(TEXT)
})

test.each([
  ['stays', 'The finding is still there'],
  ['brings-new', 'brings in a new finding: A broken hash, line 1'],
  ['breaks', 'would no longer parse'],
])('the fix "%s" is refused before anything is written', async (fixId, reason) => {
  const tools = createFakeToolbox({ files: { 'a.js': TEXT } })
  expect(messageOf(await applyFix(tools, await preview(tools, fixId)))).toContain(reason)
  expect(tools.workspace.log).toEqual([])
})

test('a fix with an unfilled hole is refused, a filled one is applied', async () => {
  const tools = createFakeToolbox({ files: { 'a.js': TEXT } })
  expect(messageOf(await applyFix(tools, await preview(tools, 'allow-list')))).toContain('hole')
  take(await applyFix(tools, await preview(tools, 'allow-list', { table: 'ALLOWED' })))
  expect(tools.workspace.files.get('a.js')).toContain('const a = ALLOWED[body]')
})

test('a file that changed since the preview is left as it is', async () => {
  const tools = createFakeToolbox({ files: { 'a.js': TEXT } })
  const worked = await preview(tools, 'parse-json')
  tools.workspace.files.set('a.js', 'theirs')
  expect(messageOf(await applyFix(tools, worked))).toContain('changed')
  expect(tools.workspace.files.get('a.js')).toBe('theirs')
})

test('when the file on disk does not verify after the write, it is restored and the reason told', async () => {
  const tools = createFakeToolbox({ files: { 'a.js': TEXT } })
  const worked = await preview(tools, 'parse-json')
  // Fails only for the scan of what was written: the trial in memory passes first.
  let scans = 0
  const scanner: FakeToolbox['scanner'] = {
    ...tools.scanner,
    scanText: (path, text) => tools.scanner.scanText(path, ++scans === 4 ? TEXT : text),
  }
  expect(messageOf(await applyFix({ ...tools, scanner }, worked))).toBe(
    'The finding is still there after this fix. The file was restored.',
  )
  expect(tools.workspace.files.get('a.js')).toBe(TEXT)
  expect(tools.workspace.log).toEqual(['write a.js', 'write a.js'])
})

test('a restore that fails is told and never hidden', async () => {
  const tools = createFakeToolbox({ files: { 'a.js': TEXT } })
  const worked = await preview(tools, 'parse-json')
  let scans = 0
  const scanner: FakeToolbox['scanner'] = {
    ...tools.scanner,
    scanText: (path, text) => {
      scans += 1
      if (scans === 4) tools.workspace.failNextWrite = 'The disk is full.'
      return tools.scanner.scanText(path, scans === 4 ? TEXT : text)
    },
  }
  expect(messageOf(await applyFix({ ...tools, scanner }, worked))).toContain(
    'could not be restored: The disk is full.',
  )
})

test('undo refuses when the file is no longer what the fix wrote', async () => {
  const tools = createFakeToolbox({ files: { 'a.js': TEXT } })
  const applied = take(await applyFix(tools, await preview(tools, 'parse-json')))
  tools.workspace.files.set('a.js', 'edited since')
  expect(messageOf(await undoFix(tools, applied))).toContain('changed')
  expect(tools.workspace.files.get('a.js')).toBe('edited since')
})
