import { describe, expect, test } from 'vitest'
import { gradeAnswer, loggedTime } from '../../../source/core/quiz/grade-answer.js'
import { judgeAnswer, normaliseTyped, rightAnswerOf } from '../../../source/core/quiz/judge-answer.js'
import { sampleQuestion } from '../../support/quiz-samples.js'

const blank = { picks: [], typed: '', sure: true, hinted: false, ms: 0 }
const question = sampleQuestion('xss/1')
const typed = sampleQuestion('xss/2', 'fill-the-hole')
const steps = sampleQuestion('xss/3', 'order-the-steps')

describe('an answer', () => {
  test('is judged by where the option is shown, not by where the file has it', () => {
    const shown = question.options.toReversed()
    expect(judgeAnswer(question, shown, { ...blank, picks: [1] }).verdict).toBe('wrong')
    expect(judgeAnswer(question, shown, { ...blank, picks: [2] }).verdict).toBe('right')
  })

  test.each([[[]], [[7]], [[-1]]])('of no such option (%j) is wrong', picks => {
    expect(judgeAnswer(question, question.options, { ...blank, picks })).toEqual({
      verdict: 'wrong',
      chosen: null,
    })
  })

  test.each(['execFile', 'EXECFILE', ' exec file ', 'execfile;'])('typed as %j is accepted', text => {
    expect(judgeAnswer(typed, [], { ...blank, typed: text }).verdict).toBe('right')
  })

  test('left empty is wrong, even when a hole would accept only quotes', () => {
    expect(judgeAnswer({ ...typed, accept: [''] }, [], blank).verdict).toBe('wrong')
  })

  test('typed like a known wrong one gets the reason of that one', () => {
    expect(judgeAnswer(typed, [], { ...blank, typed: 'ONE' }).chosen?.misconception).toBe('half-fixed')
  })

  test('of steps is right in the order of the file only', () => {
    const shown = steps.options.toReversed()
    expect(judgeAnswer(steps, shown, { ...blank, picks: [2, 1, 0] }).verdict).toBe('right')
    expect(judgeAnswer(steps, shown, { ...blank, picks: [0, 1, 2] }).verdict).toBe('wrong')
    expect(judgeAnswer(steps, shown, { ...blank, picks: [2, 1] }).verdict).toBe('wrong')
    expect(rightAnswerOf(steps)).toBe('two\none\nthree')
  })

  test('with other quotes is the same answer', () => {
    expect(normaliseTyped("'a' , ‘b’")).toBe(normaliseTyped('"a","b"'))
  })
})

test('the grade follows the answer and how sure it was, and a wrong one is never Hard', () => {
  const grade = (right: boolean, sure: boolean, hinted: boolean) => gradeAnswer({ right, sure, hinted })
  expect(grade(true, true, false)).toBe('good')
  expect(grade(true, false, false)).toBe('hard')
  expect(grade(true, true, true)).toBe('hard')
  expect(grade(false, true, false)).toBe('again')
  expect(grade(false, false, true)).toBe('again')
})

test('times above two minutes say nothing and are not kept', () => {
  expect([4200.4, 120_000, 120_001, -1, Number.NaN].map(loggedTime)).toEqual([4200, 120_000, 0, 0, 0])
})
