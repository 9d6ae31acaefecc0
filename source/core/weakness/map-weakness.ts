import { CWE_FAMILY } from './cwe-families.js'
import { findWeakness } from './find-weakness.js'
import { FOREIGN_RULES, WEAKNESS_WORDS } from './foreign-rules.js'
import type { Weakness } from './weakness.js'

/** What another tool says of a rule; all of it untrusted text, used for look-ups only. */
export type ForeignRule = {
  readonly tool: string
  readonly ruleId: string
  readonly cwe: readonly number[]
  readonly text: string
}

/** The weakness a foreign rule means. `known` is false when none of ours fits and the generic lesson serves. */
export type MappedWeakness = {
  readonly id: string
  readonly title: string
  readonly cwe: readonly number[]
  readonly owasp: string
  readonly known: boolean
}

/**
 * Returns the weakness that a rule of another scanner means: by known rule id, then by CWE (its own id, then the
 * nearest listed relative), then by words, else a generic one named after its CWE.
 */
export function mapWeakness(rule: ForeignRule, weaknesses: readonly Weakness[]): MappedWeakness {
  const found = byRuleId(rule, weaknesses) ?? byCwe(rule.cwe, weaknesses) ?? byWords(rule, weaknesses)
  if (found)
    return {
      id: found.id,
      title: found.title,
      cwe: mergeCwe(rule.cwe, found.cwe),
      owasp: found.owasp,
      known: true,
    }
  const [first] = rule.cwe
  return first === undefined
    ? { id: 'other', title: 'Other weakness', cwe: [], owasp: '', known: false }
    : { id: `cwe-${first}`, title: `CWE-${first}`, cwe: [...rule.cwe], owasp: '', known: false }
}

/** Returns the CWE ids named in a text such as `CWE-89: SQL…` or `external/cwe/cwe-089`. */
export function findCweIds(text: string): readonly number[] {
  return [...text.matchAll(/cwe-?0*(\d{1,5})\b/gi)].map(match => Number(match[1]))
}

function byRuleId(rule: ForeignRule, weaknesses: readonly Weakness[]): Weakness | null {
  if (/gitleaks|trufflehog|detect-secrets/i.test(rule.tool))
    return findWeakness(weaknesses, 'hardcoded-secret')
  const last = rule.ruleId.split(/[./]/).at(-1) ?? ''
  const slug = FOREIGN_RULES[last] ?? FOREIGN_RULES[last.toLowerCase()]
  return slug === undefined ? null : findWeakness(weaknesses, slug)
}

function byCwe(ids: readonly number[], weaknesses: readonly Weakness[]): Weakness | null {
  const listed = (id: number): Weakness | undefined =>
    weaknesses.find(weakness => weakness.cwe[0] === id) ??
    weaknesses.find(weakness => weakness.cwe.includes(id))
  for (const id of ids) {
    const relative = CWE_FAMILY[id]
    const found = listed(id) ?? (relative === undefined ? undefined : listed(relative))
    if (found) return found
  }
  return null
}

function byWords(rule: ForeignRule, weaknesses: readonly Weakness[]): Weakness | null {
  const text = `${rule.ruleId} ${rule.text}`.slice(0, 2_000).toLowerCase()
  const slug = WEAKNESS_WORDS.find(([words]) => words.test(text))?.[1]
  return slug === undefined ? null : findWeakness(weaknesses, slug)
}

function mergeCwe(theirs: readonly number[], ours: readonly number[]): readonly number[] {
  return theirs.length > 0 ? [...new Set(theirs)] : ours.slice(0, 1)
}
