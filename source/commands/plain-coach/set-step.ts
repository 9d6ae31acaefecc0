import { type AppliedPlace, applyFixSet, keepFixSet, planFixSet } from '../../app/fix-set.js'
import { undoNotedFix } from '../../app/undo-noted-fix.js'
import type { Finding } from '../../core/finding/finding.js'
import type { FixPreview } from '../../core/fix/fix-preview.js'
import type { SetPlace } from '../../core/fix/fix-set.js'
import { printable } from '../../core/text/printable.js'
import { count } from '../../core/text/words.js'
import type { Toolbox } from '../../ports/toolbox.js'
import { hunkLines } from './finding-lines.js'
import { chooseFrom, type Talk } from './menu.js'
import { tell } from './tell.js'

type Step = { readonly tools: Toolbox; readonly talk: Talk; readonly signal: AbortSignal }
type Fixed = Extract<AppliedPlace, { readonly note: string | null }>

/**
 * The same fix for several findings: each place is shown with its change and taken in or left out, then all chosen are
 * applied at once. Returns the findings that are mended in the end.
 */
export async function fixAll(
  step: Step,
  findings: readonly Finding[],
  fixId: string,
): Promise<readonly Finding[]> {
  const { tools, talk, signal } = step
  const places: SetPlace[] = []
  await planFixSet(tools, findings, fixId, place => places.push(place), signal)
  const chosen = await review(step, places)
  if (chosen === null || chosen.length === 0) {
    talk.say('Nothing was written.')
    return []
  }
  const yes = await chooseFrom(talk, `Apply it to ${count(chosen.length, 'place')}`, [
    { value: true, label: 'yes, change these files' },
    { value: false, label: 'no' },
  ])
  if (yes !== true) return []
  const fixed: Fixed[] = []
  await applyFixSet(tools, chosen, place => {
    const where = printable(`${place.finding.path}, line ${place.finding.startLine}`)
    if (place.applied) fixed.push(place)
    talk.say(
      place.applied ? `${where}: fixed and checked.` : `${where}: left as it was. ${printable(place.reason)}`,
    )
  })
  return settle(step, fixed)
}

/** Shows each place and asks; null when the developer stopped, which chooses none. */
async function review({ talk }: Step, places: readonly SetPlace[]): Promise<readonly FixPreview[] | null> {
  const chosen: FixPreview[] = []
  let takesAll = false
  for (const [at, { finding, preview, reason }] of places.entries()) {
    talk.say('')
    talk.say(printable(`Place ${at + 1} of ${places.length}: ${finding.path}, line ${finding.startLine}`))
    if (!preview) {
      talk.say(`  Does not go here. ${printable(reason)}`)
      continue
    }
    for (const line of hunkLines(preview)) talk.say(line)
    const answer: 'in' | 'out' | 'all' | null = takesAll
      ? 'in'
      : await chooseFrom(talk, 'This place', [
          { value: 'in' as const, label: 'take it in' },
          { value: 'out' as const, label: 'leave it out' },
          { value: 'all' as const, label: 'take in this one and all that follow' },
        ])
    if (answer === null) return null
    takesAll ||= answer === 'all'
    if (answer !== 'out') chosen.push(preview)
  }
  return chosen
}

/** Keeps what was fixed as evidence, or takes one or all of it back. */
async function settle({ tools, talk }: Step, fixed: readonly Fixed[]): Promise<readonly Finding[]> {
  let left = fixed
  while (left.length > 0) {
    const answer = await askWhatNow(talk, left.length)
    if (answer === 'keep') {
      const kept = await keepFixSet(tools, left)
      if (kept.ok) for (const rule of kept.value) talk.say(`Kept. ${printable(rule.text)}`)
      else tell(talk, kept)
    }
    if (answer !== 'one' && answer !== 'all') break
    for (const one of answer === 'all' ? left.toReversed() : await askWhich(talk, left))
      if (await takeBack(tools, talk, one)) left = left.filter(other => other !== one)
    if (answer === 'all') break
  }
  return left.map(one => one.finding)
}

function askWhatNow(talk: Talk, number: number) {
  const fixes = count(number, 'fix', 'fixes')
  return chooseFrom<'keep' | 'skip' | 'one' | 'all'>(talk, 'What now', [
    { value: 'keep', label: `keep ${fixes} as evidence for a rule (in .guardrail-coach/)` },
    { value: 'skip', label: 'keep only the fixes' },
    { value: 'one', label: 'take one back' },
    { value: 'all', label: 'take all back' },
  ])
}

async function askWhich(talk: Talk, fixed: readonly Fixed[]): Promise<readonly Fixed[]> {
  const label = ({ finding }: Fixed) => printable(`${finding.path}, line ${finding.startLine}`)
  const one = await chooseFrom(
    talk,
    'Which one',
    fixed.map(value => ({ value, label: label(value) })),
  )
  return one === null ? [] : [one]
}

async function takeBack(tools: Toolbox, talk: Talk, { note, finding }: Fixed): Promise<boolean> {
  const fix = (await tools.machine.notedFixes()).find(one => one.id === note)
  if (!fix) {
    talk.say('This place holds a secret and was noted nowhere: take it back in your editor or with git.')
    return false
  }
  const undone = await undoNotedFix(tools, fix)
  if (!undone.ok) return tell(talk, undone)
  talk.say(printable(`${finding.path}, line ${finding.startLine}: taken back.`))
  return true
}
