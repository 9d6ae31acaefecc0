import { resolve } from 'node:path'
import { dueCards } from '../app/quiz.js'
import { dayOf } from '../core/quiz/day.js'
import type { QuizRequest } from '../core/quiz/quiz-session.js'
import { mixSeed } from '../core/quiz/random.js'
import { count } from '../core/text/words.js'
import type { Toolbox } from '../ports/toolbox.js'
import type { Command, CommandInput, CommandResult, OptionValues } from './command.js'
import { EXIT } from './exit-codes.js'
import { askPlainQuiz } from './quiz-plain.js'
import { type LineReader, readLinesFrom } from './stdin-lines.js'
import { toJson } from './to-json.js'
import { usageProblem } from './usage-problem.js'

/** Asks what is due. At a terminal the quiz screen opens instead, unless something here asks for plain lines. */
export const quizCommand: Command = {
  name: 'quiz',
  summary: 'asks what you learned, when it is about to be forgotten',
  usage: 'quiz [options]',
  options: {
    plain: { type: 'boolean' },
    json: { type: 'boolean' },
    all: { type: 'boolean' },
    cram: { type: 'boolean' },
    topic: { type: 'string' },
    export: { type: 'string' },
    import: { type: 'string' },
  },
  optionHelp: [
    ['--plain', 'asks on plain lines, for screen readers and pipes'],
    ['--json', 'lists your cards and which are due'],
    ['--all', 'asks everything that is due, not only five'],
    ['--cram', 'asks everything, without changing when it comes back'],
    ['--topic SLUG', 'asks about one weakness, for example sql-injection'],
    ['--export DIR', 'writes all your personal data into DIR as plain files'],
    ['--import DIR', 'merges exported data into yours and keeps a copy of what you had'],
  ],
  takesPaths: false,
  screen: ({ values }) => (Object.keys(values).length === 0 ? 'quiz' : null),
  run: input => runQuiz(input, () => readLinesFrom(process.stdin, input.io.signal)),
}

/** Runs the quiz command; `openLines` gives the answers, and is called only when questions are asked. */
export async function runQuiz(input: CommandInput, openLines: () => LineReader): Promise<CommandResult> {
  const { tools, values, positionals, io } = input
  const wrong = positionals.length > 0 ? 'quiz takes no paths.' : misuse(values)
  if (wrong !== null) return usageProblem(wrong)
  const result = await runChosen(input, openLines)
  for (const problem of tools.personal.problems()) {
    for (const line of [problem.message, problem.untouched ?? '', ...problem.nextSteps])
      if (line !== '') io.err(line)
  }
  return result
}

function misuse({ json, all, cram, topic, plain, export: out, import: source }: OptionValues): string | null {
  const chosen = [
    json && '--json',
    out !== undefined && '--export',
    source !== undefined && '--import',
  ].filter(Boolean)
  if (chosen.length > 1) return `${chosen.join(' and ')} exclude each other.`
  if (chosen.length === 1 && (all || cram || plain || topic !== undefined))
    return `${chosen[0]} asks no questions and stands alone.`
  if (all && cram) return '--all and --cram exclude each other.'
  if (topic === '' || out === '' || source === '') return 'An option is empty.'
  return null
}

async function runChosen(input: CommandInput, openLines: () => LineReader): Promise<CommandResult> {
  const { tools, values, io } = input
  if (values.json) {
    io.out(toJson(await cardsJson(tools)))
    return { exitCode: EXIT.done }
  }
  if (typeof values.export === 'string') return exportTo(input, resolve(input.cwd, values.export))
  if (typeof values.import === 'string') return importFrom(input, resolve(input.cwd, values.import))
  const lines = openLines()
  try {
    return await askPlainQuiz({ tools, io }, requestOf(values, tools.clock.now()), lines)
  } finally {
    lines.close()
  }
}

function requestOf(values: OptionValues, now: string): QuizRequest {
  return {
    mode: values.cram ? 'cram' : values.all ? 'all' : 'due',
    topic: typeof values.topic === 'string' ? values.topic : null,
    seed: mixSeed(0, now),
  }
}

/** Returns the cards as scripts read them, soonest due first. */
async function cardsJson(tools: Toolbox) {
  const cards = await dueCards(tools)
  const rows = cards.map(({ card, title, level, recall, isDue, isLeech }) => ({
    id: card.id,
    weakness: card.weakness,
    family: card.family,
    title,
    level,
    recall: Math.round(recall * 100) / 100,
    due: dayOf(card.due),
    isDue,
    isLeech,
  }))
  return { schemaVersion: 1, due: rows.filter(row => row.isDue), later: rows.filter(row => !row.isDue) }
}

async function exportTo({ tools, io }: CommandInput, folder: string): Promise<CommandResult> {
  const exported = await tools.personal.exportTo(folder)
  if (!exported.ok) return { exitCode: EXIT.failed, problem: exported.problem }
  for (const path of exported.value) io.out(path)
  return { exitCode: EXIT.done }
}

async function importFrom({ tools, io }: CommandInput, folder: string): Promise<CommandResult> {
  const imported = await tools.personal.importFrom(folder)
  if (!imported.ok) return { exitCode: EXIT.failed, problem: imported.problem }
  const { cards, reviews } = imported.value
  io.out(
    `You now have ${count(cards, 'card')} and ${count(reviews, 'review')}; a copy of what was here is kept beside them.`,
  )
  return { exitCode: EXIT.done }
}
