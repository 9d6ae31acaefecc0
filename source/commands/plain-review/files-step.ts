import { applySync } from '../../app/apply-sync.js'
import { planSync } from '../../app/plan-sync.js'
import type { SyncPlan } from '../../app/sync-plan.js'
import { fileBudget, limitWords, nextOutWords, sizeWords } from '../../core/guardrail/budget-words.js'
import { handEditOffers } from '../../core/guardrail/hand-edit-offers.js'
import { writtenLines } from '../../core/guardrail/written-lines.js'
import { type PreviewedFile, previewedFiles, readersOf } from '../../core/session/previewed-files.js'
import { printable } from '../../core/text/printable.js'
import { count } from '../../core/text/words.js'
import { diffLines } from '../diff-lines.js'
import type { MenuItem } from '../plain-coach/menu.js'
import { tell } from '../plain-coach/tell.js'
import { agrees, carryOut, pick, type Review } from './review.js'
import { sectionLine } from './review-lines.js'

type Step = PreviewedFile | 'write' | 'back'

/** Shows file by file what assistants will read, offers edits by hand back, and writes after the diffs and a yes. */
export async function reviewFiles(review: Review): Promise<void> {
  const { tools, talk } = review
  const dropEdits: string[] = []
  for (;;) {
    const made = await planSync(tools, { dropEdits })
    if (!made.ok) {
      tell(talk, made)
      return
    }
    const plan = made.value
    talk.say('')
    for (const note of plan.notes) talk.say(printable(note))
    const step = await pick(review, 'Which file', steps(plan))
    if (step === null || step === 'back') return
    if (step === 'write') {
      if (await write(review, plan)) return
    } else await showFile(review, plan, step, dropEdits)
  }
}

function steps(plan: SyncPlan): readonly MenuItem<Step>[] {
  const number = plan.changes.length
  return [
    ...previewedFiles(plan).map(file => ({ value: file, label: printable(fileLabel(plan, file)) })),
    ...(number > 0
      ? [
          {
            value: 'write' as const,
            label: `write the ${count(number, 'file')} that would change, after the diff`,
          },
        ]
      : []),
    { value: 'back' as const, label: 'back to the rules' },
  ]
}

function fileLabel(plan: SyncPlan, file: PreviewedFile): string {
  const { planned } = file
  const size = planned && planned.role !== 'entry' ? `, ${sizeWords(fileBudget(planned, plan.budget))}` : ''
  const readers = planned ? `, read by ${readersOf(file)}` : ''
  return `${file.path}: ${stateOf(file)}${size}${readers}`
}

const KINDS = { create: 'new file', update: 'would change', delete: 'would be deleted' } as const

function stateOf({ change, handEdit, refusal }: PreviewedFile): string {
  if (handEdit) return 'edited by hand, left alone'
  if (refusal !== null) return 'left alone'
  return change ? KINDS[change.kind] : 'up to date'
}

async function showFile(
  review: Review,
  plan: SyncPlan,
  file: PreviewedFile,
  dropEdits: string[],
): Promise<void> {
  const { talk, tools } = review
  const { planned, change, handEdit, refusal } = file
  if (planned && planned.role === 'always') {
    const next = nextOutWords(plan.budget)
    if (next !== '') talk.say(printable(`${next}`))
  }
  const limit = planned && limitWords(planned)
  if (limit) talk.say(limit)
  if (handEdit) return offerEdit(review, file, dropEdits)
  if (refusal !== null) return talk.say(printable(`It is left as it is: ${refusal}.`))
  if (change) {
    for (const line of diffLines(change.path, tools.differ(change.before, change.after))) talk.say(line)
    return
  }
  talk.say('Nothing changes. It holds:')
  for (const line of (planned?.text ?? '').replace(/\r?\n$/, '').split(/\r?\n/)) talk.say(printable(line))
}

/** A block that somebody edited: its edit goes into the rules, or is given up, or stays. */
async function offerEdit(
  review: Review,
  { path, handEdit }: PreviewedFile,
  dropEdits: string[],
): Promise<void> {
  if (!handEdit) return
  const { talk } = review
  talk.say('Somebody edited our block here by hand. It is not written over.')
  for (const line of handEditOffers(handEdit, id => review.rules.some(rule => rule.id === id)))
    talk.say(sectionLine(line))
  const answer = await pick(review, 'What to do with the edit', [
    { value: 'take' as const, label: 'take over into the rules what belongs to a learned rule' },
    { value: 'drop' as const, label: 'drop the edit; the diff is shown before anything is written' },
    { value: 'leave' as const, label: 'leave it' },
  ])
  if (answer === 'drop') dropEdits.push(path)
  if (answer === 'take' && !(await carryOut(review, { kind: 'take-over', edit: handEdit })))
    talk.say('Nothing was taken over. Move your lines outside the block, or drop the edit.')
}

/** Prints every diff, asks, writes, and says what git status shows now. */
async function write(review: Review, plan: SyncPlan): Promise<boolean> {
  const { talk, tools } = review
  for (const { path, before, after } of plan.changes)
    for (const line of diffLines(path, tools.differ(before, after))) talk.say(line)
  const question = plan.changes.length === 1 ? 'Write this file' : `Write these ${plan.changes.length} files`
  if (!(await agrees(review, question, 'yes, write exactly this'))) {
    talk.say('Nothing was written.')
    return false
  }
  const applied = await applySync(tools, plan)
  if (!applied.ok) return tell(talk, applied)
  const status = await tools.git.status(applied.value.map(change => change.path))
  for (const line of writtenLines(applied.value, status)) talk.say(printable(line))
  return true
}
