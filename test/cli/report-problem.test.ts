import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { bugText, problemText } from '../../source/cli/report-problem.js'

test('a problem tells what happened, where, what was left untouched and what to do next', () => {
  const text = problemText({
    kind: 'user-can-act',
    message: 'The file was changed.',
    path: 'web/a.js',
    untouched: 'Nothing was written.',
    nextSteps: ['Scan again.'],
  })
  expect(text).toBe('web/a.js: The file was changed.\nNothing was written.\n  Scan again.')
})

test('a path that carries escapes is made harmless', () => {
  const text = problemText({
    kind: 'user-can-act',
    message: 'No.',
    path: 'a\u001B]0;x\u0007\nb',
    nextSteps: [],
  })
  expect(text).not.toMatch(/[\u001B\u0007]/)
  expect(text.split('\n')).toHaveLength(1)
})

test('a mistake of ours is told without a stack unless it is asked for', () => {
  const error = new Error('something is undefined')
  expect(bugText(error, {})).toContain('a mistake of its own: something is undefined')
  expect(bugText(error, {})).not.toContain('report-problem.test')
  expect(bugText(error, { GUARDRAIL_COACH_DEBUG: '1' })).toContain('report-problem.test')
})

test('an error of the system is not called a mistake of ours', () => {
  let caught: unknown
  try {
    readFileSync('/nowhere/at/all')
  } catch (error) {
    caught = error
  }
  expect(bugText(caught, {})).toContain('could not go on: ENOENT')
  expect(bugText(caught, {})).not.toContain('report it')
})
