import { afterEach, describe, expect, test } from 'vitest'
import { createFakeToolbox } from '../../support/fake-toolbox.js'
import { KEY, type RenderedCoach, renderCoach } from '../support/render-coach.js'

const FILES = {
  'web/run.js': 'export function run(request) {\n  const sum = request.query.sum\n  return eval(sum)\n}\n',
  'web/other.js': 'export const other = value => eval(value)\n',
  'web/hash.js': 'export const hash = text => md5(text)\n',
}

let coach: RenderedCoach
afterEach(() => coach.leave())

function start(size: { readonly columns?: number; readonly rows?: number } = {}) {
  const tools = createFakeToolbox({ files: FILES })
  coach = renderCoach(tools, size)
  return tools
}

describe('a whole session', () => {
  test('goes from the finding to a kept rule, and the file is mended', async () => {
    const tools = start()
    await coach.until('3 findings in 3 files')
    coach.press(KEY.enter)
    expect(await coach.until('web/other.js')).toContain('eval(value)')
    coach.press('f')
    await coach.until('tried: parses, finding gone')
    coach.press(KEY.enter)
    await coach.until('Fixed and checked')
    await coach.until('NEVER')
    coach.press(KEY.enter)
    await coach.until('Kept as a candidate')
    const file = await tools.workspace.read('web/other.js')
    expect(file).toMatchObject({ value: { text: 'export const other = value => JSON.parse(value)\n' } })
    const records = await tools.store.load()
    expect(records.rules).toHaveLength(1)
    expect(records.remediations).toHaveLength(1)
  })

  test('nothing is written by looking', async () => {
    const tools = start()
    await coach.until('3 findings')
    coach.press(KEY.enter)
    await coach.until('web/other.js')
    coach.press('f')
    await coach.until('tried: does not parse')
    coach.press('\x1b[B\x1b[B\x1b[B')
    await coach.until('JSON.parse(value')
    const file = await tools.workspace.read('web/other.js')
    expect(file).toMatchObject({ value: { text: FILES['web/other.js'] } })
  })

  test('a fix that does not hold says so, and the file is as it was', async () => {
    const tools = start()
    await coach.until('3 findings')
    coach.press(KEY.enter)
    await coach.until('web/other.js')
    coach.press('f')
    await coach.until('tried: finding stays')
    coach.press(`2${KEY.enter}`)
    await coach.until('The fix did not hold.')
    const file = await tools.workspace.read('web/other.js')
    expect(file).toMatchObject({ value: { text: FILES['web/other.js'] } })
    coach.press(KEY.enter)
    await coach.until('A fix that mends nothing')
  })

  test('u takes the last fix back', async () => {
    const tools = start()
    await coach.until('3 findings')
    coach.press(`${KEY.enter}f`)
    await coach.until('tried: parses, finding gone')
    coach.press(KEY.enter)
    await coach.until('NEVER')
    coach.press('u')
    await coach.until('was taken back')
    const file = await tools.workspace.read('web/other.js')
    expect(file).toMatchObject({ value: { text: FILES['web/other.js'] } })
    await coach.until('3 findings')
  })
})

describe('keys', () => {
  test('three arrows in one burst move three rows', async () => {
    start()
    await coach.until('3 findings')
    coach.press(`${KEY.enter}f`)
    await coach.until('Look it up in a table')
    coach.press('\x1b[B\x1b[B\x1b[B')
    expect(await coach.until(/▸ 4/)).toContain('▸ 4')
  })

  test('? shows every key of the screen and Esc closes it', async () => {
    start()
    await coach.until('3 findings')
    coach.press('?')
    expect(await coach.until('Keys of this screen')).toContain('show only findings that hold some words')
    coach.press(KEY.escape)
    await coach.until('3 findings')
  })

  test('a paste of keys does nothing', async () => {
    start()
    await coach.until('3 findings')
    coach.press('\x1b[200~\r\rq\x1b[201~')
    expect(coach.session().screen.name).toBe('home')
    expect(coach.session().exitCode).toBeNull()
  })
})

describe('size', () => {
  test('a small window says so, and the screen comes back when it grows', async () => {
    start()
    await coach.until('3 findings')
    coach.resize(30, 8)
    await coach.until('too small')
    coach.resize(80, 24)
    await coach.until('3 findings')
  })

  test.each([
    [50, 15],
    [80, 24],
    [120, 40],
    [200, 60],
  ])('at %i×%i no line is wider than the window and the keys are in the last line', async (columns, rows) => {
    start({ columns, rows })
    await coach.until('3 findings')
    for (const key of [KEY.enter, 'f', KEY.enter]) {
      coach.press(key)
      await coach.until('quit')
      const lines = coach.screen.lines()
      expect(lines[rows - 2]).toContain('q quit')
      expect(lines[rows - 1]).toBe('')
    }
  })
})
