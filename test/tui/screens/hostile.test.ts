import { afterEach, expect, test } from 'vitest'
import { createFakeToolbox } from '../../support/fake-toolbox.js'
import { KEY, type RenderedCoach, renderCoach } from '../support/render-coach.js'

let coach: RenderedCoach
afterEach(() => coach.leave())

/** Everything the coach itself sends: row moves, clearing, colours, synchronised frames. */
const OWN = /\x1b\[(?:\d+;\d+H|[02]?[JK]|\d*K|[\d;]*m|\?(?:2026|2004|1049|25|7)[hl]|H)/g

test('code and file names cannot send anything to the terminal', async () => {
  const code = 'eval(x) // \x1b]52;c;aGk=\x07\x1b[2J\x1b[3J\x9b8m\r\b\u202e\u200b end\n'
  const name = 'web/\x1b]0;owned\x07evil\u202e.js'
  coach = renderCoach(createFakeToolbox({ files: { [name]: code } }))
  await coach.until('1 finding')
  coach.press('1')
  await coach.until('evil')
  coach.press(KEY.enter)
  await coach.until('⟨ESC[2J⟩')
  coach.press('f')
  await coach.until('tried: parses')
  const rest = coach.screen.raw().replace(OWN, '')
  expect(rest).not.toMatch(/[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e\u200b]/)
})

test('where the locale is not UTF-8 only ASCII is sent', async () => {
  const files = { 'web/naïve.js': 'eval("é 漢") // ⟨x⟩\n' }
  coach = renderCoach(createFakeToolbox({ files }), { isAscii: true })
  await coach.until('1 finding')
  coach.press(`${KEY.enter}f`)
  await coach.until('tried: parses')
  coach.press('?')
  await coach.until('Keys of this screen')
  expect(coach.screen.raw()).not.toMatch(/[^\x00-\x7f]/)
})
