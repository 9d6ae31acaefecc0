import { exemptFinding } from '../app/exempt-finding.js'
import { findFinding } from '../app/find-finding.js'
import { printable } from '../core/text/printable.js'
import type { Command, CommandInput, CommandResult } from './command.js'
import { EXIT } from './exit-codes.js'
import { SCANNER_HELP, SCANNER_OPTIONS } from './scanner-choice.js'
import { showProgress } from './show-progress.js'
import { toJson } from './to-json.js'
import { usageProblem } from './usage-problem.js'

/** Records that a finding does not count, with the reason. */
export const exemptCommand: Command = {
  name: 'exempt',
  summary: 'records why a finding does not count',
  usage: 'exempt <fingerprint> --kind false-positive|accepted-risk --reason TEXT [options]',
  options: {
    ...SCANNER_OPTIONS,
    kind: { type: 'string' },
    reason: { type: 'string' },
    expires: { type: 'string' },
    path: { type: 'string' },
    yes: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  optionHelp: [
    ['--kind KIND', 'false-positive or accepted-risk'],
    ['--reason TEXT', 'why it does not count'],
    ['--expires DATE', 'the last day it holds (YYYY-MM-DD); without it, it does not end'],
    ['--path GLOBS', 'the weakness as a whole, in these folders; the assistants are told'],
    ['--yes', 'writes without asking'],
    ['--json', 'prints the exemption as JSON'],
    ...SCANNER_HELP,
  ],
  takesPaths: false,
  run: exempt,
}

async function exempt({ tools, values, positionals, io }: CommandInput): Promise<CommandResult> {
  const [prefix, ...more] = positionals
  const { kind, reason, expires } = values
  if (prefix === undefined || more.length > 0) return usageProblem('exempt takes one fingerprint.')
  if (kind !== 'false-positive' && kind !== 'accepted-risk')
    return usageProblem('--kind is false-positive or accepted-risk.')
  if (typeof reason !== 'string' || reason.trim() === '')
    return usageProblem('An exemption needs a reason.', 'Add --reason with a sentence.')
  const finding = await findFinding(tools, prefix, { signal: io.signal, onProgress: showProgress(io) })
  io.status('')
  if (!finding.ok) return { exitCode: EXIT.failed, problem: finding.problem }
  const { title, path, startLine, fingerprint } = finding.value
  io.err(printable(`${title}, ${path}:${startLine}: ${kind}, ${reason}`))
  const paths = typeof values.path === 'string' ? values.path.split(',').map(glob => glob.trim()) : null
  if (paths === null) io.err(`This writes .guardrail-coach/exemptions/${fingerprint.slice(0, 16)}.yml.`)
  else io.err(printable(`This exempts ${finding.value.weakness} as a whole in ${paths.join(', ')}.`))
  if (!values.yes && !io.canAsk)
    return usageProblem('Nothing was written: nobody is here to say yes.', 'Add --yes to write it.')
  if (!values.yes && !(await io.confirm('Write it?'))) {
    io.err('Nothing was written.')
    return { exitCode: EXIT.done }
  }
  const decision = {
    kind,
    reason,
    ...(typeof expires === 'string' ? { expires } : {}),
    ...(paths === null ? {} : { paths }),
  } as const
  const exemption = await exemptFinding(tools, finding.value, decision)
  if (!exemption.ok) return { exitCode: EXIT.failed, problem: exemption.problem }
  io.out(values.json ? toJson(exemption.value) : 'Exempt: it no longer counts.')
  return { exitCode: EXIT.done }
}
