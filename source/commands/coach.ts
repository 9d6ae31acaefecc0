import { scanProject } from '../app/scan-project.js'
import type { Command, CommandInput, CommandResult } from './command.js'
import { EXIT } from './exit-codes.js'
import { printSummary } from './scan-text.js'
import { SCANNER_HELP, SCANNER_OPTIONS } from './scanner-choice.js'
import { showProgress } from './show-progress.js'

/** What happens without a subcommand: the coach at a terminal, else a summary of what it would coach on. */
export const coachCommand: Command = {
  name: '',
  summary: 'coaches a project in the terminal',
  usage: '[path] [options]',
  options: { plain: { type: 'boolean' }, ...SCANNER_OPTIONS },
  optionHelp: [['--plain', 'asks on plain numbered lines, for screen readers and pipes'], ...SCANNER_HELP],
  takesPaths: true,
  screen: ({ values }) => (values.plain ? null : 'home'),
  run: coachPlainly,
}

async function coachPlainly(input: CommandInput): Promise<CommandResult> {
  if (!input.values.plain && !input.io.plain) return summarise(input)
  const [{ runPlainCoach }, { readLinesFrom }] = await Promise.all([
    import('./plain-coach/run-plain-coach.js'),
    import('./stdin-lines.js'),
  ])
  const lines = readLinesFrom(process.stdin, input.io.signal)
  try {
    return await runPlainCoach(input, lines)
  } finally {
    lines.close()
  }
}

async function summarise({ tools, paths, io }: CommandInput): Promise<CommandResult> {
  const result = await scanProject(tools, { paths, signal: io.signal, onProgress: showProgress(io) })
  io.status('')
  if (!result.ok) return { exitCode: EXIT.failed, problem: result.problem }
  await printSummary({ tools, io }, result.value)
  io.out('')
  io.out('There is no terminal here to coach in. How to go on:')
  io.out('  guardrail-coach                    in a terminal: one finding at a time, lesson and fix')
  io.out('  guardrail-coach --plain            the same on plain numbered lines')
  io.out('  guardrail-coach scan --plain       lists every finding')
  io.out('  guardrail-coach fix <fingerprint>  lists the fixes of one finding')
  return { exitCode: EXIT.done }
}
