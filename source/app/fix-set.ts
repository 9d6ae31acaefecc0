import type { Finding } from '../core/finding/finding.js'
import { compareScans } from '../core/fix/compare-scans.js'
import type { AppliedFix, FixPreview, FixTrial } from '../core/fix/fix-preview.js'
import { composeEdits, type SetPlace } from '../core/fix/fix-set.js'
import type { LearnedRule } from '../core/learned-rule/learned-rule.js'
import { fail, type Result, succeed } from '../core/problem.js'
import type { Toolbox } from '../ports/toolbox.js'
import { whyNot } from './apply-fix.js'
import { noteOf } from './note-fix.js'
import { previewFix } from './preview-fix.js'
import { recordRemediation } from './record-remediation.js'
import { scannedText, tryFix } from './try-fix.js'

type Tools = Pick<Toolbox, 'scanner' | 'workspace' | 'differ' | 'hash' | 'clock' | 'machine'>

/** How one place of a set came out; a fix that was applied comes with the id of its note, null when there is none. */
export type AppliedPlace =
  | { readonly finding: Finding; readonly applied: AppliedFix; readonly note: string | null }
  | { readonly finding: Finding; readonly applied: null; readonly reason: string }

/** Works out the same fix for each of some findings and tries each by itself. Writes nothing. */
export async function planFixSet(
  tools: Tools,
  findings: readonly Finding[],
  fixId: string,
  onPlace: (place: SetPlace) => void,
  signal?: AbortSignal,
): Promise<void> {
  for (const finding of findings) {
    if (signal?.aborted) return
    const preview = await previewFix(tools, finding, fixId)
    if (!preview.ok) onPlace({ finding, preview: null, reason: preview.problem.message })
    else if (preview.value.holes.length > 0)
      onPlace({ finding, preview: null, reason: 'It asks you something here: fix this one by itself.' })
    else {
      const trial = await tryFix(tools, preview.value)
      const reason = !trial.ok ? trial.problem.message : trial.value.verified ? null : whyNot(trial.value)
      onPlace(
        reason === null ? { finding, preview: preview.value, reason } : { finding, preview: null, reason },
      )
    }
  }
}

/**
 * Applies a set of fixes, all of a file at once: composed, tried after each that is added, written over the very bytes
 * they were worked out from, scanned again. A place that overlaps another, or with which the file no longer holds, is left
 * out with the reason; a file that changed meanwhile is left alone whole.
 */
export async function applyFixSet(
  tools: Tools,
  previews: readonly FixPreview[],
  onPlace: (place: AppliedPlace) => void,
): Promise<void> {
  for (const path of new Set(previews.map(preview => preview.path))) {
    const ofFile = previews.filter(preview => preview.path === path)
    for (const place of await applyToFile(tools, ofFile)) onPlace(place)
  }
}

async function applyToFile(tools: Tools, previews: readonly FixPreview[]): Promise<readonly AppliedPlace[]> {
  const [first] = previews
  if (!first) return []
  const { hash } = first
  // Worked out from different states of the file: somebody wrote to it in between.
  if (previews.some(one => one.hash !== hash)) return previews.map(one => refused(one, CHANGED))
  const { taken, text, left } = await compose(tools, previews)
  if (taken.length === 0) return left
  const notes = taken.map(one => noteOf(tools, { ...one, before: textWithout(taken, one), after: text }))
  const written = await tools.workspace.withLock(async () => {
    for (const note of notes) if (note) await tools.machine.noteFix(note)
    return writeAndCheck(tools, taken, text)
  })
  if (!written.ok) {
    for (const note of notes) if (note) await tools.machine.dropFix(note.id)
    return [...taken.map(one => refused(one, written.problem.message)), ...left]
  }
  const applied = taken.map((preview, index) => ({
    finding: preview.finding,
    applied: { preview, trial: written.value.trial, writtenHash: written.value.hash },
    note: notes[index]?.id ?? null,
  }))
  return [...applied, ...left]
}

const CHANGED = 'The file was changed by somebody else meanwhile. Nothing of it was written.'

