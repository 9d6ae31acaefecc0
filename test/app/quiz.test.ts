import { describe, expect, test } from 'vitest'
import {
  answerQuestion,
  disputeQuestion,
  dueCards,
  finishQuiz,
  nextQuestion,
  startQuiz,
  undoAnswer,
} from '../../source/app/quiz.js'
import {
  findingIntroduced,
  fixChosenRightFirst,
  isLessonShort,
  lessonSeen,
} from '../../source/app/quiz-events.js'
import { fail } from '../../source/core/problem.js'
import type { QuizRequest, QuizSession } from '../../source/core/quiz/quiz-session.js'
import { createMemoryPersonal } from '../support/memory-stores.js'
import { sampleAnswer, sampleLesson, sampleRemediation } from '../support/quiz-samples.js'
import { createQuizToolbox, type QuizToolbox } from '../support/quiz-toolbox.js'

const FORMATS = ['choose-the-fix', 'spot-the-line', 'predict-the-exploit', 'still-vulnerable'] as const
const lessons = [
  sampleLesson('sql-injection', 'A05:2025', FORMATS),
  sampleLesson('xss', 'A05:2025', FORMATS),
  sampleLesson('ssrf', 'A01:2025', FORMATS),
]
const sql = { weakness: 'sql-injection', path: 'web/parcels.ts' }
const due: QuizRequest = { mode: 'due', topic: null, seed: 5 }
const right = { item: 'x/1', format: 'choose-the-fix', right: true, sure: true, hinted: false, ms: 4000 }

async function begin(tools: QuizToolbox, request: QuizRequest = due): Promise<QuizSession> {
  const started = await startQuiz(tools, request)
  if (!started.ok) throw new Error(started.problem.message)
  return started.value
}

async function answer(tools: QuizToolbox, session: QuizSession, isRight: boolean, changes = {}) {
  const asked = nextQuestion(session)
  if (!asked) throw new Error('nothing asked')
  const answered = await answerQuestion(tools, session, sampleAnswer(asked, isRight, changes))
  if (!answered.ok) throw new Error(answered.problem.message)
  return answered.value
}

async function withCards(count: number): Promise<QuizToolbox> {
  const tools = createQuizToolbox(lessons)
  for (const { weakness } of lessons.slice(0, count)) {
    await lessonSeen(tools, { weakness, path: 'a.js' }, right)
    tools.pass(1)
  }
  tools.pass(3)
  return tools
}

