import { graphemes } from '../../core/text/graphemes.js'
import { codeText, columnsOf } from '../theme/measure.js'
import type { Tone } from '../theme/tones.js'

/** A piece of a line of code with its colour. */
export type Span = { readonly text: string; readonly tone?: Tone | undefined }

/** Returns a line's spans as they are shown: printable, tabs expanded across the spans. */
export function printableSpans(spans: readonly Span[]): readonly Span[] {
  let column = 0
  return spans.map(span => {
    const text = codeText(span.text, column)
    column += columnsOf(text)
    return { ...span, text }
  })
}

/** Returns the part of a line between two columns; wide characters on an edge become blanks. */
export function sliceSpans(spans: readonly Span[], from: number, to: number): readonly Span[] {
  const kept: Span[] = []
  let column = 0
  for (const span of spans) {
    let text = ''
    for (const part of graphemes(span.text)) {
      const width = columnsOf(part)
      const isInside = column >= from && column + width <= to
      if (isInside) text += part
      else if (column + width > from && column < to) text += ' '
      column += width
    }
    if (text !== '') kept.push({ ...span, text })
  }
  return kept
}

/** Returns how many columns a line takes. */
export function spansWidth(spans: readonly Span[]): number {
  return spans.reduce((sum, span) => sum + columnsOf(span.text), 0)
}
