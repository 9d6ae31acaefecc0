import type { GlyphSet } from '../../core/settings/settings.js'
import { graphemes } from '../../core/text/graphemes.js'
import { columnsOf } from './measure.js'

/** Signs beside the text. Each is one column wide and has a form for terminals whose locale is not UTF-8. */
export const GLYPHS = {
  cursor: '▸',
  source: '●',
  step: '│',
  sink: '▼',
  from: '←',
  ellipsis: '…',
  gap: '⋮',
  right: '✓',
  wrong: '✗',
  full: '█',
  empty: '░',
  down: '↓',
  dot: '·',
  unfolded: '▾',
  folded: '▹',
} as const

const PLAIN: Readonly<Record<string, string>> = {
  '▸': '>',
  '●': 'o',
  '│': '|',
  '▼': 'v',
  '▾': '-',
  '▹': '+',
  '←': '<',
  '…': '~',
  '⋮': ':',
  '✓': '+',
  '✗': 'x',
  '█': '#',
  '░': '.',
  '↑': '^',
  '↓': 'v',
  '·': '-',
  '–': '-',
  '—': '-',
  '⟨': '<',
  '⟩': '>',
  '⏎': '$',
  '⇥': '>',
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
}

/** Returns `text` in ASCII at the same width: signs by their plain form, what has none by question marks. */
export function toAscii(text: string): string {
  return text.replace(/[^\x00-\x7f]+/g, run =>
    graphemes(run)
      .map(part => PLAIN[part] ?? '?'.repeat(columnsOf(part)))
      .join(''),
  )
}

/** Returns a function that changes a frame into what the terminal shows under a setting; `isUtf8` is what its locale says. */
export function frameFilter(isUtf8: boolean, glyphs: () => GlyphSet): (frame: string) => string {
  return frame => {
    const wanted = glyphs()
    return wanted === 'unicode' || (wanted === 'auto' && isUtf8) ? frame : toAscii(frame)
  }
}

/** Returns whether a terminal shows UTF-8, from the variables that POSIX looks at for the locale, in its order. */
export function speaksUnicode(
  environment: Readonly<Record<string, string | undefined>>,
  platform: string,
): boolean {
  const locale = environment.LC_ALL || environment.LC_CTYPE || environment.LANG || ''
  if (locale !== '') return /utf-?8/i.test(locale)
  return platform === 'darwin' || environment.WT_SESSION !== undefined
}