describe('a quiz', () => {
  test('has nothing to ask before a lesson was met', async () => {
    const session = await begin(createQuizToolbox(lessons))
    expect(nextQuestion(session)).toBeNull()
    expect(session.waiting).toBe(0)
  })

  test('asks what is due, tells why, and says at the end what moved and when the next is due', async () => {
    const tools = await withCards(2)
    let session = await begin(tools)
    expect(session.queue).toHaveLength(2)
    const first = await answer(tools, session, true)
    expect(first.feedback).toMatchObject({
      verdict: 'right',
      reason: 'Because it is.',
      rightAnswer: 'two',
      trap: '',
      idea: 'Keep this.',
      isLeech: false,
    })
    expect(first.feedback.options).toHaveLength(3)
    expect(first.feedback.next?.days).toBeGreaterThan(10)
    session = (await answer(tools, first.session, true)).session
    expect(nextQuestion(session)).toBeNull()
    const summary = await finishQuiz(tools, session)
    expect(summary).toMatchObject({ asked: 2, right: 2, waiting: 0 })
    expect(summary.moved).toEqual([
      { title: 'Title of sql-injection', from: 'Learning', to: 'Familiar' },
      { title: 'Title of xss', from: 'Learning', to: 'Familiar' },
    ])
    expect(summary.nextDue).toBe((await dueCards(tools))[0]?.card.due)
    expect((await begin(tools)).queue).toEqual([])
  })

  test('asks a wrong one again once at the end, without logging it', async () => {
    const tools = await withCards(2)
    const before = (await tools.personal.reviews()).length
    const first = await answer(tools, await begin(tools), false)
    expect(first.feedback.verdict).toBe('wrong')
    expect(first.feedback.trap).toMatch(/^You were sure: the trap is /)
    expect(first.session.queue.map(entry => entry.turn)).toEqual(['first', 'first', 'again'])
    const second = await answer(tools, first.session, true)
    const asked = nextQuestion(second.session)
    expect(asked?.turn).toBe('again')
    expect(asked?.item.question.id).not.toBe(nextQuestion(await begin(await withCards(2)))?.item.question.id)
    const third = await answer(tools, second.session, false)
    expect(third.feedback.next).toBeNull()
    expect(nextQuestion(third.session)).toBeNull()
    expect((await tools.personal.reviews()).length).toBe(before + 2)
    expect(await finishQuiz(tools, third.session)).toMatchObject({ asked: 2, right: 1 })
  })

  test('grades an unsure or hinted answer as Hard and says nothing of a trap', async () => {
    const tools = await withCards(1)
    const { session } = await answer(tools, await begin(tools), true, { sure: false })
    expect(session.answers[0]?.review?.grade).toBe('hard')
    const wrong = await answer(await withCards(1), await begin(await withCards(1)), false, { sure: false })
    expect(wrong.feedback.trap).toBe('')
  })

  test('counts a neutral line for nothing', async () => {
    const [lesson] = lessons
    if (!lesson) throw new Error('no lesson')
    const neutral = lesson.questions.map(question => ({
      ...question,
      options: question.options.map((option, index) =>
        index === 1 ? { ...option, verdict: 'neutral' as const } : option,
      ),
    }))
    const tools = createQuizToolbox([{ ...lesson, questions: neutral }])
    const session = await begin(tools, { ...due, topic: 'sql-injection' })
    const asked = nextQuestion(session)
    const pick = asked?.options.findIndex(option => option.verdict === 'neutral') ?? -1
    const given = { picks: [pick], typed: '', sure: true, hinted: false, ms: 0 }
    const answered = await answerQuestion(tools, session, given)
    expect(answered).toMatchObject({ ok: true, value: { session, feedback: { verdict: 'neutral' } } })
    expect(await tools.personal.reviews()).toEqual([])
  })

  test('takes an answer back, schedule and log included', async () => {
    const tools = await withCards(1)
    const session = await begin(tools)
    const cards = [...(await tools.personal.cards()).values()]
    const { session: after } = await answer(tools, session, false)
    expect([...(await tools.personal.cards()).values()]).not.toEqual(cards)
    const undone = await undoAnswer(tools, after)
    expect(undone).toEqual({ ok: true, value: session })
    expect([...(await tools.personal.cards()).values()]).toEqual(cards)
    const { session: again } = await answer(tools, session, true)
    expect(again.answers[0]?.review?.grade).toBe('good')
    expect(await undoAnswer(tools, session)).toEqual({ ok: true, value: session })
  })

  test('leaves the schedule alone when cramming', async () => {
    const tools = await withCards(2)
    const reviews = await tools.personal.reviews()
    const session = await begin(tools, { ...due, mode: 'cram' })
    const { feedback } = await answer(tools, session, true)
    expect(feedback.next).toBeNull()
    expect(await tools.personal.reviews()).toEqual(reviews)
  })

  test('asks a topic never met, keeps its card with the answer, and refuses one that does not exist', async () => {
    const tools = createQuizToolbox(lessons)
    const session = await begin(tools, { ...due, topic: 'ssrf' })
    expect((await tools.personal.cards()).size).toBe(0)
    await answer(tools, session, true)
    expect([...(await tools.personal.cards()).keys()]).toEqual(['ssrf/javascript'])
    const unknown = await startQuiz(tools, { ...due, topic: 'nonsense' })
    expect(unknown).toMatchObject({ ok: false, problem: { kind: 'user-can-act' } })
  })

  test('does not grade a card twice when another terminal asked it meanwhile', async () => {
    const tools = await withCards(1)
    const [one, two] = [await begin(tools), await begin(tools)]
    await answer(tools, one, true)
    const second = await answer(tools, two, false)
    expect(second.feedback.next).toBeNull()
    expect((await tools.personal.cards()).get('sql-injection/javascript')?.lapses).toBe(0)
  })

  test('starts with the project’s own fixes', async () => {
    const base = await withCards(1)
    const tools = {
      ...createQuizToolbox(lessons, { remediations: [sampleRemediation()], personal: base.personal }),
    }
    tools.pass(10)
    expect(nextQuestion(await begin(tools))?.item).toMatchObject({
      question: { id: 'own/00112233445566aa' },
      from: { path: 'web/parcels.ts', fixedOn: '2026-11-03' },
    })
  })

  test('does not ask a question that was called wrong, in this session and the next', async () => {
    const tools = await withCards(1)
    const session = await begin(tools)
    const asked = nextQuestion(session)?.item.question.id ?? ''
    const disputed = await disputeQuestion(tools, session, asked)
    if (!disputed.ok) throw new Error('not noted')
    expect(nextQuestion(disputed.value)?.item.question.id).not.toBe(asked)
    expect(nextQuestion(await begin(tools))?.item.question.id).not.toBe(asked)
  })

  test('stands where it was when the answer cannot be saved', async () => {
    const base = await withCards(1)
    const full = { kind: 'tool-failed', message: 'The disk is full.', nextSteps: [] } as const
    const tools = { ...base, personal: { ...base.personal, saveReview: async () => fail(full) } }
    const session = await begin(tools)
    const asked = nextQuestion(session)
    if (!asked) throw new Error('nothing asked')
    expect(await answerQuestion(tools, session, sampleAnswer(asked, true))).toEqual(fail(full))
    expect(nextQuestion(session)).toEqual(asked)
  })

  test('sets a leech’s right answer beside its usual mistake and offers the lesson', async () => {
    const tools = await withCards(1)
    for (let lapse = 1; lapse <= 4; lapse += 1) {
      const { session, feedback } = await answer(tools, await begin(tools), false)
      expect(feedback.isLeech).toBe(lapse === 4)
      expect(session.queue.at(-1)?.turn).toBe(lapse === 4 ? 'contrast' : 'again')
      if (lapse === 4) expect(nextQuestion(session)?.options).toHaveLength(2)
      tools.pass(20)
    }
    expect((await dueCards(tools))[0]?.isLeech).toBe(true)
  })
})

