import type { LearnedRule } from '../core/learned-rule/learned-rule.js'
import { mentionsApi } from '../core/learned-rule/mentions-api.js'
import type { Remediation } from '../core/learned-rule/remediation.js'
import { familyOfPath } from '../core/lesson/language-family.js'
import { type Result, succeed } from '../core/problem.js'
import type { Toolbox } from '../ports/toolbox.js'

type Tools = Pick<Toolbox, 'store' | 'workspace' | 'clock'>

/** A promoted rule that has lost its ground, and why. */
export type StaleRule = { readonly rule: LearnedRule; readonly reason: string }

/** Without a fix for so long, and with its API gone from the code, a rule is out of use (learning.md §2.4). */
const UNUSED_DAYS = 180
const DAY_MS = 86_400_000

/**
 * Returns the promoted rules whose ground has gone: the helper they name is no longer in the project, or nothing in the
 * project uses their API and the last fix is 180 days old. Writes nothing.
 */
export async function findStaleRules(tools: Tools): Promise<readonly StaleRule[]> {
  const [{ rules, remediations }, files] = await Promise.all([
    tools.store.load(),
    tools.workspace.listProject(),
  ])
  const promoted = rules.filter(rule => rule.status === 'promoted' && rule.kind === 'prohibition')
  if (promoted.length === 0) return []
  const unused = new Set(promoted.filter(rule => rule.anchors.every(anchor => anchor !== '')))
  for (const path of files) {
    const family = familyOfPath(path)
    const open = [...unused].filter(rule => rule.language === family)
    if (open.length === 0) continue
    const file = await tools.workspace.read(path)
    if (file.ok) for (const rule of open) if (mentionsApi(rule, file.value.text)) unused.delete(rule)
  }
  const now = Date.parse(tools.clock.now())
  return promoted.flatMap(rule => {
    const evidence = remediations.filter(one => rule.evidence.includes(one.id))
    const lost = lostHelper(rule, evidence, files)
    if (lost !== null) return [{ rule, reason: `${lost} is no longer in the project.` }]
    const latest = Math.max(...evidence.map(one => Date.parse(one.fixedOn)))
    const isOld = evidence.length > 0 && (now - latest) / DAY_MS > UNUSED_DAYS
    return isOld && unused.has(rule)
      ? [
          {
            rule,
            reason: `Nothing uses ${rule.anchors.join(' or ')} any more, and the last fix is over ${UNUSED_DAYS} days old.`,
          },
        ]
      : []
  })
}

/** Marks rules stale: they are kept and no longer written. A person who promotes one again has the last word. */
export async function markStale(
  tools: Pick<Toolbox, 'store'>,
  stale: readonly StaleRule[],
): Promise<Result<number>> {
  for (const { rule, reason } of stale) {
    const saved = await tools.store.saveRule({ ...rule, status: 'stale', reason })
    if (!saved.ok) return saved
  }
  return succeed(stale.length)
}

/** The helper of the project that the sentence names, when its module is gone. */
function lostHelper(
  rule: LearnedRule,
  evidence: readonly Remediation[],
  files: readonly string[],
): string | null {
  for (const { replacement } of evidence) {
    if (!replacement || replacement.from === '' || !rule.text.includes(`\`${replacement.from}\``)) continue
    const path = replacement.from.includes('/') ? replacement.from : replacement.from.replaceAll('.', '/')
    const isThere = files.some(file =>
      [path, `src/${path}`].some(
        start => file === start || file.startsWith(`${start}.`) || file.startsWith(`${start}/`),
      ),
    )
    if (!isThere) return `\`${replacement.from}\``
  }
  return null
}
