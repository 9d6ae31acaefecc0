import type { LessonBlock } from '../../../core/lesson/lesson-blocks.js'
import { wrap } from '../../theme/measure.js'

/** The sections of a lesson as they are laid out: which, and how many blank lines between two of them. */
export type FittedLesson = { readonly blocks: readonly LessonBlock[]; readonly gap: 0 | 1 }

/** Returns how many lines the sections take at a width, each below its heading. */
export function heightOf({ blocks, gap }: FittedLesson, columns: number): number {
  const lines = blocks.map(
    ({ text, lines: code }) => 1 + (text === '' ? 0 : wrap(text, columns).length) + code.length,
  )
  return lines.reduce((sum, count) => sum + count, 0) + gap * Math.max(0, blocks.length - 1)
}

/**
 * Returns the roomiest layout that fits a window of `columns` × `rows`: with blank lines between the sections, without
 * them, and without the links. Where nothing fits it is the last of these, to be scrolled.
 */
export function fitLesson(blocks: readonly LessonBlock[], columns: number, rows: number): FittedLesson {
  const essential = blocks.filter(block => block.kind !== 'more')
  const layouts: readonly FittedLesson[] = [
    { blocks, gap: 1 },
    { blocks, gap: 0 },
    { blocks: essential, gap: 1 },
  ]
  return layouts.find(layout => heightOf(layout, columns) <= rows) ?? { blocks: essential, gap: 0 }
}
