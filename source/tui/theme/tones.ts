import type { Severity } from '../../core/finding/severity.js'
import type { ThemeName } from '../../core/settings/settings.js'

/** What a colour says. Each is doubled by a word, a glyph or a sign, for those who see or print no colour. */
export const TONE_NAMES = [
  'accent',
  'good',
  'bad',
  'warn',
  'quiet',
  'critical',
  'high',
  'medium',
  'low',
  'keyword',
  'string',
  'number',
  'comment',
  'name',
] as const
export type Tone = (typeof TONE_NAMES)[number]

/** How a tone looks; nothing set means the terminal's own text colour. */
export type ToneStyle = { readonly color?: string; readonly bold?: boolean; readonly underline?: boolean }

/** The tones of a theme. */
export type Tones = Readonly<Record<Tone, ToneStyle>>

/** For a background that is not known: the colours that are readable on most of both kinds. */
const EITHER: Tones = {
  accent: { color: 'cyan' },
  good: { color: 'green' },
  bad: { color: 'red' },
  warn: { color: 'yellow' },
  quiet: { color: 'gray' },
  critical: { color: 'red', bold: true },
  high: { color: 'red' },
  medium: { color: 'yellow' },
  low: { color: 'blue' },
  keyword: { color: 'magenta' },
  string: { color: 'green' },
  number: { color: 'cyan' },
  comment: { color: 'gray' },
  name: { color: 'blue' },
}

/** Plain blue is hard to read on black. */
const DARK: Tones = {
  ...EITHER,
  low: { color: 'blueBright' },
  name: { color: 'blueBright' },
  bad: { color: 'redBright' },
  critical: { color: 'redBright', bold: true },
  high: { color: 'redBright' },
}

/** Yellow and cyan are hard to read on white. */
const LIGHT: Tones = {
  ...EITHER,
  accent: { color: 'blue', bold: true },
  warn: { color: 'magenta' },
  medium: { color: 'magenta' },
  number: { color: 'blue' },
}

/** The terminal's own text colour wherever a word says it; weight and a line for what has to stand out; nothing is dimmed. */
const CONTRAST: Tones = {
  accent: { bold: true, underline: true },
  good: { bold: true },
  bad: { bold: true, color: 'red' },
  warn: { bold: true },
  quiet: {},
  critical: { bold: true, underline: true, color: 'red' },
  high: { bold: true, color: 'red' },
  medium: { bold: true },
  low: {},
  keyword: { bold: true },
  string: {},
  number: {},
  comment: {},
  name: {},
}

/** No colour at all. */
const PLAIN: Tones = {
  accent: { bold: true },
  good: {},
  bad: { bold: true },
  warn: { bold: true },
  quiet: {},
  critical: { bold: true },
  high: { bold: true },
  medium: {},
  low: {},
  keyword: {},
  string: {},
  number: {},
  comment: {},
  name: {},
}

/** A theme that is drawn; `either` is what `auto` comes to on a background that is not known. */
export type DrawnTheme = Exclude<ThemeName, 'auto'> | 'either'

/**
 * The themes. Only the 16 colours every terminal has and no backgrounds: the developer's own palette decides how they
 * look.
 */
export const THEME_TONES: Readonly<Record<DrawnTheme, Tones>> = {
  either: EITHER,
  dark: DARK,
  light: LIGHT,
  contrast: CONTRAST,
  plain: PLAIN,
}

/** Returns the tone of a severity. */
export function toneOf(severity: Severity): Tone {
  return severity
}
