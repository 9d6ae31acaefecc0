import { exemptFinding } from '../../app/exempt-finding.js'
import { proposeFunction } from '../../app/propose-function.js'
import { fixChosenRightFirst } from '../../app/quiz-events.js'
import { scanProject } from '../../app/scan-project.js'
import type { Finding } from '../../core/finding/finding.js'
import { type FindingGroup, groupFindings } from '../../core/finding/group-findings.js'
import { estimateMinutes } from '../../core/session/estimate.js'
import { printable } from '../../core/text/printable.js'
import { count } from '../../core/text/words.js'
import type { CommandInput, CommandResult } from '../command.js'
import { EXIT } from '../exit-codes.js'
import { errorLines } from '../scan-text.js'
import type { LineReader } from '../stdin-lines.js'
import { askWhoWroteIt } from './author-step.js'
import { findingLines } from './finding-lines.js'
import { fixFinding } from './fix-step.js'
import { teach } from './lesson-step.js'
import { askLine, chooseFrom, type Talk } from './menu.js'
import { tell } from './tell.js'

type Session = { readonly tools: CommandInput['tools']; readonly talk: Talk; readonly signal: AbortSignal }
type Outcome = 'fixed' | 'exempt' | 'later' | 'stop'

/**
 * The guided session on plain numbered lines, for screen readers and pipes: append-only, nothing redrawn. Every write
 * follows a numbered yes.
 */
export async function runPlainCoach(
  { tools, paths, io }: Pick<CommandInput, 'tools' | 'paths' | 'io'>,
  lines: LineReader,
): Promise<CommandResult> {
  const talk: Talk = { say: io.out, lines }
  const report = await scanProject(tools, { paths, signal: io.signal })
  if (!report.ok) return { exitCode: EXIT.failed, problem: report.problem }
  for (const line of errorLines(report.value.errors)) io.err(line)
  const weaknesses = Object.fromEntries((await tools.content.weaknesses()).map(one => [one.id, one]))
  let open = report.value.findings.filter(finding => finding.exempt === null)
  const tally = { fixed: 0, exempt: 0, later: 0 }
  talk.say(`${count(open.length, 'finding')} in ${count(report.value.stats.filesScanned, 'file')}.`)
  while (open.length > 0 && !io.signal.aborted) {
    const groups = groupFindings(open, weaknesses)
    const group = await chooseFrom(
      talk,
      'Where to start',
      groups.map(one => ({ value: one, label: groupLabel(one) })),
    )
    if (group === null) break
    const outcome = await walkGroup({ tools, talk, signal: io.signal }, group, tally)
    open = open.filter(finding => !outcome.done.has(finding.fingerprint))
    if (outcome.stopped) break
  }
  talk.say('')
  talk.say(
    `${count(tally.fixed, 'finding')} fixed, ${tally.exempt} exempt, ${tally.later} left for later. Nothing else was changed.`,
  )
  return { exitCode: EXIT.done }
}

function groupLabel(group: FindingGroup): string {
  const minutes = estimateMinutes(group.findings.length)
  return `${printable(group.title)}: ${count(group.findings.length, 'place')}, ${group.severity}, about ${count(minutes, 'minute')}`
}

async function walkGroup(
  session: Session,
  group: FindingGroup,
  tally: Record<'fixed' | 'exempt' | 'later', number>,
): Promise<{ readonly done: ReadonlySet<string>; readonly stopped: boolean }> {
  const done = new Set<string>()
  for (const [at, finding] of group.findings.entries()) {
    const current = await refresh(session, finding)
    if (current === null) {
      done.add(finding.fingerprint)
      continue
    }
    const outcome = await walkFinding(session, current, `${at + 1} of ${group.findings.length}`)
    if (outcome === 'stop') return { done, stopped: true }
    tally[outcome] += 1
    done.add(finding.fingerprint)
  }
  return { done, stopped: false }
}

/** A fix further up moves what is below it: the finding as it stands now, null when it is gone. */
async function refresh({ tools }: Session, finding: Finding): Promise<Finding | null> {
  const file = await tools.workspace.read(finding.path)
  if (!file.ok) return finding
  const now = await tools.scanner.scanText(finding.path, file.value.text)
  return now.findings.find(one => one.fingerprint === finding.fingerprint) ?? null
}

async function walkFinding(session: Session, finding: Finding, place: string): Promise<Outcome> {
  const { tools, talk } = session
  const file = await tools.workspace.read(finding.path)
  if (!file.ok) {
    tell(talk, file)
    return 'later'
  }
  talk.say('')
  for (const line of findingLines(finding, file.value.text, place)) talk.say(line)
  await askWhoWroteIt(session, finding)
  let isFirstTry = true
  for (;;) {
    talk.say('')
    const step = await chooseFrom(talk, 'What now', [
      { value: 'learn' as const, label: 'read the lesson' },
      { value: 'fix' as const, label: 'see the fixes' },
      { value: 'later' as const, label: 'leave it for later' },
      { value: 'exempt' as const, label: 'it is not a problem here' },
    ])
    if (step === null) return 'stop'
    if (step === 'later') return 'later'
    if (step === 'learn') await teach(session, finding, file.value.text)
    if (step === 'fix') {
      const { isMended, isOwnChoice } = await fixFinding(session, finding)
      if (isMended) {
        if (isFirstTry && isOwnChoice) tell(talk, await fixChosenRightFirst(tools, finding))
        return 'fixed'
      }
      isFirstTry = false
    }
    if (step === 'exempt' && (await exempt(session, finding))) return 'exempt'
  }
}

async function exempt(
  { tools, talk }: { readonly tools: CommandInput['tools']; readonly talk: Talk },
  finding: Finding,
): Promise<boolean> {
  const kind = await chooseFrom(talk, 'Why', [
    { value: 'false-positive' as const, label: 'the scanner is wrong: the code is safe' },
    { value: 'accepted-risk' as const, label: 'it is a risk that we accept' },
  ])
  if (kind === null) return false
  const reason = await askLine(talk, 'The reason, one sentence:')
  const made = await exemptFinding(tools, finding, { kind, reason })
  if (!made.ok) return tell(talk, made)
  talk.say('Exempt, with your reason, in .guardrail-coach/exemptions/.')
  if (kind === 'false-positive') await offerFunction({ tools, talk }, finding, reason)
  return true
}

/** An answer that speaks of a function of the project may hold for every call of it. */
async function offerFunction(
  { tools, talk }: { readonly tools: CommandInput['tools']; readonly talk: Talk },
  finding: Finding,
  reason: string,
): Promise<void> {
  const known = await proposeFunction(tools, finding, reason)
  if (known === null) return
  const { path, name } = known
  const answer = await chooseFrom(talk, printable(`Does that hold for every call of ${name} (${path})?`), [
    { value: 'yes' as const, label: 'yes, and tell my assistants' },
    { value: 'no' as const, label: 'no, for this place only' },
  ])
  if (answer !== 'yes') return
  const made = await exemptFinding(tools, finding, { kind: 'false-positive', reason, api: { path, name } })
  if (made.ok) talk.say('Every call of it is exempt, until its code changes.')
  else tell(talk, made)
}
