import { describe, expect, test } from 'vitest'
import { nextQuestion, startQuiz } from '../../source/app/quiz.js'
import { lessonSeen } from '../../source/app/quiz-events.js'
import type { OptionValues } from '../../source/commands/command.js'
import { quizCommand, runQuiz } from '../../source/commands/quiz.js'
import { mixSeed } from '../../source/core/quiz/random.js'
import { createFakeIo } from '../support/fake-io.js'
import { sampleAnswer, sampleLesson, sampleRemediation } from '../support/quiz-samples.js'
import { createQuizToolbox, type QuizToolbox } from '../support/quiz-toolbox.js'

const FORMATS = ['choose-the-fix', 'spot-the-line', 'predict-the-exploit'] as const
const lessons = ['sql-injection', 'ssrf'].map(name => sampleLesson(name, name, FORMATS))
const RIGHT = { item: 'x/1', format: 'choose-the-fix', right: true, sure: true, hinted: false, ms: 4000 }

async function withCards(options: Parameters<typeof createQuizToolbox>[1] = {}): Promise<QuizToolbox> {
  const tools = createQuizToolbox(lessons, options)
  for (const { weakness } of lessons) await lessonSeen(tools, { weakness, path: 'a.js' }, RIGHT)
  tools.pass(4)
  return tools
}

/** Runs the command with lines as they come through a pipe; at their end the input ends. */
async function run(tools: QuizToolbox, values: OptionValues, typed: readonly string[] = []) {
  const io = createFakeIo()
  const left = [...typed]
  const lines = { next: async () => left.shift() ?? null, close: () => undefined }
  const { exitCode, problem } = await runQuiz(
    { tools, values, positionals: [], paths: [], cwd: '/', version: '0', io },
    () => lines,
  )
  return { exitCode, problem, said: io.stdout(), warned: io.stderr(), left }
}

/** The number to type for the first question of a quiz that starts now. */
async function firstAnswer(tools: QuizToolbox, right: boolean): Promise<string> {
  const started = await startQuiz(tools, { mode: 'due', topic: null, seed: mixSeed(0, tools.clock.now()) })
  const asked = started.ok ? nextQuestion(started.value) : null
  if (!asked) throw new Error('nothing asked')
  return String((sampleAnswer(asked, right).picks[0] ?? 0) + 1)
}

describe('the quiz on plain lines', () => {
  test('asks, answers with the reason of every option, and ends with what moved', async () => {
    const tools = await withCards()
    const { exitCode, said } = await run(tools, {}, [await firstAnswer(tools, true)])
    expect(exitCode).toBe(0)
    expect(said).toContain('Quiz: 2 questions, about 1 minute.')
    expect(said).toContain('Question 1 of 2. Title of ')
    expect(said).toContain('Right. Because it is.')
    expect(said).toMatch(/\d is wrong\. Half of it\./)
    expect(said).toMatch(/\d is wrong\. A list of bad words\./)
    expect(said).toContain('Keep: Keep this.')
    expect(said).toContain('It comes back in ')
    expect(said).toContain('1 question, 1 right at the first try.')
    expect(said).toMatch(/from Learning to Familiar\./)
  })

  test('keeps what was answered when the input ends, and says nothing twice', async () => {
    const tools = await withCards()
    await run(tools, {}, [await firstAnswer(tools, false)])
    expect((await tools.personal.reviews()).at(-1)).toMatchObject({ source: 'quiz', grade: 'again' })
    const { said } = await run(tools, {})
    expect(said).toContain('Quiz: 1 question')
  })

  test('takes an unsure answer, a hint, a mistyped line and an answer back', async () => {
    const tools = await withCards()
    const number = await firstAnswer(tools, true)
    const { said } = await run(tools, {}, ['h', '99', 'what', `${number}?`, 'b', `${number}?`, 'q'])
    expect(said).toContain('Hint: Look twice.')
    expect(said.match(/Please type a number from 1 to 3\./g)).toHaveLength(2)
    expect(said).toContain('Your last answer is taken back.')
    const grades = (await tools.personal.reviews()).slice(2).map(review => [review.source, review.grade])
    expect(grades).toEqual([
      ['quiz', 'hard'],
      ['undo', null],
      ['quiz', 'hard'],
    ])
  })

  test('notes a question that is wrong and asks another', async () => {
    const tools = await withCards()
    const { said } = await run(tools, {}, ['w', 'q'])
    expect((await tools.personal.disputes()).size).toBe(1)
    expect(said.match(/Question 1 of 2\./g)).toHaveLength(2)
  })

  test('says where a question of one’s own comes from, and lets no code drive the terminal', async () => {
    const remediation = sampleRemediation({ path: 'a\u001b]0;x\u0007.ts', before: 'run(`\u001b[2J${x}`)' })
    const { said } = await run(await withCards({ remediations: [remediation] }), { topic: 'sql-injection' }, [
      'q',
    ])
    expect(said).toContain('From your code: a')
    expect(said).toContain('fixed on 3 November 2026.')
    expect(said).not.toContain('\u001b')
    expect(said).not.toContain('\u0007')
  })

  test('says why there is nothing to ask', async () => {
    expect((await run(createQuizToolbox(lessons), {})).said).toContain('There is nothing to ask yet')
    const tools = createQuizToolbox(lessons)
    await lessonSeen(tools, { weakness: 'ssrf', path: 'a.js' }, RIGHT)
    expect((await run(tools, {})).said).toContain('The next card is due on 26 November 2026')
  })

  test('changes no schedule when cramming', async () => {
    const tools = await withCards()
    const before = [...(await tools.personal.reviews())]
    const { said } = await run(tools, { cram: true }, ['1', '1', '1', '1'])
    expect(said).toContain('You are cramming')
    expect(await tools.personal.reviews()).toEqual(before)
  })
})

