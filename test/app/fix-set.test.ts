import { expect, test } from 'vitest'
import { type AppliedPlace, applyFixSet, keepFixSet, planFixSet } from '../../source/app/fix-set.js'
import { listUndoable, undoNotedFix } from '../../source/app/undo-noted-fix.js'
import type { FixPreview } from '../../source/core/fix/fix-preview.js'
import type { SetPlace } from '../../source/core/fix/fix-set.js'
import { findFakes } from '../support/fake-scanner.js'
import { createFakeToolbox } from '../support/fake-toolbox.js'
import { messageOf, take } from '../support/results.js'

const ONE = 'start()\nrun(eval(a))\nmiddle()\nmiddle2()\nrun(eval(b))\nend()\n'
const TWO = 'go(eval(c))\n'

async function planned(
  fixId = 'parse-json',
  files: Record<string, string> = { 'one.js': ONE, 'two.js': TWO },
) {
  const tools = createFakeToolbox({ files })
  const findings = Object.entries(files).flatMap(([path, text]) => findFakes(path, text))
  const places: SetPlace[] = []
  await planFixSet(tools, findings, fixId, place => places.push(place))
  const previews = places.flatMap(place => (place.preview ? [place.preview] : []))
  return { tools, places, previews }
}

async function apply(tools: ReturnType<typeof createFakeToolbox>, previews: readonly FixPreview[]) {
  const results: AppliedPlace[] = []
  await applyFixSet(tools, previews, place => results.push(place))
  return results
}

const reasons = (results: readonly AppliedPlace[]) => results.map(one => (one.applied ? 'fixed' : one.reason))

test('every chosen place is fixed, one write a file, and each can be taken back by itself', async () => {
  const { tools, previews } = await planned()
  const results = await apply(tools, previews)
  expect(reasons(results)).toEqual(['fixed', 'fixed', 'fixed'])
  expect(tools.workspace.log).toEqual(['write one.js', 'write two.js'])
  expect(tools.workspace.files.get('one.js')).toBe(ONE.replaceAll('eval(', 'JSON.parse('))
  const rows = await listUndoable(tools)
  expect(rows).toHaveLength(3)
  const first = rows.find(row => row.fix.line === 2)
  if (!first) throw new Error('no note')
  take(await undoNotedFix(tools, first.fix))
  expect(tools.workspace.files.get('one.js')).toBe(ONE.replace('eval(b', 'JSON.parse(b'))
  for (const row of await listUndoable(tools)) take(await undoNotedFix(tools, row.fix))
  expect(tools.workspace.files.get('one.js')).toBe(ONE)
  expect(tools.workspace.files.get('two.js')).toBe(TWO)
  expect(await listUndoable(tools)).toEqual([])
})

test('places left out stay as they are', async () => {
  const { tools, previews } = await planned()
  await apply(tools, previews.slice(1, 2))
  expect(tools.workspace.files.get('one.js')).toBe(ONE.replace('eval(b', 'JSON.parse(b'))
  expect(tools.workspace.files.get('two.js')).toBe(TWO)
})

test('a file that changed meanwhile is left alone, whole, with the reason; the others are fixed', async () => {
  const { tools, previews } = await planned()
  tools.workspace.files.set('one.js', `${ONE}// saved by somebody else\n`)
  const results = await apply(tools, previews)
  expect(reasons(results)).toEqual(['The file changed meanwhile.', 'The file changed meanwhile.', 'fixed'])
  expect(tools.workspace.files.get('one.js')).toBe(`${ONE}// saved by somebody else\n`)
  expect(await listUndoable(tools)).toHaveLength(1)
})

test('overlapping changes are refused with the reason, an edit that two share is made once', async () => {
  const { tools, previews } = await planned()
  const [one, two] = previews
  if (!one || !two) throw new Error('no previews')
  const overlapping = { ...two, edits: [{ start: (one.edits?.[0]?.start ?? 0) + 1, end: 40, text: 'x' }] }
  const results = await apply(tools, [one, overlapping])
  expect(reasons(results).toSorted()).toEqual([
    'Its change overlaps that of another place. Fix this one by itself.',
    'fixed',
  ])
  const shared = { start: 0, end: 0, text: 'import x\n' }
  const again = await planned()
  const both = again.previews.slice(0, 2).map(one => ({ ...one, edits: [shared, ...(one.edits ?? [])] }))
  expect(reasons(await apply(again.tools, both))).toEqual(['fixed', 'fixed'])
  expect(again.tools.workspace.files.get('one.js')?.match(/import x/g)).toHaveLength(1)
})

test('a fix that does not hold at a place is told there before anything is written', async () => {
  const { places } = await planned('breaks')
  expect(places.map(place => place.reason)).toEqual(
    Array(3).fill('The file would no longer parse after this fix.'),
  )
  const asked = await planned('allow-list')
  expect(asked.places.map(place => place.reason)).toEqual(
    Array(3).fill('It asks you something here: fix this one by itself.'),
  )
})

test('what was fixed together becomes evidence one by one, and undoing one takes its record back', async () => {
  const { tools, previews } = await planned()
  const results = await apply(tools, previews)
  const rules = take(
    await keepFixSet(
      tools,
      results.flatMap(one => (one.applied ? [one] : [])),
    ),
  )
  expect(rules).toHaveLength(1)
  expect((await tools.store.load()).remediations).toHaveLength(3)
  const [row] = await listUndoable(tools)
  if (!row) throw new Error('no note')
  take(await undoNotedFix(tools, row.fix))
  expect((await tools.store.load()).remediations).toHaveLength(2)
})

test('a fix whose lines were changed since is refused, and the file is as it was', async () => {
  const { tools, previews } = await planned('parse-json', { 'two.js': TWO })
  await apply(tools, previews)
  tools.workspace.files.set('two.js', 'go(other(c))\n')
  const [row] = await listUndoable(tools)
  expect(row?.reason).toContain('changed since')
  if (row) expect(messageOf(await undoNotedFix(tools, row.fix))).toContain('changed since')
  expect(tools.workspace.files.get('two.js')).toBe('go(other(c))\n')
})

test('what holds a secret is noted nowhere', async () => {
  const { tools, previews } = await planned('environment', { 'a.js': 'password = "tr8Kq2vzTop"\n' })
  const [result] = await apply(tools, previews)
  expect(result).toMatchObject({ note: null })
  expect(await tools.machine.notedFixes()).toEqual([])
})
