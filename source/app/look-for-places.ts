import type { LearnedRule } from '../core/learned-rule/learned-rule.js'
import { patternOf } from '../core/learned-rule/pattern-of.js'
import type { RulePlaces } from '../core/learned-rule/rule-review.js'
import type { Toolbox } from '../ports/toolbox.js'
import { findPlacesOf } from './find-places.js'
import { safeCode } from './learn-detector.js'
import { countHits } from './learn-pattern.js'
import { findStaleRules } from './refresh-rules.js'

/**
 * Returns, by rule id, where the detectors of rules match in the project now, how the learned ones do on code known to be
 * fine, and which promoted ones have lost their ground. Writes nothing. Rejects with AbortError when it is called off.
 */
export async function lookForPlaces(
  tools: Pick<Toolbox, 'workspace' | 'syntax' | 'scanner' | 'store' | 'clock' | 'content'>,
  rules: readonly LearnedRule[],
  signal?: AbortSignal,
): Promise<Readonly<Record<string, RulePlaces>>> {
  const [places, stale] = await Promise.all([findPlacesOf(tools, rules, signal), findStaleRules(tools)])
  const lost = new Map(stale.map(one => [one.rule.id, one.reason]))
  const found: Record<string, RulePlaces> = {}
  for (const rule of rules) {
    signal?.throwIfAborted()
    const safe = rule.detector.kind === 'pattern' ? await triedOnSafeCode(tools, rule) : null
    const reason = lost.get(rule.id)
    found[rule.id] = {
      places: places.get(rule.id) ?? [],
      safe,
      ...(reason === undefined ? {} : { lost: reason }),
    }
  }
  return found
}

/** Returns how the detector of a rule does on code known to be fine; one that was not learned is not tried. */
export async function triedOnSafeCode(
  tools: Pick<Toolbox, 'syntax' | 'content'>,
  { detector, language }: LearnedRule,
): Promise<NonNullable<RulePlaces['safe']>> {
  if (detector.kind !== 'pattern') return { samples: 0, hits: 0 }
  const safe = await safeCode(tools, language)
  return { samples: safe.length, hits: await countHits(tools.syntax, language, safe, patternOf(detector)) }
}
