import { readExemptFunctions } from '../app/exempt-functions.js'
import type { Exemption } from '../core/learned-rule/exemption.js'
import { printable } from '../core/text/printable.js'
import type { CommandInput, CommandResult } from './command.js'
import { EXIT } from './exit-codes.js'
import { toJson } from './to-json.js'
import { usageProblem } from './usage-problem.js'

const WORDS = {
  'in-force': 'holds',
  expired: 'expired',
  changed: 'the code changed',
  gone: 'the function is gone',
}
type State = keyof typeof WORDS

/** Lists every exemption with what it is about and whether it still holds. */
export async function listExemptions({ tools, values, io }: CommandInput): Promise<CommandResult> {
  const { exemptions, problems } = await tools.store.load()
  for (const problem of problems) io.err(`${printable(problem.path ?? '')}: ${printable(problem.message)}`)
  const today = tools.clock.now().slice(0, 10)
  const functions = await readExemptFunctions(tools, exemptions, today)
  const stateOf = ({ id, expires }: Exemption): State =>
    functions.find(one => one.exemption.id === id)?.state ??
    (expires !== '' && expires < today ? 'expired' : 'in-force')
  if (values.json)
    io.out(toJson({ schemaVersion: 1, exemptions: exemptions.map(one => ({ ...one, state: stateOf(one) })) }))
  else if (exemptions.length === 0) io.out('Nothing is exempt.')
  else
    for (const one of exemptions) {
      const until = one.expires === '' ? 'does not end' : `until ${one.expires}`
      const owner = one.owner === '' ? '' : `, ${one.owner}`
      io.out(printable(`${one.id}  ${WORDS[stateOf(one)]}  ${one.weakness}  ${subjectText(one)}`))
      io.out(printable(`  ${one.kind}: ${one.reason} (${until}${owner})`))
    }
  return { exitCode: EXIT.done }
}

/** Takes an exemption back, so that what it was about counts again. */
export async function endExemption({ tools, values, io }: CommandInput, id: string): Promise<CommandResult> {
  const { exemptions } = await tools.store.load()
  const found = exemptions.filter(one => id.length >= 4 && one.id.startsWith(id))
  const [one] = found
  if (!one || found.length > 1)
    return usageProblem(
      one
        ? `More than one exemption begins with ${printable(id)}.`
        : `There is no exemption ${printable(id)}.`,
      'List them with: guardrail-coach exempt --list',
    )
  io.err(printable(`${one.weakness}, ${subjectText(one)}: ${one.reason}`))
  if (!values.yes && !io.canAsk)
    return usageProblem('Nothing was changed: nobody is here to say yes.', 'Add --yes to end it.')
  if (!values.yes && !(await io.confirm('End this exemption?'))) {
    io.err('Nothing was changed.')
    return { exitCode: EXIT.done }
  }
  const removed = await tools.workspace.withLock(() => tools.store.removeExemption(one.id))
  if (!removed.ok) return { exitCode: EXIT.failed, problem: removed.problem }
  io.out(values.json ? toJson(one) : 'Ended: it counts again.')
  return { exitCode: EXIT.done }
}

function subjectText({ path, paths, api }: Exemption): string {
  if (api !== undefined) return `${api.path}:${api.name}`
  return paths === undefined ? path : paths.join(', ')
}
