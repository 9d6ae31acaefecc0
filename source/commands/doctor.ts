import { diagnose } from '../app/diagnose.js'
import { printable } from '../core/text/printable.js'
import type { Command, CommandInput, CommandResult } from './command.js'
import { EXIT } from './exit-codes.js'
import { toJson } from './to-json.js'

/** Tells what each assistant reads in this project, and whether the guardrails reach it. */
export const doctorCommand: Command = {
  name: 'doctor',
  summary: 'tells what each assistant reads, what shadows what, and whether the guardrails reach it',
  usage: 'doctor [options]',
  options: { json: { type: 'boolean' } },
  optionHelp: [['--json', 'prints it as JSON']],
  takesPaths: false,
  run: doctor,
}

/** Files of subfolders that are named one by one. */
const MOST_NESTED = 10

async function doctor({ tools, values, io }: CommandInput): Promise<CommandResult> {
  const { assistants, problems } = await diagnose(tools)
  for (const problem of problems)
    io.err(`${printable(problem.path ?? '')} could not be read: ${printable(problem.message)}`)
  if (values.json) {
    io.out(toJson({ schemaVersion: 1, assistants }))
    return { exitCode: EXIT.done }
  }
  if (assistants.length === 0) {
    io.out(
      'No assistant leaves a sign in this project. guardrail-coach sync would create AGENTS.md, which most of them read.',
    )
    return { exitCode: EXIT.done }
  }
  for (const { name, reads, nested, warnings } of assistants) {
    io.out(name)
    for (const { path, bytes, guardrails } of reads)
      io.out(
        `  reads ${printable(path)} (${bytes} bytes)${guardrails === 'none' ? '' : ', with the guardrails'}`,
      )
    for (const { path, bytes, guardrails, when } of nested.slice(0, MOST_NESTED))
      io.out(
        `  reads ${printable(path)} (${bytes} bytes)${guardrails === 'none' ? '' : ', with the guardrails,'} ${when}`,
      )
    if (nested.length > MOST_NESTED) io.out(`  and ${nested.length - MOST_NESTED} more files in subfolders`)
    if (reads.length === 0) io.out('  reads no file of this project')
    for (const warning of warnings) io.out(`  ! ${printable(warning)}`)
  }
  return { exitCode: EXIT.done }
}
