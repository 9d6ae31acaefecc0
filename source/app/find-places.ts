import { applyExemptions } from '../core/finding/apply-exemptions.js'
import type { LearnedRule } from '../core/learned-rule/learned-rule.js'
import { mentionsApi } from '../core/learned-rule/mentions-api.js'
import { patternOf } from '../core/learned-rule/pattern-of.js'
import { redactSecrets } from '../core/learned-rule/redact-secrets.js'
import type { MorePlace } from '../core/learned-rule/rule-review.js'
import { familyOfPath } from '../core/lesson/language-family.js'
import type { Toolbox } from '../ports/toolbox.js'

type Tools = Pick<Toolbox, 'workspace' | 'syntax' | 'scanner' | 'store' | 'clock'>

/** Enough to judge a pattern by; a longer list would not be read. */
const MOST_PLACES = 100

/**
 * Returns where else in the project the detector of a rule matches ("7 more places"): for a learned pattern its matches,
 * for a shipped rule its findings that are not exempt. Empty for a sentence alone. At most 100 places.
 */
export async function findMorePlaces(tools: Tools, rule: LearnedRule): Promise<readonly MorePlace[]> {
  return (await findPlacesOf(tools, [rule])).get(rule.id) ?? []
}

/**
 * Returns where the detectors of several rules match, by rule id: one scan for all shipped rules, and every file read
 * once for all learned patterns. At most 100 places a rule. Rejects with AbortError when it is called off.
 */
export async function findPlacesOf(
  tools: Tools,
  rules: readonly LearnedRule[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, readonly MorePlace[]>> {
  const [shipped, learned] = await Promise.all([
    shippedPlaces(tools, rules, signal),
    patternPlaces(tools, rules, signal),
  ])
  return new Map(
    rules.map(rule => [
      rule.id,
      (rule.detector.kind === 'pattern'
        ? (learned.get(rule.id) ?? [])
        : rule.detector.kind === 'shipped-rule'
          ? (shipped.get(rule.detector.ruleId) ?? [])
          : []
      ).slice(0, MOST_PLACES),
    ]),
  )
}

/** The findings of the shipped rules behind some learned ones, by the id of the shipped rule. */
async function shippedPlaces(
  tools: Tools,
  rules: readonly LearnedRule[],
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, readonly MorePlace[]>> {
  const places = new Map<string, MorePlace[]>()
  const weaknesses = rules.flatMap(rule => (rule.detector.kind === 'shipped-rule' ? [rule.weakness] : []))
  if (weaknesses.length === 0) return places
  const { config, exemptions } = await tools.store.load()
  const report = await tools.scanner.scan({
    root: tools.workspace.root,
    paths: [],
    weaknesses: [...new Set(weaknesses)],
    exclude: config.exclude,
    ...(signal ? { signal } : {}),
  })
  const { findings } = applyExemptions(report.findings, exemptions, tools.clock.now().slice(0, 10))
  for (const { ruleId, exempt, path, startLine } of findings)
    if (exempt === null) places.set(ruleId, [...(places.get(ruleId) ?? []), { path, line: startLine }])
  return places
}

/** The matches of learned patterns, by the id of the learned rule. */
async function patternPlaces(
  { workspace, syntax }: Tools,
  rules: readonly LearnedRule[],
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, readonly MorePlace[]>> {
  const places = new Map<string, MorePlace[]>()
  const patterns = rules.flatMap(rule =>
    rule.detector.kind === 'pattern' ? [{ rule, pattern: patternOf(rule.detector) }] : [],
  )
  if (patterns.length === 0) return places
  for (const path of await workspace.listProject()) {
    signal?.throwIfAborted()
    const family = familyOfPath(path)
    const open = patterns.filter(
      ({ rule }) => rule.language === family && (places.get(rule.id)?.length ?? 0) < MOST_PLACES,
    )
    if (open.length === 0) continue
    const file = await workspace.read(path)
    if (!file.ok) continue
    const { text } = file.value
    for (const { rule, pattern } of open) {
      if (!mentionsApi(rule, text)) continue
      const lines = text.split(/\r?\n/)
      const found = (await syntax.match(path, text, pattern)).map(match => {
        const line = text.slice(0, match.start).split('\n').length
        return { path, line, code: redactSecrets((lines[line - 1] ?? '').trim()) }
      })
      places.set(rule.id, [...(places.get(rule.id) ?? []), ...found])
    }
  }
  return places
}
