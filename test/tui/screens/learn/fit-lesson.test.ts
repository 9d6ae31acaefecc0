import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { loadLessons } from '../../../../source/adapters/content-bundled/load-lessons.js'
import { lessonBlocks } from '../../../../source/core/lesson/lesson-blocks.js'
import { fitLesson, heightOf } from '../../../../source/tui/screens/learn/fit-lesson.js'

/** What is left of 80×24 between header and keys. */
const COLUMNS = 78
const ROWS = 18

const { lessons } = await loadLessons(resolve(import.meta.dirname, '../../../../lessons'))
const cases = lessons.flatMap(lesson =>
  lesson.samples
    .filter(({ family }) => family === 'javascript' || family === 'python')
    .map(({ family }) => {
      const path = family === 'python' ? 'web/a.py' : 'web/a.js'
      const place = { path, line: 9, own: 'the line of the developer', parameter: null }
      const told = lessonBlocks(lesson, place, false).filter(block => block.kind !== 'attack')
      return { name: `${lesson.weakness} in ${family}`, told }
    }),
)

test('every lesson fits on the smallest usual screen without scrolling', () => {
  const tooLong = cases.filter(({ told }) => heightOf(fitLesson(told, COLUMNS, ROWS), COLUMNS) > ROWS)
  expect(tooLong.map(one => one.name)).toEqual([])
  expect(cases.length).toBeGreaterThan(100)
})

test('a large window has room for blank lines and links, a small one drops them before any section', () => {
  for (const { told } of cases) {
    expect(fitLesson(told, COLUMNS, 40)).toEqual({ blocks: told, gap: 1 })
    const small = fitLesson(told, COLUMNS, 10)
    expect(small).toEqual({ blocks: told.filter(block => block.kind !== 'more'), gap: 0 })
  }
})
