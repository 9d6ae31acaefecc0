import { fillAttack } from './fill-attack.js'
import { familyOfPath } from './language-family.js'
import type { Lesson, LessonSample } from './lesson.js'
import { lessonLinks } from './lesson-links.js'

/** One section of a lesson as it is told: words, then code; removed lines are the developer's, added ones the fix's. */
export type LessonBlock = {
  readonly kind: 'what' | 'yours' | 'attack' | 'fix' | 'why' | 'not-enough' | 'more'
  readonly heading: string
  readonly text: string
  readonly lines: readonly { readonly mark: '-' | '+' | ' '; readonly text: string }[]
}

/** Where a lesson meets the developer's code. */
export type LessonPlace = {
  readonly path: string
  /** Starts at 1. */
  readonly line: number
  /** The developer's own line there, null when the file cannot be read; not yet printable. */
  readonly own: string | null
  /** Name of the request parameter that is read, when it can be told. */
  readonly parameter: string | null
}

/** The lines of the fixed sample that the vulnerable one does not have, moved left together: the idea without the scenery. */
function fixLines(sample: LessonSample | undefined): readonly string[] {
  if (!sample) return []
  const before = new Set(sample.vulnerable.split('\n').map(line => line.trim()))
  const added = sample.fixed.split('\n').filter(line => line.trim() !== '' && !before.has(line.trim()))
  const margin = Math.min(...added.map(line => line.length - line.trimStart().length))
  return added.map(line => line.slice(margin).trimEnd())
}

/**
 * Returns the sections of a lesson in their order (lessons.md §2.3), empty ones left out. A short lesson, for who was
 * right twice at the first try, is their own line and the fix; the question follows either way.
 */
export function lessonBlocks(lesson: Lesson, place: LessonPlace, isShort: boolean): readonly LessonBlock[] {
  const words = (kind: LessonBlock['kind'], heading: string, text: string): LessonBlock => ({
    kind,
    heading,
    text,
    lines: [],
  })
  const attack = fillAttack(lesson, place.parameter)
  const family = familyOfPath(place.path)
  const added = fixLines(lesson.samples.find(sample => sample.family === family))
  const all: readonly LessonBlock[] = [
    words('what', 'What', lesson.what),
    {
      ...words('yours', `Yours, ${place.path}:${place.line}`, ''),
      lines: place.own === null ? [] : [{ mark: '-', text: place.own.trim() }],
    },
    { ...words('attack', 'Attack', attack.text), lines: attack.lines.map(text => ({ mark: ' ', text })) },
    { ...words('fix', 'Fix', ''), lines: added.map(text => ({ mark: '+', text })) },
    words('why', 'Why it works', lesson.why),
    words('not-enough', 'Not enough', lesson.notEnough),
    { ...words('more', 'Read more', ''), lines: lessonLinks(lesson).map(text => ({ mark: ' ', text })) },
  ]
  return all
    .filter(block => block.text !== '' || block.lines.length > 0)
    .filter(block => !isShort || block.kind === 'yours' || block.kind === 'fix')
}
