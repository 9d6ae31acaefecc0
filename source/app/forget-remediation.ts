import { type Result, succeed } from '../core/problem.js'
import type { Toolbox } from '../ports/toolbox.js'

/**
 * Takes back what `recordRemediation` wrote, after the fix itself was undone: the record goes, and with it a candidate
 * that has no other fix behind it. A rule that a person worded or decided on stays.
 */
export async function forgetRemediation(tools: Pick<Toolbox, 'store'>, id: string): Promise<Result<null>> {
  const { rules } = await tools.store.load()
  for (const rule of rules) {
    const standsOnThisAlone = rule.evidence.length === 1 && rule.evidence[0] === id
    if (!standsOnThisAlone || rule.edited || rule.status !== 'candidate') continue
    const removed = await tools.store.removeRule(rule.id)
    if (!removed.ok) return removed
  }
  const forgotten = await tools.store.removeRemediation(id)
  return forgotten.ok ? succeed(null) : forgotten
}
