import { applyFix, whyNot } from '../../app/apply-fix.js'
import { previewFix } from '../../app/preview-fix.js'
import { draftRemediation, recordRemediation } from '../../app/record-remediation.js'
import { tryFix } from '../../app/try-fix.js'
import { undoFix } from '../../app/undo-fix.js'
import { verifyEdit } from '../../app/verify-edit.js'
import type { Finding } from '../../core/finding/finding.js'
import type { FixSummary } from '../../core/fix/fix.js'
import type { AppliedFix, FixPreview } from '../../core/fix/fix-preview.js'
import { outcomeWords } from '../../core/fix/outcome-words.js'
import type { Result } from '../../core/problem.js'
import { printable } from '../../core/text/printable.js'
import type { Toolbox } from '../../ports/toolbox.js'
import { trialWords } from '../fix-text.js'
import { hunkLines } from './finding-lines.js'
import { askLine, chooseFrom, type Talk } from './menu.js'

type Step = { readonly tools: Toolbox; readonly talk: Talk }

/** Lets the developer choose, see and apply a fix; returns whether the finding is mended. */
export async function fixFinding(step: Step, finding: Finding): Promise<boolean> {
  const { tools, talk } = step
  talk.say('Fixes:')
  const fix = await chooseFrom<FixSummary | 'edit'>(talk, 'Which fix', [
    ...finding.fixes
      .filter(one => one.kind !== 'manual')
      .map(one => ({
        value: one,
        label: printable(one.title) + (one.kind === 'template' ? ' (something to fill in)' : ''),
      })),
    { value: 'edit', label: 'edit it myself' },
  ])
  if (fix === null) return false
  if (fix === 'edit') return checkOwnEdit(step, finding)
  const preview = await fillHoles(step, finding, fix.id, await previewFix(tools, finding, fix.id))
  if (!preview.ok) return tell(talk, preview)
  const trial = await tryFix(tools, preview.value)
  if (!trial.ok) return tell(talk, trial)
  for (const line of hunkLines(preview.value)) talk.say(line)
  if (preview.value.note !== '') talk.say(printable(preview.value.note))
  talk.say(`Tried: ${trialWords(trial.value)}.`)
  const apply = await chooseFrom(talk, 'Apply it', [
    { value: true, label: 'yes, change the file' },
    { value: false, label: 'no' },
  ])
  if (apply !== true) return false
  const applied = await applyFix(tools, preview.value)
  if (!applied.ok) return tell(talk, applied)
  talk.say(outcomeWords(applied.value.trial))
  return remember(step, applied.value)
}

/** The developer edits in their own window; Enter has the file checked. An edit is never rolled back by itself. */
async function checkOwnEdit(step: Step, finding: Finding): Promise<boolean> {
  const { tools, talk } = step
  const before = await tools.workspace.read(finding.path)
  if (!before.ok) return tell(talk, before)
  await askLine(
    talk,
    `Edit ${printable(finding.path)}, line ${finding.startLine}, save it, then press Enter.`,
  )
  const edited = await verifyEdit(tools, finding, before.value.text)
  if (!edited.ok) return tell(talk, edited)
  if (!edited.value.trial.verified) {
    talk.say(`${whyNot(edited.value.trial)} Your edit stays in the file.`)
    return false
  }
  talk.say(outcomeWords(edited.value.trial))
  return remember(step, edited.value)
}

async function fillHoles(
  { tools, talk }: Step,
  finding: Finding,
  fixId: string,
  first: Result<FixPreview>,
): Promise<Result<FixPreview>> {
  if (!first.ok || first.value.holes.length === 0) return first
  const holes: Record<string, string> = {}
  for (const hole of first.value.holes) {
    const answer = await askLine(talk, `${printable(hole.question)} [${printable(hole.placeholder)}]:`)
    holes[hole.id] = answer === '' ? hole.placeholder : answer
  }
  return previewFix(tools, finding, fixId, holes)
}

/** Shows what the assistants would learn and asks whether to keep it; the fix itself can still be taken back. */
async function remember({ tools, talk }: Step, applied: AppliedFix): Promise<boolean> {
  const draft = await draftRemediation(tools, { applied, words: '' })
  if (!draft.ok) {
    tell(talk, draft)
    return true
  }
  talk.say('')
  talk.say('What your assistants could learn from it:')
  talk.say(`  ${draft.value.rule.text}`)
  const choice = await chooseFrom(talk, 'Keep it', [
    { value: 'keep' as const, label: 'keep it as a candidate rule (in .guardrail-coach/)' },
    { value: 'skip' as const, label: 'keep only the fix' },
    { value: 'undo' as const, label: 'take the fix back' },
  ])
  if (choice === 'undo') {
    const undone = await undoFix(tools, applied)
    if (!undone.ok) return tell(talk, undone)
    talk.say('The file is as it was.')
    return false
  }
  if (choice !== 'keep') return true
  const words = await askLine(talk, 'In your words, why here (optional):')
  const recorded = await recordRemediation(tools, { applied, words })
  if (!recorded.ok) tell(talk, recorded)
  else
    talk.say(
      recorded.value.isNew
        ? 'Kept as a candidate. Review it with: guardrail-coach rules'
        : 'Added as evidence to a rule you have.',
    )
  return true
}

/** Tells a problem and what can be done; returns false, as nothing was mended. */
export function tell(talk: Talk, failed: Result<unknown>): false {
  if (failed.ok) return false
  talk.say(printable(failed.problem.message))
  if (failed.problem.untouched) talk.say(printable(failed.problem.untouched))
  for (const next of failed.problem.nextSteps) talk.say(`  ${printable(next)}`)
  return false
}