test('two languages of one weakness are told apart', async () => {
  const tools = createQuizToolbox(lessons)
  await lessonSeen(tools, { weakness: 'xss', path: 'a.py' }, right)
  expect((await dueCards(tools)).map(card => card.title)).toEqual(['Title of xss'])
  await lessonSeen(tools, { weakness: 'xss', path: 'a.js' }, right)
  const titles = (await dueCards(tools)).map(card => card.title)
  expect(titles.toSorted()).toEqual(['Title of xss (javascript)', 'Title of xss (python)'])
})

describe('real events', () => {
  test('make the card when the lesson is seen, due after the first answer', async () => {
    const tools = createQuizToolbox(lessons)
    const good = await lessonSeen(tools, sql, right)
    expect(good).toMatchObject({ ok: true, value: { id: 'sql-injection/javascript', scheduledDays: 3 } })
    const again = await lessonSeen(tools, { weakness: 'xss', path: 'a.py' }, { ...right, right: false })
    expect(again).toMatchObject({ ok: true, value: { id: 'xss/python', scheduledDays: 1 } })
  })

  test('start at most two cards a day; the third waits for the quiz', async () => {
    const tools = createQuizToolbox(lessons)
    for (const { weakness } of lessons) await lessonSeen(tools, { weakness, path: 'a.js' }, right)
    expect((await tools.personal.cards()).get('ssrf/javascript')?.state).toBe('new')
    expect((await begin(tools)).queue).toEqual([])
    tools.pass(1)
    expect((await begin(tools)).queue).toEqual([{ card: 'ssrf/javascript', turn: 'first' }])
  })

  test('hold nothing against a skipped lesson', async () => {
    const tools = createQuizToolbox(lessons)
    await lessonSeen(tools, sql, null)
    expect((await tools.personal.cards()).get('sql-injection/javascript')).toMatchObject({
      state: 'new',
      lapses: 0,
    })
  })

  test('grade a card at most once a day, but note the rest', async () => {
    const tools = createQuizToolbox(lessons)
    await lessonSeen(tools, sql, right)
    const graded = (await tools.personal.cards()).get('sql-injection/javascript')
    await fixChosenRightFirst(tools, sql)
    expect((await tools.personal.cards()).get('sql-injection/javascript')).toEqual(graded)
    expect((await tools.personal.reviews()).map(review => review.grade)).toEqual(['good', null])
    expect(await isLessonShort(tools, sql)).toBe(true)
    tools.pass(3)
    await fixChosenRightFirst(tools, sql)
    expect((await tools.personal.cards()).get('sql-injection/javascript')?.reps).toBe(2)
  })

  test('lower the card for a human’s own new finding, never for an AI’s or an unknown one', async () => {
    const tools = createQuizToolbox(lessons, { personal: createMemoryPersonal() })
    await lessonSeen(tools, sql, right)
    tools.pass(1)
    const finding = { ...sql, fingerprint: 'f'.repeat(64) }
    for (const author of ['ai', 'mixed', 'unknown'] as const) {
      const before = (await tools.personal.cards()).get('sql-injection/javascript')
      expect(await findingIntroduced(tools, finding, author)).toEqual({ ok: true, value: before })
    }
    expect(await findingIntroduced(tools, finding, 'human')).toMatchObject({ ok: true, value: { lapses: 1 } })
    const never = { weakness: 'ssrf', path: 'a.js', fingerprint: 'e' }
    expect(await findingIntroduced(tools, never, 'human')).toEqual({ ok: true, value: null })
  })
})
