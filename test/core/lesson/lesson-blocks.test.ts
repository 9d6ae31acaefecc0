import { expect, test } from 'vitest'
import { lessonBlocks } from '../../../source/core/lesson/lesson-blocks.js'
import { sampleLesson } from '../../support/quiz-samples.js'

const lesson = {
  ...sampleLesson('sql-injection', 'A05:2025', []),
  attack: { text: 'Anyone sends {{parameter|email}}.', lines: ["{{parameter|email}}=' OR 1=1"] },
  samples: [
    {
      family: 'javascript' as const,
      vulnerable: 'const a = 1\n  db.query(`… ${a}`)\n',
      fixed: "const a = 1\n\n  db.query('… $1', [a])\n",
    },
  ],
}
const place = { path: 'web/a.ts', line: 17, own: '  pool.query(`… ${town}`)', parameter: 'town' }

test('a lesson has its sections in order, with the own line, the own parameter, only what the fix adds, and links', () => {
  const blocks = lessonBlocks(lesson, place, false)
  expect(blocks.map(block => block.kind)).toEqual([
    'what',
    'yours',
    'attack',
    'fix',
    'why',
    'not-enough',
    'more',
  ])
  expect(blocks[1]).toMatchObject({
    heading: 'Yours, web/a.ts:17',
    lines: [{ mark: '-', text: 'pool.query(`… ${town}`)' }],
  })
  expect(blocks[2]).toMatchObject({
    text: 'Anyone sends town.',
    lines: [{ mark: ' ', text: "town=' OR 1=1" }],
  })
  expect(blocks[3]?.lines).toEqual([{ mark: '+', text: "db.query('… $1', [a])" }])
})

test('who was right twice gets their line and the fix only', () => {
  expect(lessonBlocks(lesson, place, true).map(block => block.kind)).toEqual(['yours', 'fix'])
})

test('a section without anything to say is left out', () => {
  const elsewhere = { ...place, path: 'a.go', own: null }
  expect(lessonBlocks(lesson, elsewhere, false).map(block => block.kind)).toEqual([
    'what',
    'attack',
    'why',
    'not-enough',
    'more',
  ])
})

test('the lines of a fix keep their indentation against each other', () => {
  const nested = {
    ...lesson,
    samples: [
      {
        family: 'python' as const,
        vulnerable: 'def go():\n    return redirect(target)',
        fixed: 'def go():\n    if target not in PAGES:\n        abort(404)\n    return redirect(target)',
      },
    ],
  }
  const fix = lessonBlocks(nested, { ...place, path: 'a.py' }, false).find(block => block.kind === 'fix')
  expect(fix?.lines.map(line => line.text)).toEqual(['if target not in PAGES:', '    abort(404)'])
})
