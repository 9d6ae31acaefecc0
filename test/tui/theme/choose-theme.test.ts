import { expect, test } from 'vitest'
import { chooseTheme, readColours } from '../../../source/tui/theme/choose-theme.js'
import { THEME_TONES } from '../../../source/tui/theme/tones.js'

const theme = (env: Record<string, string>, wanted: Parameters<typeof chooseTheme>[0] = 'auto', depth = 4) =>
  chooseTheme(wanted, readColours(env, depth))

test('NO_COLOR takes colours away whatever is set, FORCE_COLOR goes before it', () => {
  expect(theme({ NO_COLOR: '1' })).toBe('plain')
  expect(theme({ NO_COLOR: '1' }, 'light')).toBe('plain')
  expect(theme({ NO_COLOR: '' })).toBe('either')
  expect(theme({ NO_COLOR: '1', FORCE_COLOR: '1' })).toBe('either')
  expect(theme({ FORCE_COLOR: '0' }, 'dark')).toBe('plain')
})

test('a terminal without colours gets none unless they are forced or a theme was set', () => {
  expect(theme({}, 'auto', 1)).toBe('plain')
  expect(theme({ FORCE_COLOR: '1' }, 'auto', 1)).toBe('either')
  expect(theme({}, 'dark', 1)).toBe('dark')
})

test('auto goes by the background where the terminal tells it', () => {
  expect(theme({ COLORFGBG: '15;0' })).toBe('dark')
  expect(theme({ COLORFGBG: '0;15' })).toBe('light')
  expect(theme({ COLORFGBG: '0;default;7' })).toBe('light')
  expect(theme({ COLORFGBG: 'nonsense' })).toBe('either')
})

test('every theme has the 16 colours only, and none where it promises none', () => {
  const SIXTEEN = /^(?:black|red|green|yellow|blue|magenta|cyan|white|gray)(?:Bright)?$/
  for (const [name, tones] of Object.entries(THEME_TONES))
    for (const { color } of Object.values(tones))
      if (name === 'plain') expect(color).toBeUndefined()
      else if (color !== undefined) expect(color).toMatch(SIXTEEN)
  const light = Object.values(THEME_TONES.light).map(style => style.color)
  expect(light).not.toContain('yellow')
  expect(light).not.toContain('cyan')
})