test('an interruption keeps the answers given and exits 130', async () => {
  const tools = await withCards()
  const controller = new AbortController()
  const io = { ...createFakeIo(), signal: controller.signal }
  const typed = [await firstAnswer(tools, true)]
  const next = async () => {
    const line = typed.shift() ?? null
    if (line === null) controller.abort()
    return line
  }
  const input = { tools, values: {}, positionals: [], paths: [], cwd: '/', version: '0', io }
  const { exitCode } = await runQuiz(input, () => ({ next, close: () => undefined }))
  expect(exitCode).toBe(130)
  expect(io.stderr()).toContain('The answers you gave are kept.')
  expect((await tools.personal.reviews()).at(-1)?.source).toBe('quiz')
})

test('quiz --json lists what is due and what comes later', async () => {
  const tools = await withCards()
  await run(tools, {}, [await firstAnswer(tools, true)])
  const { exitCode, said } = await run(tools, { json: true })
  const listed = JSON.parse(said)
  expect(exitCode).toBe(0)
  expect(listed.schemaVersion).toBe(1)
  expect(listed.due).toHaveLength(1)
  expect(listed.later).toHaveLength(1)
  expect(Object.keys(listed.due[0]).toSorted()).toEqual(
    ['due', 'family', 'id', 'isDue', 'isLeech', 'level', 'recall', 'title', 'weakness'].toSorted(),
  )
})

test.each<[OptionValues]>([
  [{ all: true, cram: true }],
  [{ json: true, export: 'x' }],
  [{ export: 'x', import: 'y' }],
  [{ json: true, topic: 'ssrf' }],
  [{ topic: '' }],
])('wrong use %j exits 2 and asks nothing', async values => {
  const { exitCode, said } = await run(await withCards(), values, ['1'])
  expect(exitCode).toBe(2)
  expect(said).toBe('')
})

test('an unknown topic exits 2 and names the known ones', async () => {
  const { exitCode, problem } = await run(await withCards(), { topic: 'nope' })
  expect(exitCode).toBe(2)
  expect(problem?.nextSteps.join()).toContain('ssrf')
})

test('problems of the store are told on standard error', async () => {
  const base = await withCards()
  const problem = { kind: 'user-can-act', message: 'It was kept aside.', nextSteps: ['Update.'] } as const
  const tools = { ...base, personal: { ...base.personal, problems: () => [problem] } }
  expect((await run(tools, { json: true })).warned).toBe('It was kept aside.\nUpdate.')
})

test('the screen opens only for the plain call', () => {
  expect(quizCommand.screen?.({ values: {}, positionals: [] })).toBe('quiz')
  expect(quizCommand.screen?.({ values: { plain: true }, positionals: [] })).toBeNull()
  expect(quizCommand.screen?.({ values: { topic: 'ssrf' }, positionals: [] })).toBeNull()
})
