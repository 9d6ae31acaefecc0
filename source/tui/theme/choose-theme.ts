import type { ThemeName } from '../../core/settings/settings.js'
import type { DrawnTheme } from './tones.js'

/** What a terminal tells of its colours. */
export type TerminalColours = {
  /** Whether NO_COLOR or FORCE_COLOR=0 asks for none. */
  readonly isOff: boolean
  /** Whether it shows colours at all, as far as its name tells. */
  readonly hasColours: boolean
  /** What COLORFGBG says, which some terminals set; null when nothing does. */
  readonly background: 'dark' | 'light' | null
}

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Returns what is known of the terminal's colours. FORCE_COLOR goes before NO_COLOR (https://no-color.org), which
 * counts when it is not empty. `depth` is how many bits of colour the terminal has by its name, 1 for none.
 */
export function readColours(env: Environment, depth: number): TerminalColours {
  const { FORCE_COLOR: force, NO_COLOR: none = '' } = env
  const isForced = force !== undefined && force !== '0' && force !== 'false'
  const isOff = force === undefined ? none !== '' : !isForced
  return { isOff, hasColours: isForced || depth > 1, background: backgroundOf(env.COLORFGBG ?? '') }
}

/** `COLORFGBG` is "foreground;background" or "foreground;default;background"; 7 and from 9 on are light (rxvt, Konsole). */
function backgroundOf(value: string): TerminalColours['background'] {
  const background = /;(\d{1,2})$/.exec(value)?.[1]
  if (background === undefined) return null
  const number = Number(background)
  return number === 7 || number > 8 ? 'light' : 'dark'
}

/** Returns the theme to draw: none where colours are switched off, the one set, else the one for the background. */
export function chooseTheme(
  wanted: ThemeName,
  { isOff, hasColours, background }: TerminalColours,
): DrawnTheme {
  if (isOff) return 'plain'
  if (wanted !== 'auto') return wanted
  return hasColours ? (background ?? 'either') : 'plain'
}
