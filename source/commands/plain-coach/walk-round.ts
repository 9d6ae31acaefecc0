import { exemptFinding } from '../../app/exempt-finding.js'
import { proposeFunction } from '../../app/propose-function.js'
import { fixChosenRightFirst } from '../../app/quiz-events.js'
import type { Finding } from '../../core/finding/finding.js'
import { sinkPlace } from '../../core/session/selectors.js'
import { printable } from '../../core/text/printable.js'
import { count } from '../../core/text/words.js'
import type { SessionBookmark } from '../../ports/personal-store.js'
import type { CommandInput } from '../command.js'
import { askWhoWroteIt } from './author-step.js'
import { findingLines } from './finding-lines.js'
import { fixFinding } from './fix-step.js'
import { teach } from './lesson-step.js'
import { askLine, chooseFrom, type Talk } from './menu.js'
import type { PlainCoach } from './plain-coach.js'
import { tell } from './tell.js'

type Outcome = 'fixed' | 'exempt' | 'later' | 'stop'

/** Walks through findings one after the other until the last or a q; what was decided leaves the open ones. */
export async function walkRound(coach: PlainCoach, round: readonly Finding[]): Promise<void> {
  for (const [at, finding] of round.entries()) {
    if (coach.signal.aborted) return
    const current = await refresh(coach, finding)
    if (current !== null) {
      await saveProgress(coach, {
        fingerprint: finding.fingerprint,
        step: 'see',
        round: round.map(one => one.fingerprint),
      })
      const outcome = await walkFinding(coach, current, `${at + 1} of ${round.length}`)
      if (outcome === 'stop') return
      coach.tally[outcome] += 1
      if (outcome === 'later') coach.later.add(finding.fingerprint)
    }
    if (!coach.later.has(finding.fingerprint))
      coach.open = coach.open.filter(one => one.fingerprint !== finding.fingerprint)
  }
  await saveProgress(coach, { fingerprint: '', step: '', round: [] })
}

/** Saves where the developer is, for the next start of the coach, on plain lines or on screens. */
async function saveProgress(
  { tools, talk, later }: PlainCoach,
  at: Omit<SessionBookmark, 'later'>,
): Promise<void> {
  const bookmark = at.fingerprint === '' && later.size === 0 ? null : { ...at, later: [...later] }
  tell(talk, await tools.personal.saveBookmark(tools.workspace.root, bookmark))
}

/** Places of the same rule that are named; the rest is counted. */
const NAMED = 3

/** Where else the rule matched, and the commit that the line came with. */
async function aroundLines({ tools, open }: PlainCoach, finding: Finding): Promise<readonly string[]> {
  const others = open.filter(one => one.ruleId === finding.ruleId && one.fingerprint !== finding.fingerprint)
  const named = others.slice(0, NAMED).map(one => printable(`${one.path}, line ${one.startLine}`))
  const more = others.length - named.length
  const { path, line } = sinkPlace(finding)
  const origin = await tools.git.lineAge(path, line)
  return [
    ...(named.length === 0
      ? []
      : [
          `Same rule, other places: ${named.join('; ')}${more > 0 ? ` and ${count(more, 'more place')}` : ''}`,
        ]),
    ...(origin === null
      ? []
      : [
          `Came in with commit ${origin.commit.slice(0, 7)} on ${origin.at.slice(0, 10)}: ${printable(origin.subject)}`,
        ]),
  ]
}

/** A fix further up moves what is below it: the finding as it stands now, null when it is gone. */
async function refresh({ tools }: PlainCoach, finding: Finding): Promise<Finding | null> {
  const file = await tools.workspace.read(finding.path)
  if (!file.ok) return finding
  const now = await tools.scanner.scanText(finding.path, file.value.text)
  return now.findings.find(one => one.fingerprint === finding.fingerprint) ?? null
}

async function walkFinding(session: PlainCoach, finding: Finding, place: string): Promise<Outcome> {
  const { tools, talk } = session
  const file = await tools.workspace.read(finding.path)
  if (!file.ok) {
    tell(talk, file)
    return 'later'
  }
  talk.say('')
  for (const line of findingLines(finding, file.value.text, place)) talk.say(line)
  for (const line of await aroundLines(session, finding)) talk.say(line)
  await askWhoWroteIt(session, finding)
  let isFirstTry = true
  for (;;) {
    talk.say('')
    const step = await chooseFrom(
      talk,
      'What now',
      [
        { value: 'learn' as const, label: 'read the lesson' },
        { value: 'fix' as const, label: 'see the fixes' },
        { value: 'later' as const, label: 'leave it for later' },
        { value: 'exempt' as const, label: 'it is not a problem here' },
      ],
      'go back',
    )
    if (step === null) return 'stop'
    if (step === 'later') return 'later'
    if (step === 'learn') await teach(session, finding, file.value.text)
    if (step === 'fix') {
      const { isMended, isOwnChoice, others } = await fixFinding(session, finding)
      session.tally.fixed += others.length
      session.open = session.open.filter(one => !others.some(other => other.fingerprint === one.fingerprint))
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
