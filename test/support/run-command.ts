import { parseArguments } from '../../source/cli/parse-arguments.js'
import type { Command } from '../../source/commands/command.js'
import { createFakeIo, type FakeIo } from './fake-io.js'
import type { FakeToolbox } from './fake-toolbox.js'

/** How a command ended and what it said. */
export type CommandRun = {
  readonly exitCode: number
  readonly problem: string | null
  readonly io: FakeIo
}

/** Runs a command as the command line would; with `answers` a person is there and gives them in order. */
export async function runCommand(
  command: Command,
  tools: FakeToolbox,
  args: readonly string[],
  answers: readonly string[] | null = null,
): Promise<CommandRun> {
  const parsed = parseArguments(command, args, path => tools.workspace.files.has(path))
  if (!parsed.ok) throw new Error(parsed.message)
  const { values, positionals } = parsed
  const io = createFakeIo(answers)
  const paths = command.takesPaths ? positionals : []
  const { exitCode, problem } = await command.run({
    tools,
    values,
    positionals,
    paths,
    cwd: '/project',
    version: '0.0.0',
    io,
  })
  return { exitCode, problem: problem?.message ?? null, io }
}
