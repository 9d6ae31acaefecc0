import { measure } from '../app/measure.js'
import { measureProjectAuthors } from '../app/measure-authors.js'
import { printable } from '../core/text/printable.js'
import { count } from '../core/text/words.js'
import { authorLines, authorsJson } from './author-text.js'
import type { Command, CommandInput, CommandResult } from './command.js'
import { EXIT } from './exit-codes.js'
import { errorLines } from './scan-text.js'
import { showCount, showProgress } from './show-progress.js'
import { toJson } from './to-json.js'
import { usageProblem } from './usage-problem.js'

/** Prints what has been found, decided and learned in the project. */
export const statsCommand: Command = {
  name: 'stats',
  summary: 'counts what was found, fixed and learned',
  usage: 'stats [options]',
  options: { json: { type: 'boolean' }, authors: { type: 'boolean' }, 'human-before': { type: 'string' } },
  optionHelp: [
    ['--json', 'prints the counts as JSON'],
    ['--authors', 'also by who wrote the lines, as far as commits say (asks git about every file)'],
    ['--human-before DATE', 'counts what was committed before DATE as written by people'],
  ],
  takesPaths: false,
  run: stats,
}

async function stats({ tools, values, positionals, io }: CommandInput): Promise<CommandResult> {
  if (positionals.length > 0) return usageProblem('stats takes no paths.')
  const humanBefore = values['human-before'] ?? null
  if (humanBefore !== null && !/^\d{4}-\d\d-\d\d$/.test(String(humanBefore)))
    return usageProblem('--human-before takes a day, for example 2024-06-30.')
  const result = await measure(tools, { signal: io.signal, onProgress: showProgress(io) })
  io.status('')
  if (!result.ok) return { exitCode: EXIT.failed, problem: result.problem }
  for (const line of errorLines(result.value.report.errors)) io.err(line)
  const { open, openBySeverity, later, exempt, fixed, rules, weaknesses } = result.value.measure
  const authors = values.authors
    ? await measureProjectAuthors(tools, {
        findings: result.value.report.findings.filter(finding => finding.exempt === null),
        declared: { before: humanBefore === null ? null : String(humanBefore) },
        signal: io.signal,
        onProgress: showCount(io, 'Asking git who wrote what', 'file'),
      })
    : null
  io.status('')
  if (values.json) {
    io.out(
      toJson({
        schemaVersion: 1,
        findings: { open, ...openBySeverity, later, exempt },
        fixed,
        rules,
        weaknesses,
        ...(authors === null ? {} : { authors: authorsJson(authors) }),
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
  if (authors !== null) for (const line of authorLines(authors)) io.out(line)
  return { exitCode: EXIT.done }
}
