import { describe, expect, test } from 'vitest'
import type { Toolbox } from '../../../source/ports/toolbox.js'
import { createFakeToolbox } from '../../support/fake-toolbox.js'
import { KEY, type RenderedCoach, renderCoach } from '../support/render-coach.js'

const FILES = { 'web/run.js': 'export const run = value => eval(value)\n' }

async function openSettings(
  options: Parameters<typeof renderCoach>[1] = {},
  tools: Toolbox = createFakeToolbox({ files: FILES }),
): Promise<RenderedCoach> {
  const coach = renderCoach(tools, options)
  await coach.idle()
  coach.press('5')
  await coach.until('Session length')
  return coach
}

/** The colour codes of the screen's bytes, bold and inverse left out. */
const colours = (coach: RenderedCoach, from: number) =>
  coach.screen
    .raw()
    .slice(from)
    .match(/\x1b\[(?:3[0-7]|9[0-7])m/g) ?? []

describe('the settings on the screen', () => {
  test.each([
    [80, 24],
    [120, 40],
    [50, 15],
  ])('every setting and its words stand on %d×%d', async (columns, rows) => {
    const coach = await openSettings({ columns, rows })
    for (const name of ['Colours', 'Signs', 'Editor', 'Test command', 'Assistants', 'Keys'])
      expect(coach.screen.text()).toContain(name)
    coach.leave()
  })

  test('without colours nothing is sent in colour, and the cursor of a field still stands out', async () => {
    const coach = await openSettings({ colours: { isOff: true, hasColours: true, background: null } })
    coach.press('jjj\r')
    await coach.until('Editor:')
    expect(colours(coach, 0)).toEqual([])
    coach.leave()
  })

  test('the plain theme takes the colours away at once, and a restart keeps it', async () => {
    const tools = createFakeToolbox({ files: FILES })
    const coach = await openSettings({}, tools)
    coach.press('\r\r\r\r')
    await coach.until('no colours')
    await coach.idle()
    expect(await tools.personal.preferences()).toMatchObject({ theme: 'plain' })
    const from = coach.screen.raw().length
    coach.press('0')
    await coach.until('1 place')
    expect(colours(coach, from)).toEqual([])
    coach.leave()
  })

  test('ASCII signs hold for the whole screen, at once', async () => {
    const coach = await openSettings()
    coach.press('j\r\r')
    const text = await coach.until('ASCII only')
    expect(text).not.toMatch(/[^\x00-\x7f]/)
    coach.leave()
  })

  test('a moved key works, is shown in the footer, and a taken one is refused by name', async () => {
    const coach = await openSettings()
    coach.press('G\r')
    await coach.until('Keys that can be moved')
    coach.press('/only findings\r')
    await coach.until('Filter: only findings')
    coach.press('\r')
    await coach.until('Press the new key for “filter”')
    coach.press('r')
    await coach.until('r is “rescan” already')
    coach.press('Z')
    await coach.until('Moved to Z.')
    coach.press('1')
    await coach.until('Z filter')
    coach.press('Z')
    await coach.until('Enter done')
    coach.leave()
  })

  test('the assistants are written to the config only with Enter', async () => {
    const tools = createFakeToolbox({ files: FILES })
    const coach = await openSettings({}, tools)
    coach.press('Gk\r')
    await coach.until('None is marked')
    coach.press(' ')
    await coach.until('[x]')
    await coach.idle()
    expect((await tools.store.load()).config.targets).toEqual([])
    coach.press('\r')
    await coach.until('Saved in .guardrail-coach/config.yml')
    expect((await tools.store.load()).config.targets).toHaveLength(1)
    coach.leave()
  })

  test('an editor is typed in and named from then on', async () => {
    const coach = await openSettings()
    coach.press(`jjj\rnano -w${KEY.enter}`)
    await coach.until('nano -w')
    expect(coach.session().editor).toBe('nano')
    coach.leave()
  })
})
