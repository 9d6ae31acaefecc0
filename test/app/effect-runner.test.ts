import { expect, test } from 'vitest'
import { bindVerbs } from '../../source/app/bind-verbs.js'
import type { CoachVerbs } from '../../source/app/coach-verbs.js'
import { createEffectRunner } from '../../source/app/effect-runner.js'
import { succeed } from '../../source/core/problem.js'
import type { Effect, EffectBody } from '../../source/core/session/effect.js'
import type { Event } from '../../source/core/session/event.js'
import type { Lane } from '../../source/core/session/session.js'
import { createFakeToolbox } from '../support/fake-toolbox.js'
import { aFinding, anAppliedFix, aPreview } from '../support/session.js'

/** A promise that the test settles. */
function gate<T>() {
  let open: (value: T) => void = () => {}
  const promise = new Promise<T>(resolve => {
    open = resolve
  })
  return { promise, open }
}

function runnerWith(verbs: Partial<CoachVerbs>) {
  const tools = createFakeToolbox({ files: { 'a.js': 'eval(x)\n' } })
  const runner = createEffectRunner({
    tools,
    verbs: { ...bindVerbs(tools), ...verbs },
    withTerminalFree: work => work(),
  })
  const events: Event[] = []
  let ticket = 0
  const run = (lane: Lane, body: EffectBody) => {
    ticket += 1
    runner.run({ ...body, lane, ticket } as Effect, event => events.push(event))
  }
  return { runner, run, events, types: () => events.map(event => event.type) }
}

const report = {
  engine: 'builtin' as const,
  findings: [],
  errors: [],
  stats: { filesScanned: 0, filesSkipped: 0, skipped: {}, bytes: 0, durationMs: 0, rules: 0 },
}

test('results carry the ticket and lane of their effect', async () => {
  const { run, runner, events } = runnerWith({})
  run('write', { type: 'save-welcome' })
  await runner.settled()
  expect(events).toEqual([{ type: 'saved', lane: 'write', ticket: 1 }])
})

test('in a reading lane the newer work calls off the older', async () => {
  const first = gate<void>()
  const signals: AbortSignal[] = []
  const { run, types } = runnerWith({
    scan: async ({ signal }) => {
      signals.push(signal)
      if (signals.length === 1) await first.promise
      return succeed(report)
    },
  })
  run('scan', { type: 'scan', paths: [] })
  run('scan', { type: 'scan', paths: [] })
  expect(signals[0]?.aborted).toBe(true)
  first.open()
  await new Promise(setImmediate)
  expect(types()).toEqual(['scan-finished'])
})

test('writes of one lane never overlap', async () => {
  const first = gate<void>()
  const order: string[] = []
  const applied = anAppliedFix(aFinding())
  const { run, runner } = runnerWith({
    applyFix: async preview => {
      order.push(`start ${preview.hash}`)
      if (preview.hash === '1') await first.promise
      order.push(`end ${preview.hash}`)
      return succeed(applied)
    },
  })
  run('write', { type: 'apply-fix', preview: aPreview(aFinding(), { hash: '1' }) })
  run('write', { type: 'apply-fix', preview: aPreview(aFinding(), { hash: '2' }) })
  await new Promise(setImmediate)
  expect(order).toEqual(['start 1'])
  first.open()
  await runner.settled()
  expect(order).toEqual(['start 1', 'end 1', 'start 2', 'end 2'])
})

test('an error that nobody expected becomes a problem, and the next write still runs', async () => {
  const { run, runner, events } = runnerWith({
    applyFix: async () => {
      throw new Error('boom')
    },
  })
  run('write', { type: 'apply-fix', preview: aPreview(aFinding()) })
  run('write', { type: 'save-welcome' })
  await runner.settled()
  expect(events[0]).toMatchObject({ type: 'effect-failed', problem: { kind: 'bug' } })
  expect(events[1]).toMatchObject({ type: 'saved' })
})

test('what was called off tells nothing any more, not even that it was', async () => {
  const { run, runner, events } = runnerWith({
    scan: ({ signal }) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(new DOMException('stopped', 'AbortError')))
      }),
  })
  run('scan', { type: 'scan', paths: [] })
  runner.cancelAll()
  await new Promise(setImmediate)
  expect(events).toEqual([])
})

test('fixes are previewed and then tried, and the ones that do not fit are told apart', async () => {
  const tools = createFakeToolbox({ files: { 'a.js': 'eval(x)\n' } })
  const found = await tools.scanner.scan({ root: '/', paths: [] })
  const [finding] = found.findings
  if (!finding) throw new Error('the fake scanner found nothing')
  const events: Event[] = []
  const runner = createEffectRunner({ tools, verbs: bindVerbs(tools), withTerminalFree: work => work() })
  const done = new Promise<void>(resolve => {
    runner.run({ type: 'try-fixes', finding, lane: 'fixes', ticket: 1 }, event => {
      events.push(event)
      if (event.type === 'fixes-tried') resolve()
    })
  })
  await done
  const tried = events.filter(event => event.type === 'fix-tried')
  expect(tried.map(event => [event.fixId, event.trial.verified])).toEqual([
    ['parse-json', true],
    ['stays', false],
    ['brings-new', false],
    ['breaks', false],
  ])
  expect(await tools.workspace.read('a.js')).toMatchObject({ value: { text: 'eval(x)\n' } })
})
