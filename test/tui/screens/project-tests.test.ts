import { afterEach, describe, expect, test } from 'vitest'
import type { TestEnd, TestRunner } from '../../../source/ports/test-runner.js'
import { createFakeToolbox } from '../../support/fake-toolbox.js'
import { KEY, type RenderedCoach, renderCoach } from '../support/render-coach.js'

const FILES = {
  'package.json': '{ "scripts": { "test": "mocha \\u001b[2J" } }',
  'web/other.js': 'export const other = value => eval(value)\n',
}
const GREEN: TestEnd = { how: 'ended', exitCode: 0, durationMs: 1200 }
const RED: TestEnd = { how: 'ended', exitCode: 1, durationMs: 1200 }

let coach: RenderedCoach
afterEach(() => coach.leave())

async function applied(run: TestRunner['run'], size: { columns?: number; rows?: number } = {}) {
  const tools = createFakeToolbox({ files: FILES, ports: { tests: { limitMinutes: 10, run } } })
  coach = renderCoach(tools, size)
  await coach.until('1 finding')
  coach.press(KEY.enter)
  await coach.until('eval(value)')
  coach.press('f')
  await coach.until(/tried: (?:parses, )?finding gone/)
  await coach.idle()
  coach.press(KEY.enter)
  await coach.until('The fix holds. Run your tests on it, too?')
  return tools
}

const ends =
  (end: TestEnd, lines: readonly string[] = []): TestRunner['run'] =>
  async (_words, follow) => {
    follow.onLines(lines)
    return end
  }
const MENDED = 'export const other = value => JSON.parse(value)\n'

describe("the project's tests", () => {
  test('are asked about once with what they start, run on Enter, and their count is the mark', async () => {
    const tools = await applied(ends(GREEN, ['  41 passing (1s)']))
    const text = await coach.until('test: mocha')
    expect(text).toContain('npm test')
    expect(text).toContain('⟨ESC[2J⟩')
    coach.press(KEY.enter)
    await coach.until('41 tests pass.')
    await coach.until('NEVER')
    coach.press(KEY.enter)
    await coach.until('Kept as a candidate')
    const { remediations } = await tools.store.load()
    expect(remediations[0]?.tests).toEqual({ outcome: 'passed', passed: 41 })
    expect(await tools.machine.testConsent()).toMatchObject({ kind: 'confirmed', command: 'npm test' })
  })

  test('red ones show the end of their output, made harmless, and offer to take the fix back', async () => {
    const flood = Array.from({ length: 500 }, (_, index) => `line ${index}`)
    const tools = await applied(ends(RED, [...flood, 'owned \x1b]0;x\x07\u202e', 'AssertionError']))
    coach.press(KEY.enter)
    const text = await coach.until('Tests fail, exit code 1')
    expect(text).toContain('AssertionError')
    expect(coach.screen.raw()).not.toContain('\x1b]0;x')
    expect(text).not.toContain('line 12 ')
    coach.press('g')
    await coach.until('line 202')
    coach.press('u')
    await coach.until('was taken back')
    await coach.until('finding gone, tests fail')
    expect(tools.workspace.files.get('web/other.js')).toBe(FILES['web/other.js'])
  })

  test('a fix can be kept with red tests, and its record says so', async () => {
    const tools = await applied(ends(RED))
    coach.press(KEY.enter)
    await coach.until('Tests fail, exit code 1')
    coach.press(KEY.enter)
    await coach.until('tests fail.')
    await coach.until('NEVER')
    coach.press(KEY.enter)
    await coach.until('Kept as a candidate')
    expect((await tools.store.load()).remediations[0]?.tests).toEqual({ outcome: 'failed', passed: null })
    expect(tools.workspace.files.get('web/other.js')).toBe(MENDED)
  })

  test.each([
    ['Esc', KEY.escape],
    ['Ctrl+C', '\x03'],
  ])('%s stops them, the fix stays, and the session goes on', async (_name, key) => {
    let isStopped = false
    await applied(
      (_words, { signal, onLines }) =>
        new Promise(resolve => {
          onLines(['waiting for a server'])
          signal.addEventListener('abort', () => {
            isStopped = true
            resolve({ how: 'stopped', exitCode: null, durationMs: 1 })
          })
        }),
    )
    coach.press(KEY.enter)
    await coach.until('waiting for a server')
    coach.press(key)
    await coach.until('Tests stopped')
    expect(isStopped).toBe(true)
    coach.press(KEY.enter)
    await coach.until('NEVER')
    expect(coach.session().exitCode).toBeNull()
  })

  test('another command can be typed; what needs a shell is refused with the reason', async () => {
    const ran: (readonly string[])[] = []
    await applied(async words => {
      ran.push(words)
      return GREEN
    })
    await coach.idle()
    coach.press('e')
    await coach.until('Command:')
    coach.press(' && id')
    coach.press(KEY.enter)
    await coach.until('&& has no meaning')
    coach.press(KEY.enter)
    await coach.until('&& has no meaning')
    coach.press('e')
    coach.press('\x15')
    coach.press('make check')
    coach.press(KEY.enter)
    await coach.until('make check')
    await coach.idle()
    coach.press(KEY.enter)
    await coach.until('tests pass')
    expect(ran).toEqual([['make', 'check']])
  })

  test('n is remembered, Esc asks again only in another session', async () => {
    const tools = await applied(ends(GREEN))
    coach.press('n')
    await coach.until('No tests are run in this project')
    await coach.until('NEVER')
    await coach.idle()
    expect(await tools.machine.testConsent()).toEqual({ kind: 'declined' })
  })

  test.each([
    [50, 15],
    [80, 24],
    [120, 40],
  ])('at %i×%i the keys stay in the last line', async (columns, rows) => {
    await applied(
      ends(
        RED,
        Array.from({ length: 80 }, (_, index) => `${index} ${'x'.repeat(200)}`),
      ),
      {
        columns,
        rows,
      },
    )
    expect(coach.screen.lines()[rows - 2]).toContain('run them')
    coach.press(KEY.enter)
    await coach.until('exit code 1')
    expect(coach.screen.lines()[rows - 2]).toContain('keep the fix')
  })
})
