import type { LearnedRule } from '../core/learned-rule/learned-rule.js'
import { mentionsApi } from '../core/learned-rule/mentions-api.js'
import { patternOf } from '../core/learned-rule/pattern-of.js'
import { familyOfPath } from '../core/lesson/language-family.js'
import type { Toolbox } from '../ports/toolbox.js'

/** A place of the project that a rule's detector matches; lines start at 1. */
export type MorePlace = { readonly path: string; readonly line: number }

/** Enough to judge a pattern by; a longer list would not be read. */
const MOST_PLACES = 100

/**
 * Returns where else in the project the detector of a rule matches ("7 more places"): for a learned pattern its matches,
 * for a shipped rule its findings that are not exempt. Empty for a sentence alone. At most 100 places.
 */
export async function findMorePlaces(
  tools: Pick<Toolbox, 'workspace' | 'syntax' | 'scanner'>,
  rule: LearnedRule,
): Promise<readonly MorePlace[]> {
  const { detector } = rule
  if (detector.kind === 'none') return []
  if (detector.kind === 'shipped-rule') {
    const report = await tools.scanner.scan({
      root: tools.workspace.root,
      paths: [],
      weaknesses: [rule.weakness],
    })
    return report.findings
      .filter(finding => finding.ruleId === detector.ruleId && finding.exempt === null)
      .slice(0, MOST_PLACES)
      .map(({ path, startLine }) => ({ path, line: startLine }))
  }
  const places: MorePlace[] = []
  for (const path of await tools.workspace.listProject()) {
    if (familyOfPath(path) !== rule.language || places.length >= MOST_PLACES) continue
    const file = await tools.workspace.read(path)
    if (!file.ok || !mentionsApi(rule, file.value.text)) continue
    const { text } = file.value
    for (const match of await tools.syntax.match(path, text, patternOf(detector)))
      places.push({ path, line: text.slice(0, match.start).split('\n').length })
  }
  return places.slice(0, MOST_PLACES)
}
