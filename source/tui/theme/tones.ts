import type { Severity } from '../../core/finding/severity.js'

/**
 * What a colour says. Only the 16 colours every terminal has, no backgrounds: the developer's own theme decides how
 * they look. Each is doubled by a word, a glyph or a sign, for those who see or print no colour.
 */
export const TONES = {
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
} as const satisfies Readonly<Record<string, { readonly color: string; readonly bold?: boolean }>>

export type Tone = keyof typeof TONES

/** Returns the tone of a severity. */
export function toneOf(severity: Severity): Tone {
  return severity
}