function refused({ finding }: FixPreview, reason: string): AppliedPlace {
  return { finding, applied: null, reason }
}

/** Adds one fix after the other as long as the file holds with all of them; what does not fit is left with its reason. */
async function compose(tools: Tools, previews: readonly FixPreview[]) {
  const taken: FixPreview[] = []
  const left: AppliedPlace[] = []
  let text = previews[0]?.before ?? ''
  for (const preview of previews) {
    const next = composed([...taken, preview])
    const trial = next === null ? null : await tryAll(tools, [...taken, preview], next)
    if (next === null)
      left.push(refused(preview, 'Its change overlaps that of another place. Fix this one by itself.'))
    else if (trial !== null && !trial.verified) left.push(refused(preview, whyNot(trial)))
    else {
      taken.push(preview)
      text = next
    }
  }
  return { taken, text, left }
}

function composed(previews: readonly FixPreview[]): string | null {
  const [first] = previews
  return first
    ? composeEdits(
        first.before,
        previews.map(one => one.edits ?? []),
      )
    : null
}

/** The file with every fix but one: what taking that one back leads to. */
function textWithout(taken: readonly FixPreview[], one: FixPreview): string {
  return composed(taken.filter(other => other !== one)) ?? one.before
}

/** Judges several fixes of one file together: as many findings of each rule are gone as there are places of it. */
async function tryAll(tools: Tools, taken: readonly FixPreview[], text: string): Promise<FixTrial> {
  const [first] = taken
  if (!first) throw new Error('a set without a place')
  const before = await tools.scanner.scanText(first.path, first.before)
  const after = await tools.scanner.scanText(first.path, text)
  const trials = taken.map(({ finding }) => {
    const checkedBy = tools.scanner.checkedBy?.(finding) ?? 'rule'
    const places = taken.filter(other => other.finding.ruleId === finding.ruleId).length
    return compareScans(finding, scannedText(before), scannedText(after), checkedBy, places)
  })
  return (
    trials.find(trial => !trial.verified) ??
    trials[0] ??
    compareScans(first.finding, scannedText(before), scannedText(after))
  )
}

/** Writes the file, reads it back and scans it; restores it byte for byte when it does not hold. */
async function writeAndCheck(
  tools: Tools,
  taken: readonly FixPreview[],
  text: string,
): Promise<Result<{ readonly hash: string; readonly trial: FixTrial }>> {
  const { path, before, hash } = taken[0] ?? { path: '', before: '', hash: '' }
  const written = await tools.workspace.write(path, text, hash)
  if (!written.ok) return written
  const onDisk = await tools.workspace.read(path)
  const trial = onDisk.ok ? await tryAll(tools, taken, onDisk.value.text) : null
  if (trial?.verified) return succeed({ hash: written.value.hash, trial })
  const why = trial ? whyNot(trial) : 'The file cannot be read any more.'
  const restored = await tools.workspace.write(path, before, written.value.hash)
  return fail({
    kind: 'tool-failed',
    message: restored.ok ? `${why} The file was restored.` : `${why} The file could not be restored.`,
    path,
    nextSteps: ['Fix these places one by one.'],
  })
}

/** Records the applied fixes of a set, one record each; returns the rules they started or strengthened, each once. */
export async function keepFixSet(
  tools: Parameters<typeof recordRemediation>[0] & Pick<Toolbox, 'machine'>,
  places: readonly { readonly applied: AppliedFix; readonly note: string | null }[],
): Promise<Result<readonly LearnedRule[]>> {
  const rules = new Map<string, LearnedRule>()
  const notes = await tools.machine.notedFixes()
  for (const { applied, note } of places) {
    const recorded = await recordRemediation(tools, { applied, words: '' })
    if (!recorded.ok) return recorded
    const { rule, remediation } = recorded.value
    rules.set(rule.id, rule)
    const noted = notes.find(one => one.id === note)
    if (noted) await tools.machine.noteFix({ ...noted, remediation: remediation.id })
  }
  return succeed([...rules.values()])
}
