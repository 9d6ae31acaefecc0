import { findCweIds } from '../../core/weakness/map-weakness.js'
import type { SarifResult, SarifRun } from './sarif-schema.js'

/** What the log says of the rule behind a result; texts are untrusted. */
export type RuleFacts = {
  readonly id: string
  readonly title: string
  readonly description: string | null
  readonly level: string | null
  readonly precision: string | null
  readonly securitySeverity: number | null
  readonly cwe: readonly number[]
  readonly messages: Readonly<Record<string, string>>
}

/** Returns the facts of a result's rule, found by index or id in the driver or an extension (SARIF 2.1.0 §3.52). */
export function ruleOf(result: SarifResult, run: SarifRun): RuleFacts {
  const extension = run.tool.extensions?.[result.rule?.toolComponent?.index ?? -1]
  const component = extension ?? run.tool.driver
  const id = result.ruleId ?? result.rule?.id
  const index = result.ruleIndex ?? result.rule?.index ?? -1
  const all = [run.tool.driver, ...(run.tool.extensions ?? [])].flatMap(one => one.rules ?? [])
  const byIndex = component.rules?.[index]
  const rule =
    byIndex && (id === undefined || isSameRule(id, byIndex.id))
      ? byIndex
      : all.find(one => id !== undefined && isSameRule(id, one.id))
  const score = Number(
    rule?.properties?.['security-severity'] ?? result.properties?.['security-severity'] ?? Number.NaN,
  )
  const tags = (rule?.properties?.tags ?? []).join(' ')
  const ownCwe = rule?.properties?.cwe
  const related = (rule?.relationships ?? [])
    .filter(one => /^cwe$/i.test(one.target?.toolComponent?.name ?? ''))
    .map(one => Number(/\d+/.exec(one.target?.id ?? '')?.[0] ?? Number.NaN))
  return {
    id: id ?? rule?.id ?? '',
    title: rule?.shortDescription?.text ?? rule?.name ?? id ?? rule?.id ?? '',
    description: rule?.fullDescription?.text ?? null,
    level: rule?.defaultConfiguration?.level ?? null,
    precision: rule?.properties?.precision ?? null,
    securitySeverity: Number.isNaN(score) ? null : score,
    cwe: [
      ...findCweIds(`${tags} ${typeof ownCwe === 'string' || Array.isArray(ownCwe) ? String(ownCwe) : ''}`),
      ...related.filter(Number.isInteger),
    ],
    messages: Object.fromEntries(
      Object.entries(rule?.messageStrings ?? {}).map(([name, value]) => [name, value.text ?? '']),
    ),
  }
}

/** A result may name a sub-rule of a rule with a slash: `CA1000/1` (SARIF 2.1.0 §3.27.5). */
function isSameRule(id: string, ruleId: string): boolean {
  return id === ruleId || id.startsWith(`${ruleId}/`)
}
