import type { Finding } from '../finding/finding.js'
import { type FindingGroup, groupFindings } from '../finding/group-findings.js'
import { isSecretFinding } from '../finding/is-secret-finding.js'
import { SEVERITIES, type Severity } from '../finding/severity.js'
import type { FixSummary } from '../fix/fix.js'
import { assistantFixId, type InstalledAssistant, isByAssistant } from '../fix/installed-assistant.js'
import { redactSecrets } from '../learned-rule/redact-secrets.js'
import { parameterIn } from '../lesson/fill-attack.js'
import { memoiseLast } from '../memoise.js'
import { planSession } from './estimate.js'
import type { Attempt, Session, Visit } from './session.js'

/** A line of the home screen that can be chosen. */
export type HomeRow =
  | {
      readonly kind: 'resume'
      readonly finding: Finding
      readonly step: string
      /** The open findings it was walked through with, itself included. */
      readonly round: readonly Finding[]
    }
  | { readonly kind: 'group'; readonly group: FindingGroup }

const groups = memoiseLast(groupFindings)

/** Returns the open findings by weakness, the smallest of the worst first. */
export function findingGroups(session: Session): readonly FindingGroup[] {
  return groups(session.findings, session.weaknesses)
}

const rowsOf = memoiseLast(
  (found: readonly FindingGroup[], resume: Session['resume'], findings: readonly Finding[]) => {
    const finding = resume && findings.find(one => one.fingerprint === resume.fingerprint)
    const rows = found.map((group): HomeRow => ({ kind: 'group', group }))
    if (!finding || !resume) return rows
    return [
      { kind: 'resume' as const, finding, step: resume.step, round: roundOf(resume, finding, findings) },
      ...rows,
    ]
  },
)

/** The round as it was, without what is fixed by now; of a bookmark without one, the findings of the same weakness. */
function roundOf(
  resume: NonNullable<Session['resume']>,
  finding: Finding,
  findings: readonly Finding[],
): readonly Finding[] {
  if (!resume.round.includes(finding.fingerprint))
    return findings.filter(one => one.weakness === finding.weakness)
  const open = new Map(findings.map(one => [one.fingerprint, one]))
  return resume.round.flatMap(fingerprint => open.get(fingerprint) ?? [])
}

const plan = memoiseLast(planSession)

/** Returns the findings of a session of the length that is set. */
export function plannedSession(session: Session): readonly Finding[] {
  return plan(findingGroups(session), session.later, session.settings.sessionMinutes)
}

/** Returns what can be chosen on the home screen: where the last session stopped, then the groups. */
export function homeRows(session: Session): readonly HomeRow[] {
  return rowsOf(findingGroups(session), session.resume, session.findings)
}

/** Returns how many open findings there are of each severity, worst first, zeros left out. */
export const countSeverities = memoiseLast(
  (findings: readonly Finding[]): readonly (readonly [Severity, number])[] =>
    [...SEVERITIES]
      .reverse()
      .map(severity => [severity, findings.filter(finding => finding.severity === severity).length] as const)
      .filter(([, count]) => count > 0),
)

/** One way out of a finding, as the fix screen lists it. */
export type FixChoice =
  | { readonly kind: 'fix'; readonly fix: FixSummary; readonly attempt: Attempt | null }
  | { readonly kind: 'ask'; readonly assistant: InstalledAssistant }
  | { readonly kind: 'manual' }
  | { readonly kind: 'exempt' }

const choices = memoiseLast(
  (
    fixes: readonly FixSummary[],
    attempts: Readonly<Record<string, Attempt>>,
    assistants: Session['assistants'],
  ): readonly FixChoice[] => [
    ...fixes
      .filter(fix => fix.kind !== 'manual')
      .map(fix => ({ kind: 'fix' as const, fix, attempt: attempts[fix.id] ?? null })),
    ...Object.values(attempts).flatMap(attempt =>
      attempt.preview && isByAssistant(attempt.preview.fix.id)
        ? [{ kind: 'fix' as const, fix: attempt.preview.fix, attempt }]
        : [],
    ),
    ...(assistants ?? [])
      .filter(assistant => attempts[assistantFixId(assistant)] === undefined)
      .map(assistant => ({ kind: 'ask' as const, assistant })),
    { kind: 'manual' },
    { kind: 'exempt' },
  ],
)

const NO_CHOICES: readonly FixChoice[] = []

/** Returns the ways to deal with the open finding: its fixes, an assistant, an edit by hand, an exemption. */
export function fixChoices(session: Session): readonly FixChoice[] {
  return session.visit
    ? choices(session.visit.finding.fixes, session.visit.attempts, session.assistants)
    : NO_CHOICES
}

const rest = memoiseLast(
  (round: readonly string[], at: string, findings: readonly Finding[], later: readonly string[]) => {
    const open = new Map(findings.map(finding => [finding.fingerprint, finding]))
    const index = round.indexOf(at)
    return [...round.slice(index + 1), ...round.slice(0, Math.max(0, index))]
      .filter(fingerprint => !later.includes(fingerprint))
      .flatMap(fingerprint => open.get(fingerprint) ?? [])
  },
)

const NONE: readonly Finding[] = []

/** Returns the other findings of the round that are still open, in order, those behind the present one first. */
export function restOfRound(session: Session): readonly Finding[] {
  const { visit, findings, later } = session
  return visit ? rest(visit.round, visit.finding.fingerprint, findings, later) : NONE
}

/** Returns a line of a file that was loaded for a visit, without its indent, or null when it is not there. */
export function sourceLine(visit: Visit, path: string, line: number): string | null {
  const text = visit.sources[path]?.split(/\r?\n/)[line - 1]?.trim() ?? null
  return text === null ? null : redactSecrets(text, isSecretFinding(visit.finding))
}

/** Returns the line where the finding does its harm: the end of its trace, or where it starts. */
export function sinkPlace(finding: Finding): { readonly path: string; readonly line: number } {
  const sink = finding.trace.at(-1)
  return sink ? { path: sink.path, line: sink.line } : { path: finding.path, line: finding.startLine }
}

/** Returns the request parameter that the open finding's data comes from, or null when it cannot be told. */
export function visitParameter(visit: Visit): string | null {
  const { trace, path, startLine } = visit.finding
  const places = [...trace.slice(0, 1), { path, line: startLine }]
  for (const place of places) {
    const name = parameterIn(sourceLine(visit, place.path, place.line) ?? '')
    if (name !== null) return name
  }
  return null
}
