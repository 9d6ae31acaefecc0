import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openMachineStore } from '../../../source/adapters/store-machine/open-machine-store.js'
import type { NotedFix } from '../../../source/core/fix/noted-fix.js'
import { messageOf, take } from '../../support/results.js'
import { createTempFolder } from '../../support/temp-project.js'

const fix = (number: number): NotedFix => ({
  schemaVersion: 1,
  id: number.toString(16).padStart(16, '0'),
  at: new Date(Date.UTC(2026, 10, 23, 12, 0, number)).toISOString(),
  fingerprint: 'f',
  path: 'a.js',
  line: 3,
  title: 'Text is run as code',
  fix: 'Parse it',
  beforeHash: 'a'.repeat(64),
  afterHash: 'b'.repeat(64),
  spans: [{ line: 1, before: '', after: 'x\n' }],
  remediation: null,
})

test('each project has its own answers, in files only the user reads, without its path in them', async () => {
  const state = createTempFolder()
  const store = openMachineStore('/home/ada/secret-client', state)
  expect(await store.testConsent()).toBeNull()
  take(await store.saveTestConsent({ kind: 'confirmed', command: 'npm test', behind: 'test: mocha' }))
  take(await store.noteFix(fix(1)))
  const again = openMachineStore('/home/ada/secret-client', state)
  expect(await again.testConsent()).toEqual({ kind: 'confirmed', command: 'npm test', behind: 'test: mocha' })
  expect(await again.notedFixes()).toEqual([fix(1)])
  const other = openMachineStore('/home/ada/other', state)
  expect(await other.testConsent()).toBeNull()
  expect(await other.notedFixes()).toEqual([])
  const names = readdirSync(state, { recursive: true, encoding: 'utf8' })
  expect(names.join('\n')).not.toContain('secret-client')
  for (const name of names.filter(one => one.endsWith('.json')))
    expect(readFileSync(join(state, name), 'utf8')).not.toContain('secret-client')
})

test('a file that is not what we wrote is no answer: it is asked again', async () => {
  const state = createTempFolder()
  const store = openMachineStore('/p', state)
  take(await store.saveTestConsent({ kind: 'declined' }))
  const [name = ''] = readdirSync(state, { recursive: true, encoding: 'utf8' }).filter(one =>
    one.endsWith('.json'),
  )
  for (const broken of ['', '{', '{"kind":"confirmed","command":7}', 'null']) {
    writeFileSync(join(state, name), broken)
    expect(await store.testConsent()).toBeNull()
  }
})

test('fixes come newest first, a hundred at most, and can be replaced and dropped', async () => {
  const store = openMachineStore('/p', createTempFolder())
  for (let number = 0; number < 104; number += 1) take(await store.noteFix(fix(number)))
  const kept = await store.notedFixes()
  expect(kept).toHaveLength(100)
  expect(kept[0]).toEqual(fix(103))
  take(await store.noteFix({ ...fix(103), remediation: 'r1' }))
  take(await store.dropFix(fix(102).id))
  expect((await store.notedFixes()).slice(0, 2).map(one => [one.id, one.remediation])).toEqual([
    [fix(103).id, 'r1'],
    [fix(101).id, null],
  ])
})

test('a state folder that cannot be written is told', async () => {
  const file = join(createTempFolder(), 'file')
  writeFileSync(file, '')
  expect(messageOf(await openMachineStore('/p', file).saveTestConsent({ kind: 'declined' }))).toContain(
    'state folder',
  )
})
