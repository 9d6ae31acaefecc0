import { auditRuleFiles } from '../app/audit-rule-files.js'
import { printable } from '../core/text/printable.js'
import type { Command, CommandInput, CommandResult } from './command.js'
import { EXIT } from './exit-codes.js'
import { toJson } from './to-json.js'

/** Looks through the rules files of every assistant for what hides in them. */
export const auditCommand: Command = {
  name: 'audit',
  summary: "looks for hidden characters and injected instructions in every assistant's rules",
  usage: 'audit [options]',
  options: { json: { type: 'boolean' } },
  optionHelp: [['--json', 'prints what was seen as JSON']],
  takesPaths: false,
  run: audit,
}

async function audit({ tools, values, io }: CommandInput): Promise<CommandResult> {
  const { files, findings, problems } = await auditRuleFiles(tools.workspace)
  for (const problem of problems)
    io.err(`${printable(problem.path ?? '')} could not be read: ${printable(problem.message)}`)
  const exitCode = findings.length > 0 || problems.length > 0 ? EXIT.found : EXIT.done
  if (values.json) {
    io.out(toJson({ schemaVersion: 1, files, findings }))
    return { exitCode }
  }
  for (const { path, line, column, message, seen } of findings) {
    io.out(`${printable(path)}:${line}:${column}  ${message}`)
    io.out(`  ${printable(seen, { maxTotal: 160 })}`)
  }
  const looked = `${files.length} file${files.length === 1 ? '' : 's'} that steer${files.length === 1 ? 's' : ''} an assistant`
  io.out(
    findings.length === 0 ? `Nothing hidden in ${looked}.` : `${findings.length} to look at in ${looked}.`,
  )
  return { exitCode }
}
