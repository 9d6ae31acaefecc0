import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { CoachScreen, Command, CommandIo, CommandResult } from '../commands/command.js'
import { EXIT, type ExitCode } from '../commands/exit-codes.js'
import { readScannerChoice } from '../commands/scanner-choice.js'
import { usageProblem } from '../commands/usage-problem.js'
import type { Toolbox } from '../ports/toolbox.js'
import { buildToolbox } from './build-toolbox.js'
import { COMMANDS, findCommand } from './command-table.js'
import { type FoundProject, findProject } from './find-project.js'
import { commandText, overviewText } from './help-text.js'
import { parseArguments } from './parse-arguments.js'
import { problemText } from './report-problem.js'

/** What one run depends on, so that tests can stand in for the terminal. */
export type CliSetting = {
  readonly io: CommandIo
  readonly cwd: string
  readonly env: NodeJS.ProcessEnv
  readonly version: string
  /** Opens the interactive coach and returns its exit code; null when no person sits at a terminal. */
  readonly startCoach:
    | ((tools: Toolbox, screen: CoachScreen, paths: readonly string[]) => Promise<number>)
    | null
}

/** Runs the command that the arguments name, tells what went wrong on standard error, returns the exit code. */
export async function runCli(args: readonly string[], setting: CliSetting): Promise<number> {
  const { io } = setting
  try {
    const { exitCode, problem } = await route(args, setting)
    if (problem) io.err(problemText(problem))
    return exitCode
  } catch (error) {
    io.status('')
    if (!io.signal.aborted) throw error
    io.err('Interrupted. Nothing that was begun is half written.')
    return EXIT.interrupted
  }
}

async function route(args: readonly string[], setting: CliSetting): Promise<CommandResult> {
  const [first = '', ...rest] = args
  if (first === 'help' || first === '--help' || first === '-h') return help(rest[0], setting)
  const named = await findCommand(first)
  if (named !== null) return start(named, rest, setting)
  if (/^[a-z][a-z-]*$/.test(first) && !existsSync(resolve(setting.cwd, first)))
    return usageProblem(
      `There is no command ${first}, and no folder of that name here.`,
      'guardrail-coach --help lists the commands.',
    )
  const { coachCommand } = await import('../commands/coach.js')
  return start(coachCommand, args, setting)
}

async function help(name: string | undefined, { io }: CliSetting): Promise<CommandResult> {
  const command = name === undefined ? null : await findCommand(name)
  if (name !== undefined && command === null)
    return usageProblem(`There is no command ${name}.`, 'guardrail-coach --help lists the commands.')
  if (command !== null) io.out(commandText(command))
  else {
    const { coachCommand } = await import('../commands/coach.js')
    const all = await Promise.all(Object.values(COMMANDS).map(load => load()))
    io.out(overviewText(coachCommand, all))
  }
  return { exitCode: EXIT.done }
}

async function start(command: Command, args: readonly string[], setting: CliSetting): Promise<CommandResult> {
  const { io, cwd, env, version } = setting
  const parsed = parseArguments(command, args, path => existsSync(resolve(cwd, path)))
  const hint = `guardrail-coach ${command.name} --help`.replace('  ', ' ')
  if (!parsed.ok) return usageProblem(parsed.message, `${hint} shows how to call it.`)
  const { values, positionals } = parsed
  if (values.help) return help(command.name === '' ? undefined : command.name, setting)
  const project = await openProject(command, positionals, setting)
  if ('exitCode' in project) return project
  const scanner = readScannerChoice(values)
  if ('exitCode' in scanner) return scanner
  const tools = await buildToolbox(project.root, { env, cwd, scanner })
  if (!tools.ok) return { exitCode: EXIT.failed, problem: tools.problem }
  const screen = command.screen?.({ values, positionals }) ?? null
  if (screen !== null && setting.startCoach !== null)
    return { exitCode: toExitCode(await setting.startCoach(tools.value, screen, project.paths)) }
  return command.run({ tools: tools.value, values, positionals, paths: project.paths, cwd, version, io })
}

async function openProject(
  command: Command,
  positionals: readonly string[],
  { cwd, io }: CliSetting,
): Promise<FoundProject | CommandResult> {
  if (command.name === 'demo') {
    if (positionals.length > 0) return usageProblem('demo takes no paths.')
    const { copyDemo } = await import('./copy-demo.js')
    const root = await copyDemo()
    io.err(`The demo project is in ${root}.`)
    return { root, paths: [] }
  }
  const found = await findProject(cwd, command.takesPaths ? positionals : [])
  return found.ok ? found.value : { exitCode: EXIT.usage, problem: found.problem }
}

function toExitCode(code: number): ExitCode {
  return Object.values(EXIT).find(known => known === code) ?? EXIT.failed
}
