import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createTempFolder, createTempProject } from '../support/temp-project.js'
import { KEY, PATIENCE, SHOP, startCoach, whyNoPty } from './driver.js'

const reason = await whyNoPty()

describe.skipIf(reason !== null)('the terminal', { timeout: PATIENCE }, () => {
  test.each([
    [80, 24],
    [50, 15],
    [120, 40],
  ])('at %i×%i every step of the walk shows its keys in the last line', async (columns, rows) => {
    const coach = await startCoach(createTempProject(SHOP), { columns, rows })
    const keysIn = (text: string) => expect(text.split('\n')[rows - 2]).toMatch(/q quit|Esc cancel/)
    keysIn(await coach.until('Enter start'))
    coach.press(KEY.enter)
    keysIn(await coach.until('Code injection'))
    coach.press(KEY.enter)
    keysIn(await coach.until('web/prices.js'))
    coach.press('f')
    keysIn(await coach.until('Convert it to a number'))
    coach.press('x')
    keysIn(await coach.until('Why should this finding not count?'))
    coach.press(KEY.enter)
    keysIn(await coach.until('next year'))
    coach.press(KEY.interrupt)
    expect(await coach.ended()).toBe(130)
  })

  test('a window that is resized in the middle is drawn anew, without ghosts and without losing its place', async () => {
    const coach = await startCoach(createTempProject(SHOP))
    await coach.until('May it keep')
    coach.press(KEY.enter)
    await coach.until('Code injection')
    coach.press(KEY.enter)
    await coach.until('eval(req.body.formula)')
    coach.resize(60, 18)
    await coach.until(/q quit\n[^\n]*$/)
    coach.resize(110, 30)
    const text = await coach.until('eval(req.body.formula)')
    expect(text.match(/Code injection/g)).toHaveLength(1)
    expect(text.match(/q quit/g)).toHaveLength(1)
    coach.resize(30, 8)
    await coach.until('too small')
    coach.resize(80, 24)
    await coach.until('eval(req.body.formula)')
    coach.press('q')
    expect(await coach.ended()).toBe(0)
  })

  test('SIGTERM gives the terminal back', async () => {
    const coach = await startCoach(createTempProject(SHOP))
    await coach.until('May it keep')
    coach.signal('SIGTERM')
    expect(await coach.ended()).toBe(143)
  })

  test('Ctrl+C gives the terminal back from any screen and leaves a summary', async () => {
    const coach = await startCoach(createTempProject(SHOP))
    await coach.until('May it keep')
    coach.press(KEY.interrupt)
    expect(await coach.ended()).toBe(130)
    expect(coach.text()).toContain('guardrail-coach')
  })

  test('keys pressed in one burst all count', async () => {
    const coach = await startCoach(createTempProject(SHOP))
    await coach.until('May it keep')
    coach.press(KEY.enter)
    await coach.until('Code injection')
    coach.press(`${KEY.enter}f`)
    await coach.until('Convert it to a number')
    coach.press(`${KEY.down}${KEY.down}${KEY.down}`)
    await coach.until(/▸ 4/)
    coach.press('q')
    expect(await coach.ended()).toBe(0)
  })

  test('NO_COLOR is honoured', async () => {
    const coach = await startCoach(createTempProject(SHOP), { env: { NO_COLOR: '1' } })
    await coach.until('May it keep')
    coach.press(KEY.enter)
    await coach.until('Code injection')
    coach.press('q')
    await coach.ended()
    expect(coach.raw()).not.toMatch(/\x1b\[(?:3[0-7]|9[0-7])m/)
  })

  test('where the locale is not UTF-8 nothing but ASCII is sent, the summary included', async () => {
    const coach = await startCoach(createTempProject(SHOP), { env: { LANG: 'C' } })
    await coach.until('May it keep')
    coach.press(KEY.enter)
    await coach.until('Code injection')
    coach.press(KEY.enter)
    await coach.until('eval(req.body.formula)')
    coach.press('q')
    expect(await coach.ended()).toBe(0)
    expect(coach.raw()).not.toMatch(/[^\x00-\x7f]/)
  })

  test('an empty project is told so, and quitting changes nothing', async () => {
    const project = createTempProject({ 'readme.md': 'nothing to scan\n' })
    project.commitAll()
    const coach = await startCoach(project)
    await coach.until('May it keep')
    coach.press('n')
    await coach.until('Nothing is left to fix here')
    coach.press('q')
    expect(await coach.ended()).toBe(0)
    expect(project.git('status', '--short')).toBe('')
  })
})

test('without a terminal the summary is printed and nothing waits for a key', () => {
  const project = createTempProject(SHOP)
  const config = createTempFolder()
  const out = execFileSync(process.execPath, [resolve(import.meta.dirname, '../../dist/cli.js')], {
    cwd: project.root,
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', HOME: config, XDG_CONFIG_HOME: config },
    input: '',
  })
  expect(out).toContain('Code injection')
  expect(out).not.toContain('\x1b[')
})
