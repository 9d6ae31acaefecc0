import { isSecretFinding } from '../core/finding/is-secret-finding.js'
import type { AppliedFix, FixPreview } from '../core/fix/fix-preview.js'
import type { NotedFix } from '../core/fix/noted-fix.js'
import { spansOf } from '../core/fix/span.js'
import { redactSecrets } from '../core/learned-rule/redact-secrets.js'
import { type Result, succeed } from '../core/problem.js'
import type { Toolbox } from '../ports/toolbox.js'
import { applyFix } from './apply-fix.js'
import { type FixToRecord, type RecordedFix, recordRemediation } from './record-remediation.js'
import { undoFix } from './undo-fix.js'
import { verifyEdit } from './verify-edit.js'

type Noting = Pick<Toolbox, 'machine' | 'hash' | 'differ' | 'clock'>
type Tools = Noting & Pick<Toolbox, 'scanner' | 'workspace'>

/** What a note is made of: the file before and after, and which finding and fix it was about. */
export type FixToNote = Pick<FixPreview, 'finding' | 'fix' | 'path' | 'before' | 'after'>

/**
 * Returns a fix as it would be noted on this machine; null when what it changes holds a secret, which is kept nowhere
 * (design.md §7): such a fix can be taken back in its own session alone.
 */
export function noteOf(tools: Omit<Noting, 'machine'>, made: FixToNote): NotedFix | null {
  const { finding, fix, path, before, after } = made
  const spans = spansOf(before, after, tools.differ(before, after))
  const holdsSecret =
    isSecretFinding(finding) ||
    spans.some(span => redactSecrets(span.before) !== span.before || redactSecrets(span.after) !== span.after)
  if (holdsSecret) return null
  const afterHash = tools.hash(after)
  return {
    schemaVersion: 1,
    id: noteId(tools, made),
    at: tools.clock.now(),
    fingerprint: finding.fingerprint,
    path,
    line: finding.startLine,
    title: finding.title,
    fix: fix.title,
    beforeHash: tools.hash(before),
    afterHash,
    spans,
    remediation: null,
  }
}

function noteId(tools: Pick<Toolbox, 'hash'>, { finding, path, after }: FixToNote): string {
  return tools.hash(JSON.stringify([finding.fingerprint, path, tools.hash(after)])).slice(0, 16)
}

/**
 * Applies a fix, see `applyFix`, and notes it so that it can be taken back in a later session. The note is written first:
 * whatever ends the process, there is no fix without one. A note that cannot be kept stops no fix.
 */
export async function applyNotedFix(tools: Tools, preview: FixPreview): Promise<Result<AppliedFix>> {
  const note = preview.holes.length === 0 ? noteOf(tools, preview) : null
  if (note) await tools.machine.noteFix(note)
  const applied = await applyFix(tools, preview)
  if (!applied.ok && note) await tools.machine.dropFix(note.id)
  return applied
}

/** Verifies an edit by hand, see `verifyEdit`, and notes one that holds. */
export async function verifyNotedEdit(
  tools: Tools,
  ...[finding, before]: [Parameters<typeof verifyEdit>[1], string]
): Promise<Result<AppliedFix>> {
  const edited = await verifyEdit(tools, finding, before)
  const note = edited.ok && edited.value.trial.verified ? noteOf(tools, edited.value.preview) : null
  if (note) await tools.machine.noteFix(note)
  return edited
}

/** Takes back the last fix of a session, see `undoFix`, and its note with it. */
export async function undoAndDrop(
  tools: Pick<Toolbox, 'workspace' | 'machine' | 'hash'>,
  applied: AppliedFix,
): Promise<Result<null>> {
  const undone = await undoFix(tools, applied)
  if (undone.ok) await tools.machine.dropFix(noteId(tools, applied.preview))
  return undone
}

/** Records a fix, see `recordRemediation`, and notes with it which record to take back when the fix is undone later. */
export async function recordNotedFix(
  tools: Parameters<typeof recordRemediation>[0] & Pick<Toolbox, 'machine'>,
  fixed: FixToRecord,
): Promise<Result<RecordedFix>> {
  const recorded = await recordRemediation(tools, fixed)
  if (!recorded.ok) return recorded
  const id = noteId(tools, fixed.applied.preview)
  const note = (await tools.machine.notedFixes()).find(one => one.id === id)
  if (note) await tools.machine.noteFix({ ...note, remediation: recorded.value.remediation.id })
  return succeed(recorded.value)
}
