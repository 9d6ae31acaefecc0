import { applyNotedFix, recordNotedFix, undoAndDrop } from '../../app/note-fix.js'
import { previewFix } from '../../app/preview-fix.js'
import { draftRemediation } from '../../app/record-remediation.js'
import { tryFix } from '../../app/try-fix.js'
import type { Finding } from '../../core/finding/finding.js'
import type { FixSummary } from '../../core/fix/fix.js'
import type { AppliedFix, FixPreview } from '../../core/fix/fix-preview.js'
import type { InstalledAssistant } from '../../core/fix/installed-assistant.js'
import { outcomeWords } from '../../core/fix/outcome-words.js'
import type { Result } from '../../core/problem.js'
import { printable } from '../../core/text/printable.js'
import type { Toolbox } from '../../ports/toolbox.js'
import { trialWords } from '../fix-text.js'
import { fixByAssistant } from './assistant-step.js'
import { watchOwnEdit } from './edit-step.js'
import { hunkLines } from './finding-lines.js'
import { askLine, chooseFrom, type Talk } from './menu.js'
import { fixAll } from './set-step.js'
import { tell } from './tell.js'
import { testFix } from './tests-step.js'

type Step = {
  readonly tools: Toolbox
  readonly talk: Talk
  readonly signal: AbortSignal
  /** Open findings, among which the other places of a rule are. */
  readonly open: readonly Finding[]
}

/** How a finding was dealt with: whether it is mended, and whether by a fix that the developer picked by themselves. */
export type FixOutcome = {
  readonly isMended: boolean
  readonly isOwnChoice: boolean
  /** Other findings that were mended with it. */
  readonly others: readonly Finding[]
}

/** What can be chosen: a fix of the rule, an assistant that writes one, the developer's own hands. */
type Way =
  | { readonly kind: 'fix'; readonly fix: FixSummary }
  | { readonly kind: 'ask'; readonly assistant: InstalledAssistant }
  | { readonly kind: 'edit' }

/** Lets the developer choose, see and apply a fix; returns how it went. */
export async function fixFinding(step: Step, finding: Finding): Promise<FixOutcome> {
  const { tools, talk } = step
  talk.say('Fixes:')
  const assistants = await tools.assistants.installed()
  const way = await chooseFrom<Way>(talk, 'Which fix', [
    ...finding.fixes
      .filter(one => one.kind !== 'manual')
      .map(fix => ({
        value: { kind: 'fix' as const, fix },
        label: printable(fix.title) + (fix.kind === 'template' ? ' (something to fill in)' : ''),
      })),
    ...assistants.map(assistant => ({
      value: { kind: 'ask' as const, assistant },
      label: `ask ${assistant.name} to write it`,
    })),
    { value: { kind: 'edit' as const }, label: 'edit it myself' },
  ])
  if (way === null) return { isMended: false, isOwnChoice: false, others: [] }
  if (way.kind === 'edit')
    return { isMended: await checkOwnEdit(step, finding), isOwnChoice: true, others: [] }
  if (way.kind === 'fix') return tryRuleFix(step, finding, way.fix)
  const preview = await fixByAssistant(step, finding, way.assistant)
  return {
    isMended: preview !== null && (await offer(step, preview, 0)) === true,
    isOwnChoice: false,
    others: [],
  }
}

async function tryRuleFix(step: Step, finding: Finding, fix: FixSummary): Promise<FixOutcome> {
  const preview = await fillHoles(step, finding, fix.id, await previewFix(step.tools, finding, fix.id))
  const alike = step.open.filter(
    one =>
      one.fingerprint !== finding.fingerprint &&
      one.ruleId === finding.ruleId &&
      one.fixes.some(other => other.id === fix.id),
  )
  const answer = preview.ok ? await offer(step, preview.value, alike.length) : tell(step.talk, preview)
  if (answer !== 'all') return { isMended: answer, isOwnChoice: true, others: [] }
  const mended = await fixAll(step, [finding, ...alike], fix.id)
  return {
    isMended: mended.includes(finding),
    isOwnChoice: true,
    others: mended.filter(one => one !== finding),
  }
}

/** Shows what a fix would change and how trying it went, asks, applies; `all` when it is wanted for every place alike. */
async function offer(step: Step, preview: FixPreview, alike: number): Promise<boolean | 'all'> {
  const { tools, talk } = step
  const trial = await tryFix(tools, preview)
  if (!trial.ok) return tell(talk, trial)
  for (const line of hunkLines(preview)) talk.say(line)
  if (preview.note !== '') talk.say(printable(preview.note))
  talk.say(`Tried: ${trialWords(trial.value)}.`)
  const apply = await chooseFrom(talk, 'Apply it', [
    { value: true as boolean | 'all', label: 'yes, change the file' },
    { value: false, label: 'no' },
    ...(alike > 0
      ? [{ value: 'all' as const, label: `look at it for all ${alike + 1} places like this, and choose` }]
      : []),
  ])
  if (apply === 'all') return 'all'
  if (apply !== true) return false
  const applied = await applyNotedFix(tools, preview)
  if (!applied.ok) return tell(talk, applied)
  return testAndRemember(step, applied.value)
}

async function testAndRemember(step: Step, applied: AppliedFix): Promise<boolean> {
  const tested = await testFix(step, applied)
  if (tested === null) return false
  step.talk.say(outcomeWords(tested))
  return remember(step, tested)
}

async function checkOwnEdit(step: Step, finding: Finding): Promise<boolean> {
  const edited = await watchOwnEdit(step, finding)
  return edited !== null && testAndRemember(step, edited)
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
    const undone = await undoAndDrop(tools, applied)
    if (!undone.ok) return tell(talk, undone)
    talk.say('The file is as it was.')
    return false
  }
  if (choice !== 'keep') return true
  const words = await askLine(talk, 'In your words, why here (optional):')
  const recorded = await recordNotedFix(tools, { applied, words })
  if (!recorded.ok) tell(talk, recorded)
  else
    talk.say(
      recorded.value.isNew
        ? 'Kept as a candidate. Review it with: guardrail-coach rules'
        : 'Added as evidence to a rule you have.',
    )
  return true
}
