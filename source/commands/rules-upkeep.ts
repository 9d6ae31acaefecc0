import { findStaleRules, markStale } from '../app/refresh-rules.js'
import { exportRules, importRules } from '../app/share-rules.js'
import { printable } from '../core/text/printable.js'
import type { CommandInput, CommandResult } from './command.js'
import { EXIT } from './exit-codes.js'
import { ruleLine } from './rules-text.js'
import { toJson } from './to-json.js'
import { usageProblem } from './usage-problem.js'

/** Prints the chosen rules (all promoted ones when none is named) as a pack for another project. */
export async function exportPack(
  { tools, io }: CommandInput,
  ids: readonly string[],
): Promise<CommandResult> {
  const pack = await exportRules(tools, ids)
  if (pack.rules.length === 0)
    return usageProblem('There is no such rule to export.', 'List them with: guardrail-coach rules list')
  io.out(toJson(pack))
  return { exitCode: EXIT.done }
}

/** Takes the rules of a pack in as candidates, after a yes. */
export async function importPack(input: CommandInput, path: string): Promise<CommandResult> {
  const { tools, io } = input
  const pack = await tools.store.readPack(path)
  if (!pack.ok) return { exitCode: EXIT.failed, problem: pack.problem }
  for (const { rule } of pack.value.rules) io.err(ruleLine({ ...rule, status: 'candidate' }))
  const answer = await mayWrite(input, `Take ${pack.value.rules.length} rules in as candidates?`)
  if (answer !== null) return answer
  const done = await tools.workspace.withLock(() => importRules(tools, pack.value))
  if (!done.ok) return { exitCode: EXIT.failed, problem: done.problem }
  for (const { id, reason } of done.value.leftOut) io.err(printable(`${id} was left out. ${reason}`))
  for (const rule of done.value.imported) io.out(ruleLine(rule))
  return { exitCode: EXIT.done }
}

/** Marks the promoted rules stale that have lost their ground, after a yes. */
export async function refresh(input: CommandInput): Promise<CommandResult> {
  const { tools, values, io } = input
  const stale = await findStaleRules(tools)
  if (stale.length === 0) {
    io.out(
      values.json ? toJson({ schemaVersion: 1, stale: [] }) : 'Every promoted rule still has its ground.',
    )
    return { exitCode: EXIT.done }
  }
  for (const { rule, reason } of stale) io.err(`${ruleLine(rule)}\n  ${printable(reason)}`)
  const answer = await mayWrite(input, 'Mark these rules stale, so that they are no longer written?')
  if (answer !== null) return answer
  const marked = await tools.workspace.withLock(() => markStale(tools, stale))
  if (!marked.ok) return { exitCode: EXIT.failed, problem: marked.problem }
  const list = stale.map(({ rule, reason }) => ({ id: rule.id, reason }))
  io.out(
    values.json
      ? toJson({ schemaVersion: 1, stale: list })
      : `${marked.value} marked stale. The guardrail files follow with: guardrail-coach sync`,
  )
  return { exitCode: EXIT.done }
}

/** Asks; null means yes, a result ends the command. */
async function mayWrite({ values, io }: CommandInput, question: string): Promise<CommandResult | null> {
  if (values.yes) return null
  if (!io.canAsk)
    return usageProblem(
      'Nothing was written: there is nobody to ask.',
      'Run it in a terminal, or with --yes.',
    )
  if (await io.confirm(question)) return null
  io.err('Nothing was written.')
  return { exitCode: EXIT.done }
}
