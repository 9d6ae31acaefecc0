import type { Finding } from '../finding/finding.js'
import type { FindingGroup } from '../finding/group-findings.js'

/** Seconds a person takes for the lesson, its question and the first fix (lessons.md §2.3 gives 80 for the lesson). */
const FIRST = 100
/** Seconds for each further place with the same weakness: look, choose, check. */
const FURTHER = 40

/** Returns about how many minutes it takes to learn one weakness and fix `places` places of it; at least 1. */
export function estimateMinutes(places: number): number {
  return places <= 0 ? 0 : toMinutes(FIRST + FURTHER * (places - 1))
}

/** Returns about how many minutes findings take together, each weakness learned once; at least 1, 0 for none. */
export function estimateRound(findings: readonly Finding[]): number {
  if (findings.length === 0) return 0
  const weaknesses = new Set(findings.map(finding => finding.weakness)).size
  return toMinutes(weaknesses * FIRST + (findings.length - weaknesses) * FURTHER)
}

function toMinutes(seconds: number): number {
  return Math.max(1, Math.round(seconds / 60))
}

/**
 * Returns the findings of a session of about `minutes`: from the first group on, one after the other, as long as the
 * time lasts, at least one. What was set aside is left out.
 */
export function planSession(
  groups: readonly FindingGroup[],
  later: readonly string[],
  minutes: number,
): readonly Finding[] {
  const aside = new Set(later)
  const plan: Finding[] = []
  let seconds = 0
  for (const { findings } of groups) {
    let isFirst = true
    for (const finding of findings.filter(one => !aside.has(one.fingerprint))) {
      seconds += isFirst ? FIRST : FURTHER
      if (plan.length > 0 && seconds > minutes * 60) return plan
      plan.push(finding)
      isFirst = false
    }
  }
  return plan
}
