import { measure } from '../app/measure.js'
import { printable } from '../core/text/printable.js'
import { count } from '../core/text/words.js'
import type { Command, CommandInput, CommandResult } from './command.js'
import { EXIT } from './exit-codes.js'
import { errorLines } from './scan-text.js'
import { showProgress } from './show-progress.js'
import { toJson } from './to-json.js'
import { usageProblem } from './usage-problem.js'

/** Prints what has been found, decided and learned in the project. */
export const statsCommand: Command = {
  name: 'stats',
  summary: 'counts what was found, fixed and learned',
  usage: 'stats [--json]',
  options: { json: { type: 'boolean' } },
  optionHelp: [['--json', 'prints the counts as JSON']],
  takesPaths: false,
  run: stats,
}

async function stats({ tools, values, positionals, io }: CommandInput): Promise<CommandResult> {
  if (positionals.length > 0) return usageProblem('stats takes no paths.')
  const result = await measure(tools, { signal: io.signal, onProgress: showProgress(io) })
  io.status('')
  if (!result.ok) return { exitCode: EXIT.failed, problem: result.problem }
  for (const line of errorLines(result.value.report.errors)) io.err(line)
  const { open, openBySeverity, later, exempt, fixed, rules, weaknesses } = result.value.measure
  if (values.json) {
    io.out(
      toJson({
        schemaVersion: 1,
        findings: { open, ...openBySeverity, later, exempt },
        fixed,
        rules,
        weaknesses,
      }),
    )
    return { exitCode: EXIT.done }
  }
  io.out(`${count(open, 'finding')} open, ${later} for later, ${exempt} exempt, ${fixed} fixed`)
  io.out(
    `${count(rules.candidate, 'candidate rule')}, ${rules.promoted} promoted, ${rules.stale} stale, ${rules.retired} retired`,
  )
  const width = Math.max(0, ...weaknesses.map(one => one.weakness.length))
  if (weaknesses.length > 0) io.out(`\n  ${'weakness'.padEnd(width)}  open  later  exempt  fixed`)
  for (const one of weaknesses) {
    const counts = [one.open, one.later, one.exempt, one.fixed]
    const cells = counts.map((value, index) => String(value).padStart([4, 5, 6, 5][index] ?? 0))
    io.out(printable(`  ${one.weakness.padEnd(width)}  ${cells.join('  ')}`))
  }
  return { exitCode: EXIT.done }
}
