import { expect, test } from 'vitest'
import { exemptFinding } from '../../source/app/exempt-finding.js'
import { findFakes } from '../support/fake-scanner.js'
import { createFakeToolbox } from '../support/fake-toolbox.js'
import { messageOf, take } from '../support/results.js'

const [finding] = findFakes('a.js', 'eval(x)\n')
if (!finding) throw new Error('no finding')

test('an exemption keeps who said why, and is stored', async () => {
  const tools = createFakeToolbox()
  const decision = { kind: 'false-positive' as const, reason: ' constant text ', expires: '2028-02-29' }
  const exemption = take(await exemptFinding(tools, finding, decision))
  expect(exemption).toMatchObject({ reason: 'constant text', owner: 'Ada', expires: '2028-02-29' })
  expect((await tools.store.load()).exemptions).toEqual([exemption])
})

test.each([
  ['', '', 'needs a reason'],
  ['why', '2026-02-30', 'not a date'],
  ['why', '2027-02-29', 'not a date'],
  ['why', 'tomorrow', 'not a date'],
  ['why', '2026-11-22', 'already passed'],
])('reason %j until %j is refused and nothing is stored', async (reason, expires, message) => {
  const tools = createFakeToolbox()
  expect(
    messageOf(await exemptFinding(tools, finding, { kind: 'accepted-risk', reason, expires })),
  ).toContain(message)
  expect((await tools.store.load()).exemptions).toEqual([])
})
