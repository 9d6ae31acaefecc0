import type { Command, CommandIo, OptionValues } from '../command.js'
import type { LineReader } from '../stdin-lines.js'
import { askLine, chooseFrom, type Talk } from './menu.js'
import type { PlainCoach } from './plain-coach.js'
import { tell } from './tell.js'

/** Asks what is due, on the same lines. */
export async function askQuiz(coach: PlainCoach): Promise<void> {
  const { quizCommand, runQuiz } = await import('../quiz.js')
  await run(coach, { ...quizCommand, run: input => runQuiz(input, () => sharedLines(coach.talk.lines)) }, {})
}

/** Reviews what the fixes taught. */
export async function reviewRules({ input, tools, talk }: PlainCoach): Promise<void> {
  const { runPlainReview } = await import('../plain-review/run-plain-review.js')
  await runPlainReview({ tools, io: talkIo(input.io, talk) }, sharedLines(talk.lines))
}

/** Shows every file that a sync would change and writes them after a numbered yes. */
export async function writeGuardrails(coach: PlainCoach): Promise<void> {
  const { syncCommand } = await import('../sync.js')
  await run(coach, syncCommand, {})
}

/** Looks for fixes in the history and keeps what they teach after a numbered yes. */
export async function learnFromGit(coach: PlainCoach): Promise<void> {
  const range = await askLine(coach.talk, 'Which commits, for example main~50..main (nothing means all):')
  const { learnCommand } = await import('../learn.js')
  await run(coach, learnCommand, { 'from-git': range })
}

/** Counts what was found, fixed and learned. */
export async function tellProgress(coach: PlainCoach): Promise<void> {
  const { statsCommand } = await import('../stats.js')
  await run(coach, statsCommand, {})
}

/** Runs a command as if it had been called with these options, its questions asked as numbered ones. */
async function run(coach: PlainCoach, command: Command, values: OptionValues): Promise<void> {
  const { input, talk } = coach
  const io = talkIo(input.io, talk)
  const result = await command.run({ ...input, io, values, positionals: [] })
  if (result.problem) tell(talk, { ok: false, problem: result.problem })
}

function talkIo(io: CommandIo, talk: Talk): CommandIo {
  return {
    ...io,
    out: talk.say,
    err: talk.say,
    canAsk: true,
    confirm: async question =>
      (await chooseFrom(talk, question.replace(/\?$/, ''), [
        { value: true, label: 'yes' },
        { value: false, label: 'no' },
      ])) === true,
    ask: question => askLine(talk, question),
  }
}

/** The coach's own lines, which a command that is done with them must not close. */
function sharedLines(lines: LineReader): LineReader {
  return { next: lines.next, close: () => {} }
}
