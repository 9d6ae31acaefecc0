import { afterEach, describe, expect, test } from 'vitest'
import { createFakeToolbox } from '../../support/fake-toolbox.js'
import { KEY, type RenderedCoach, renderCoach } from '../support/render-coach.js'

const ONE = 'start()\nrun(eval(a))\nmiddle()\nmiddle2()\nrun(eval(b))\nend()\n'
const FILES = { 'web/one.js': ONE, 'web/two.js': 'go(eval(c))\n' }

let coach: RenderedCoach
afterEach(() => coach.leave())

async function atTheSet(size: { columns?: number; rows?: number } = {}) {
  const tools = createFakeToolbox({ files: FILES })
  coach = renderCoach(tools, size)
  await coach.until('3 findings')
  coach.press(`${KEY.enter}f`)
  await coach.until(/tried: (?:parses, )?finding gone/)
  coach.press('A')
  await coach.until(/3 of 3 places chosen/)
  return tools
}
const textOf = (tools: Awaited<ReturnType<typeof atTheSet>>, path: string) => tools.workspace.files.get(path)

describe('a set of fixes', () => {
  test('is looked at one by one, some are left out, and only the chosen ones are written', async () => {
    const tools = await atTheSet()
    const text = await coach.until('Nothing is written yet')
    expect(text).toContain('web/one.js:2')
    expect(text).toContain('+ run(JSON.parse(a))')
    coach.press(`${KEY.down}`)
    await coach.until('+ run(JSON.parse(b))')
    coach.press(' ')
    await coach.until('2 of 3 places chosen')
    expect(tools.workspace.log).toEqual([])
    coach.press(KEY.enter)
    await coach.until('2 places fixed and checked.')
    expect(textOf(tools, 'web/one.js')).toBe(ONE.replace('eval(a', 'JSON.parse(a'))
    expect(textOf(tools, 'web/two.js')).toBe('go(JSON.parse(c))\n')
    await coach.idle()
    coach.press(KEY.enter)
    await coach.until('2 fixes kept as evidence')
    expect((await tools.store.load()).remediations).toHaveLength(2)
  })

  test('one place is taken back by itself, then all, and the findings are back', async () => {
    const tools = await atTheSet()
    coach.press(KEY.enter)
    await coach.until('3 places fixed and checked.')
    await coach.idle()
    coach.press('u')
    await coach.until('taken back')
    expect(textOf(tools, 'web/one.js')).toBe(ONE.replace('eval(b', 'JSON.parse(b'))
    await coach.idle()
    coach.press('U')
    await coach.until(/0 places fixed/)
    await coach.idle()
    expect(textOf(tools, 'web/one.js')).toBe(ONE)
    expect(textOf(tools, 'web/two.js')).toBe(FILES['web/two.js'])
    coach.press(KEY.enter)
    await coach.until('3 findings')
  })

  test('a file that was saved by somebody else is left alone with the reason', async () => {
    const tools = await atTheSet()
    tools.workspace.files.set('web/one.js', `${ONE}//\n`)
    coach.press(KEY.enter)
    await coach.until('1 place fixed and checked, 2 left as they were.')
    await coach.until('The file changed meanwhile.')
    expect(textOf(tools, 'web/one.js')).toBe(`${ONE}//\n`)
  })

  test('nothing is written by leaving, and without a chosen place', async () => {
    const tools = await atTheSet()
    coach.press('a')
    await coach.until('0 of 3 places chosen')
    coach.press(KEY.enter)
    await coach.until('No place is chosen')
    coach.press(KEY.escape)
    await coach.until('Enter apply')
    expect(tools.workspace.log).toEqual([])
  })

  test.each([
    [50, 15],
    [80, 24],
    [120, 40],
  ])('at %i×%i the keys stay in the last line', async (columns, rows) => {
    await atTheSet({ columns, rows })
    expect(coach.screen.lines()[rows - 2]).toContain('Enter fix 3 places')
    expect(coach.screen.lines()[rows - 1]).toBe('')
  })
})

describe('the list of fixes to take back', () => {
  test('shows what taking one back changes, in this session and another, and does it', async () => {
    const tools = await atTheSet()
    coach.press(KEY.enter)
    await coach.until('3 places fixed and checked.')
    await coach.idle()
    coach.press(KEY.enter)
    await coach.until('3 fixes kept')
    await coach.idle()
    coach.leave()
    coach = renderCoach(tools)
    await coach.until('0 findings')
    await coach.idle()
    coach.press('U')
    const text = await coach.until('Taking the fix back would change')
    expect(text).toContain('- ')
    coach.press(KEY.enter)
    await coach.until('was taken back. Other changes of the file stay.')
    await coach.idle()
    expect((await tools.store.load()).remediations).toHaveLength(2)
    expect([...tools.workspace.files.values()].join('').match(/eval\(/g)).toHaveLength(1)
  })

  test('one whose lines changed says so and is not taken back', async () => {
    const tools = await atTheSet()
    coach.press(KEY.enter)
    await coach.until('3 places fixed')
    await coach.idle()
    tools.workspace.files.set('web/two.js', 'go(other(c))\n')
    coach.press(KEY.enter)
    await coach.until('kept as evidence')
    await coach.idle()
    coach.press('U')
    await coach.until('changed since')
    expect(coach.screen.text()).toContain('The lines of this fix were changed')
    coach.press(KEY.enter)
    await coach.until('so it cannot be taken back')
    expect(textOf(tools, 'web/two.js')).toBe('go(other(c))\n')
  })
})
