import {
  EVERY_WEAKNESS,
  type ExemptionDecision,
  type ExemptSubject,
  exemptFinding,
} from '../app/exempt-finding.js'
import { findFinding } from '../app/find-finding.js'
import { proposeFunction } from '../app/propose-function.js'
import type { Finding } from '../core/finding/finding.js'
import type { Result } from '../core/problem.js'
import { printable } from '../core/text/printable.js'
import { findWeakness } from '../core/weakness/find-weakness.js'
import type { Command, CommandInput, CommandResult } from './command.js'
import { endExemption, listExemptions } from './exemptions.js'
import { EXIT } from './exit-codes.js'
import { quoteForShell } from './quote-for-shell.js'
import { SCANNER_HELP, SCANNER_OPTIONS } from './scanner-choice.js'
import { showProgress } from './show-progress.js'
import { toJson } from './to-json.js'
import { usageProblem } from './usage-problem.js'

/** Records that a finding, a folder or a function does not count, with the reason. */
export const exemptCommand: Command = {
  name: 'exempt',
  summary: 'records why a finding, a folder or a function does not count',
  usage:
    'exempt <fingerprint | FILE:FUNCTION> --kind false-positive|accepted-risk --reason TEXT [options]\n       exempt --path GLOBS | --list | --end ID',
  options: {
    ...SCANNER_OPTIONS,
    kind: { type: 'string' },
    reason: { type: 'string' },
    expires: { type: 'string' },
    path: { type: 'string' },
    weakness: { type: 'string' },
    list: { type: 'boolean' },
    end: { type: 'string' },
    yes: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  optionHelp: [
    ['--kind KIND', 'false-positive or accepted-risk'],
    ['--reason TEXT', 'why it does not count'],
    ['--expires DATE', 'the last day it holds (YYYY-MM-DD); without it, it does not end'],
    ['--path GLOBS', 'the weakness as a whole, in these folders; the assistants are told'],
    ['--weakness NAME', 'with FILE:FUNCTION or --path: the weakness; with --path, all when left out'],
    ['--list', 'lists the exemptions, and which of them still hold'],
    ['--end ID', 'takes an exemption back'],
    ['--yes', 'writes without asking'],
    ['--json', 'prints the exemption as JSON'],
    ...SCANNER_HELP,
  ],
  takesPaths: false,
  run: exempt,
}

/** `lib/sql.ts:query`, also with the parentheses of a call. */
const FUNCTION = /^(.+\.\w+):([A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*)(?:\(\))?$/

/** What is to be exempt, in words and as the verb takes it. */
type Subject = {
  readonly subject: ExemptSubject | Finding
  readonly told: string
  readonly more: Pick<ExemptionDecision, 'paths' | 'api'>
}

async function exempt(input: CommandInput): Promise<CommandResult> {
  const { tools, values, positionals, io } = input
  if (values.list === true) return listExemptions(input)
  if (typeof values.end === 'string') return endExemption(input, values.end)
  const { kind, reason, expires } = values
  if (positionals.length > 1 || (positionals.length === 0 && values.path === undefined))
    return usageProblem('exempt takes one fingerprint, or FILE:FUNCTION, or --path.')
  if (kind !== 'false-positive' && kind !== 'accepted-risk')
    return usageProblem('--kind is false-positive or accepted-risk.')
  if (typeof reason !== 'string' || reason.trim() === '')
    return usageProblem('An exemption needs a reason.', 'Add --reason with a sentence.')
  const found = await subjectOf(input)
  if ('exitCode' in found) return found
  if (!found.ok) return { exitCode: EXIT.failed, problem: found.problem }
  const { subject, told, more } = found.value
  io.err(printable(`${told}: ${kind}, ${reason}`))
  io.err('This writes one file into .guardrail-coach/exemptions/.')
  if (!values.yes && !io.canAsk)
    return usageProblem('Nothing was written: nobody is here to say yes.', 'Add --yes to write it.')
  if (!values.yes && !(await io.confirm('Write it?'))) {
    io.err('Nothing was written.')
    return { exitCode: EXIT.done }
  }
  const decision = { kind, reason, ...(typeof expires === 'string' ? { expires } : {}) } as const
  const exemption = await exemptFinding(tools, subject, { ...decision, ...more })
  if (!exemption.ok) return { exitCode: EXIT.failed, problem: exemption.problem }
  io.out(values.json ? toJson(exemption.value) : 'Exempt: it no longer counts.')
  if (exemption.value.paths !== undefined || exemption.value.api !== undefined)
    io.err('The assistants are told with the next: guardrail-coach sync')
  else if ('trace' in subject) await offerFunction(input, subject, decision)
  return { exitCode: EXIT.done }
}

/** The answer may speak of a function ("query() binds its values"): then it holds for every call of it, if the developer wants. */
async function offerFunction(
  { tools, values, io }: CommandInput,
  finding: Finding,
  decision: ExemptionDecision,
): Promise<void> {
  if (decision.kind !== 'false-positive') return
  const known = await proposeFunction(tools, finding, decision.reason)
  if (known === null) return
  const api = `${known.path}:${known.name}`
  const isWanted =
    io.canAsk &&
    values.yes !== true &&
    (await io.confirm(printable(`Let that hold for every call of ${api}?`)))
  if (!isWanted) {
    const words = ['exempt', quoteForShell(api), '--weakness', finding.weakness, '--kind', decision.kind]
    io.err(
      printable(`To let it hold for every call of ${api}: guardrail-coach ${words.join(' ')} --reason …`),
    )
    return
  }
  const made = await exemptFinding(tools, finding, {
    ...decision,
    api: { path: known.path, name: known.name },
  })
  io.err(
    made.ok
      ? 'Every call of it is exempt too, until its code changes. The assistants are told with the next sync.'
      : printable(`That could not be written: ${made.problem.message}`),
  )
}

async function subjectOf({
  tools,
  values,
  positionals,
  io,
}: CommandInput): Promise<Result<Subject> | CommandResult> {
  const [prefix] = positionals
  const paths =
    typeof values.path === 'string' ? { paths: values.path.split(',').map(glob => glob.trim()) } : null
  const weaknesses = await tools.content.weaknesses()
  const named = typeof values.weakness === 'string' ? findWeakness(weaknesses, values.weakness) : null
  if (typeof values.weakness === 'string' && named === null)
    return usageProblem(
      `There is no weakness ${printable(values.weakness)}.`,
      'guardrail-coach stats lists those of the project.',
    )
  const [, path, name] = FUNCTION.exec(prefix ?? '') ?? []
  if (path !== undefined && name !== undefined) {
    if (named === null)
      return usageProblem(
        'A function is safe for one weakness: name it.',
        'Add --weakness, for example sql-injection.',
      )
    if (paths !== null) return usageProblem('--path does not go with a function.')
    const subject = { fingerprint: '', ruleId: '', weakness: named.id, path }
    return {
      ok: true,
      value: {
        subject,
        told: `${named.title}, every call of ${name} in ${path}`,
        more: { api: { path, name } },
      },
    }
  }
  if (prefix === undefined) {
    const subject = { fingerprint: '', ruleId: '', weakness: named?.id ?? EVERY_WEAKNESS, path: '' }
    const told = `${named?.title ?? 'Every weakness'} in ${paths?.paths.join(', ')}`
    return { ok: true, value: { subject, told, more: paths ?? {} } }
  }
  if (named !== null) return usageProblem('--weakness does not go with a fingerprint: the finding has one.')
  const finding = await findFinding(tools, prefix, { signal: io.signal, onProgress: showProgress(io) })
  io.status('')
  if (!finding.ok) return finding
  const { title, weakness, startLine } = finding.value
  const told =
    paths === null
      ? `${title}, ${finding.value.path}:${startLine}`
      : `${weakness} as a whole in ${paths.paths.join(', ')}`
  return { ok: true, value: { subject: finding.value, told, more: paths ?? {} } }
}
