import type { Severity } from '../finding/severity.js'
import { severityRank } from '../finding/severity.js'
import type { SentenceFrame } from '../weakness/weakness.js'
import { joinRules } from './gather-evidence.js'
import type { Detector, Gate, LearnedRule } from './learned-rule.js'
import type { Remediation, Replacement } from './remediation.js'
import { scopeOfPaths } from './scope-of-paths.js'
import { writeSentence } from './write-sentence.js'

/** One fix, and what the rule that comes of it needs besides. */
export type FixLesson = {
  readonly remediation: Remediation
  readonly cwe: readonly number[]
  readonly frame: SentenceFrame
  readonly detector: Detector
  readonly gate: Gate
}

/** Returns the candidate that one fix teaches. `id` must come from the fix's content, so that it is stable. */
export function learnRule(id: string, { remediation, cwe, frame, detector, gate }: FixLesson): LearnedRule {
  return {
    schemaVersion: 1,
    id,
    status: 'candidate',
    kind: 'prohibition',
    weakness: remediation.weakness,
    cwe,
    severity: remediation.severity,
    language: remediation.language,
    anchors: [remediation.anchor],
    text: writeSentence({ frame, ...remediation }),
    edited: false,
    scope: scopeOfPaths([remediation.path]),
    detector,
    gate,
    evidence: [remediation.id],
    reason: '',
  }
}

/**
 * Returns the rule with one more fix behind it: its scope grows to hold the new place, its gate holds for all fixes.
 * The sentence is written again from all of them while no person has worded it; a promoted sentence stays as it was read.
 */
export function addEvidence(
  rule: LearnedRule,
  lesson: FixLesson,
  earlier: readonly Remediation[],
): LearnedRule {
  const all = [...earlier, lesson.remediation]
  const { gate, anchors } = joinRules(rule, {
    ...rule,
    anchors: [lesson.remediation.anchor],
    gate: lesson.gate,
  })
  const mayReword = !rule.edited && rule.status === 'candidate'
  return {
    ...rule,
    gate,
    anchors,
    severity: worse(rule.severity, lesson.remediation.severity),
    scope: rule.edited ? rule.scope : scopeOfPaths(all.map(one => one.path)),
    text: mayReword ? sentenceOfAll(lesson.frame, all) : rule.text,
    evidence: all.map(one => one.id).sort(),
  }
}

/** The API of the first fix, the replacement most fixes chose (the project's own before a library's), the newest words. */
function sentenceOfAll(frame: SentenceFrame, all: readonly Remediation[]): string {
  const votes = all.flatMap(one => (one.replacement ? [one.replacement] : []))
  const weight = (choice: Replacement) =>
    votes.filter(one => one.name === choice.name && one.from === choice.from).length *
    (choice.from === '' ? 1 : 2)
  const replacement = votes.reduce<Replacement | null>(
    (best, one) => (best === null || weight(one) > weight(best) ? one : best),
    null,
  )
  const words = all.findLast(one => one.words.trim() !== '')?.words ?? ''
  return writeSentence({ frame, anchor: all[0]?.anchor ?? '', replacement, words })
}

function worse(a: Severity, b: Severity): Severity {
  return severityRank(a) >= severityRank(b) ? a : b
}
