import {
  answerQuestion,
  disputeQuestion,
  finishQuiz,
  nextQuestion,
  startQuiz,
  undoAnswer,
} from '../app/quiz.js'
import type { Result } from '../core/problem.js'
import type { AskedQuestion, QuizRequest, QuizSession } from '../core/quiz/quiz-session.js'
import type { CommandInput, CommandResult } from './command.js'
import { EXIT } from './exit-codes.js'
import {
  feedbackLines,
  introLines,
  leechLines,
  nothingLines,
  questionLines,
  summaryLines,
} from './quiz-text.js'
import { readQuizEntry } from './read-quiz-entry.js'
import type { LineReader } from './stdin-lines.js'

type Setting = Pick<CommandInput, 'tools' | 'io'>
type Turn = { readonly session: QuizSession; readonly hinted: boolean; readonly isShown: boolean }

/**
 * Asks the quiz on plain lines that are only ever added, so screen readers and pipes can follow. Ends after the last
 * question, at `q`, or at the end of the input; answers given until then are kept.
 */
export async function askPlainQuiz(
  setting: Setting,
  request: QuizRequest,
  lines: LineReader,
): Promise<CommandResult> {
  const { tools, io } = setting
  const say = (said: readonly string[]) => said.forEach(io.out)
  const started = await startQuiz(tools, request)
  if (!started.ok) return { exitCode: EXIT.usage, problem: started.problem }
  if (started.value.queue.length === 0) {
    say(nothingLines(await finishQuiz(tools, started.value)))
    return { exitCode: EXIT.done }
  }
  say(introLines(started.value))
  let turn: Turn = { session: started.value, hinted: false, isShown: false }
  let shownAt = tools.clock.now()
  for (let asked = nextQuestion(turn.session); asked; asked = nextQuestion(turn.session)) {
    if (!turn.isShown) {
      say(questionLines(asked))
      shownAt = tools.clock.now()
    }
    const line = await lines.next()
    if (line === null) break
    const ms = Date.parse(tools.clock.now()) - Date.parse(shownAt)
    const next = await takeLine(setting, turn, asked, line, ms)
    if (!next.ok) return { exitCode: EXIT.failed, problem: next.problem }
    if (next.value === 'stop') break
    turn = next.value
  }
  if (io.signal.aborted) {
    io.err('Interrupted. The answers you gave are kept.')
    return { exitCode: EXIT.interrupted }
  }
  say(summaryLines(await finishQuiz(tools, turn.session)))
  return { exitCode: EXIT.done }
}

async function takeLine(
  { tools, io }: Setting,
  turn: Turn,
  asked: AskedQuestion,
  line: string,
  ms: number,
): Promise<Result<Turn | 'stop'>> {
  const { session, hinted } = turn
  const stay = (changes: Partial<Turn> = {}): Result<Turn> => ({
    ok: true,
    value: { session, hinted, isShown: true, ...changes },
  })
  const goTo = (result: Result<QuizSession>): Result<Turn> =>
    result.ok ? { ok: true, value: { session: result.value, hinted: false, isShown: false } } : result
  const { question } = asked.item
  const entry = readQuizEntry(asked, line)
  switch (entry.kind) {
    case 'stop':
      return { ok: true, value: 'stop' }
    case 'unclear':
      io.out(entry.message)
      return stay()
    case 'hint':
      io.out(question.hint === '' ? 'There is no hint for this one.' : `Hint: ${question.hint}`)
      return stay({ hinted: true })
    case 'back':
      io.out(
        session.answers.length === 0 ? 'There is no answer to take back.' : 'Your last answer is taken back.',
      )
      return session.answers.length === 0 ? stay() : goTo(await undoAnswer(tools, session))
    case 'dispute':
      io.out('Noted on this machine: this question is wrong. Another one comes instead where there is one.')
      return goTo(await disputeQuestion(tools, session, question.id))
    default:
  }
  const given = entry.kind === 'answer' ? entry.answer : { picks: [], typed: '', sure: false }
  const answered = await answerQuestion(tools, session, { ...given, hinted, ms })
  if (!answered.ok) return answered
  const { feedback } = answered.value
  feedbackLines(asked, feedback, given.picks).forEach(io.out)
  if (feedback.verdict === 'neutral') return stay()
  if (feedback.isLeech) {
    const lesson = await tools.content.lesson(asked.weakness)
    if (lesson) leechLines(lesson).forEach(io.out)
  }
  return goTo({ ok: true, value: answered.value.session })
}
