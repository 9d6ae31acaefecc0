import { afterEach, describe, expect, test } from 'vitest'
import { fail, succeed } from '../../../source/core/problem.js'
import type { AssistantRunner } from '../../../source/ports/assistant-runner.js'
import { createFakeToolbox } from '../../support/fake-toolbox.js'
import { KEY, type RenderedCoach, renderCoach } from '../support/render-coach.js'

const FILES = { 'web/other.js': 'export const other = value => eval(value)\n' }
const CLAUDE = { id: 'claude-code', name: 'Claude Code' }

let coach: RenderedCoach
afterEach(() => coach.leave())

async function atTheFixes(edit: AssistantRunner['edit']) {
  const assistants = { installed: async () => [CLAUDE], edit }
  const tools = createFakeToolbox({ files: FILES, ports: { assistants } })
  coach = renderCoach(tools)
  await coach.until('1 finding')
  coach.press(KEY.enter)
  await coach.until('eval(value)')
  coach.press('f')
  await coach.until('Ask Claude Code to write it')
  coach.press('6')
  return tools
}

const writes = (text: string) => async () => succeed({ text, otherFiles: ['web/run.js'] })

describe('asking an assistant', () => {
  test('shows the prompt and what leaves the machine, and runs nothing before Enter', async () => {
    let runs = 0
    await atTheFixes(async () => {
      runs += 1
      return succeed({ text: 'x', otherFiles: [] })
    })
    coach.press(KEY.enter)
    const text = await coach.until('Ask Claude Code to write the fix?')
    expect(text).toContain('What leaves this machine')
    coach.press('G')
    expect(await coach.until('Do not add comments')).toContain('Mend one security finding in')
    coach.press(KEY.escape)
    await coach.until('Ask Claude Code to write it')
    expect(runs).toBe(0)
  })

  test('brings its edit back as a marked fix, applied and recorded like the others', async () => {
    const tools = await atTheFixes(writes('export const other = value => JSON.parse(value)\n'))
    coach.press(KEY.enter)
    await coach.until('Ask Claude Code to write the fix?')
    coach.press(KEY.enter)
    const text = await coach.until('Written by Claude Code')
    expect(text).toContain('nothing is written yet')
    await coach.until('Its changes to web/run.js were left out.')
    expect(await tools.workspace.read('web/other.js')).toMatchObject({
      value: { text: FILES['web/other.js'] },
    })
    coach.press(KEY.enter)
    await coach.until('NEVER')
    coach.press(KEY.enter)
    await coach.until('Kept as a candidate')
    const { remediations } = await tools.store.load()
    expect(remediations[0]?.fixId).toBe('assistant:claude-code')
    expect((await tools.personal.reviews()).map(review => review.source)).not.toContain('fix')
  })

  test('an edit that mends nothing is marked so and cannot be applied', async () => {
    const tools = await atTheFixes(writes('// quite safe\nexport const other = value => eval(value)\n'))
    coach.press(KEY.enter)
    await coach.until('to write the fix?')
    coach.press(KEY.enter)
    await coach.until('a fix that does not hold')
    await coach.until('finding stays')
    coach.press(KEY.enter)
    await coach.until('The fix did not hold')
    expect(await tools.workspace.read('web/other.js')).toMatchObject({
      value: { text: FILES['web/other.js'] },
    })
  })

  test('a failure is told with what was left untouched, and it can be asked again', async () => {
    let runs = 0
    await atTheFixes(async () => {
      runs += 1
      return fail({
        kind: 'tool-failed',
        message: 'Claude Code stopped with exit code 3: no credit left.',
        untouched: 'The project was not touched; the assistant worked on a copy.',
        nextSteps: [],
      })
    })
    coach.press(KEY.enter)
    await coach.until('to write the fix?')
    coach.press(KEY.enter)
    await coach.until('brought no fix')
    expect(await coach.until('no credit left')).toContain('The project was not touched')
    coach.press(KEY.enter)
    await coach.until('brought no fix')
    expect(runs).toBe(2)
  })

  test.each([
    ['Esc', KEY.escape],
    ['Ctrl+C', '\x03'],
  ])('%s stops one that hangs, and the session goes on', async (_name, key) => {
    let isStopped = false
    await atTheFixes(
      (_assistant, _prompt, _path, run) =>
        new Promise((_resolve, reject) => {
          run?.onSecond?.(7)
          run?.signal?.addEventListener('abort', () => {
            isStopped = true
            reject(new DOMException('stopped', 'AbortError'))
          })
        }),
    )
    coach.press(KEY.enter)
    await coach.until('to write the fix?')
    coach.press(KEY.enter)
    await coach.until('at work on a copy: 7 s')
    coach.press(key)
    await coach.until('Claude Code was stopped. Nothing was changed.')
    expect(isStopped).toBe(true)
    expect(coach.session().exitCode).toBeNull()
  })

  test('leaving its screen by a palette jump stops it too', async () => {
    let isStopped = false
    await atTheFixes(
      (_assistant, _prompt, _path, run) =>
        new Promise(() => run?.signal?.addEventListener('abort', () => (isStopped = true))),
    )
    coach.press(KEY.enter)
    await coach.until('to write the fix?')
    coach.press(KEY.enter)
    await coach.until('at work')
    coach.dispatch({ type: 'tab-opened', tab: 'home' })
    await coach.until('1 finding in 1 file')
    expect(isStopped).toBe(true)
  })
})
