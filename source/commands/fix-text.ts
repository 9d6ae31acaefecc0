import type { RecordedFix } from '../app/record-remediation.js'
import type { FixSummary } from '../core/fix/fix.js'
import type { FixPreview, FixTrial } from '../core/fix/fix-preview.js'
import { shownHunks } from '../core/fix/shown-hunks.js'
import type { Result } from '../core/problem.js'

/** Returns what a trial said, in words. */
export function trialWords(trial: FixTrial): string {
  return [
    trial.parses ? 'parses' : 'does not parse',
    goneWords(trial),
    ...(trial.newFindings.length > 0 ? [`${trial.newFindings.length} new`] : []),
  ].join(', ')
}

function goneWords({ findingGone, checkedBy }: FixTrial): string {
  if (checkedBy === 'text')
    return findingGone ? 'reported code gone, not verified' : 'reported code still there'
  return findingGone ? 'finding gone' : 'finding still there'
}

/** Returns one choice of a finding as scripts read it; `state` says in words how trying it went. */
export function choiceJson(fix: FixSummary, preview: Result<FixPreview>, trial: Result<FixTrial> | null) {
  const { id, title, kind } = fix
  if (!preview.ok) return { id, title, kind, verified: false, holes: [], state: preview.problem.message }
  const holes = preview.value.holes.map(hole => ({ id: hole.id, question: hole.question }))
  const verified = trial?.ok === true && trial.value.verified
  const state =
    trial === null
      ? `has ${holes.length === 1 ? 'a hole' : `${holes.length} holes`} to fill`
      : trial.ok
        ? trialWords(trial.value)
        : trial.problem.message
  return { id, title, kind, verified, holes, state }
}

/**
 * Returns a fix as scripts read it: worked out and tried, whether it was applied, and what was then recorded (null when
 * recording failed, which does not take the fix back).
 */
export function previewJson(
  preview: FixPreview,
  trial: FixTrial | null,
  isApplied: boolean,
  recorded: RecordedFix | null,
) {
  const { finding, fix, path, holes, note } = preview
  return {
    schemaVersion: 1,
    fingerprint: finding.fingerprint,
    path,
    fix: { id: fix.id, title: fix.title, kind: fix.kind },
    note,
    hunks: shownHunks(preview),
    holes: holes.map(({ id, question }) => ({ id, question })),
    trial: trial === null ? null : { ...trial, newFindings: trial.newFindings.length },
    applied: isApplied,
    remediation: recorded?.remediation.id ?? null,
    rule:
      recorded === null ? null : { id: recorded.rule.id, isNew: recorded.isNew, text: recorded.rule.text },
  }
}
