import { confidenceWord } from '../../core/finding/confidence-words.js'
import { estimateRound } from '../../core/session/estimate.js'
import { listedFindings } from '../../core/session/finding-rows.js'
import { shownRules } from '../../core/session/rule-selectors.js'
import type { RulesScreen } from '../../core/session/rules-screen.js'
import { restOfRound } from '../../core/session/selectors.js'
import type { Session } from '../../core/session/session.js'
import { count } from '../../core/text/words.js'

/** What the first line of a screen says. */
export type HeaderText = { readonly title: string; readonly facts: readonly string[] }

/** Returns the header of the screen a session is on. */
export function headerOf(session: Session): HeaderText {
  const { screen, project, visit, overlay } = session
  if (overlay?.name === 'help') return { title: 'Keys of this screen', facts: [] }
  if (overlay) return { title: 'All actions', facts: [] }
  switch (screen.name) {
    case 'findings': {
      const shown = listedFindings(session, screen).length
      const all = session.findings.length
      const count = shown === all ? `${all}` : `${shown} of ${all}`
      return { title: `Findings · ${count}`, facts: [orderWords(session, screen.order), project.name] }
    }
    case 'rules':
      return { title: rulesTitle(session, screen), facts: [...rulesFacts(session, screen), project.name] }
    case 'merge':
      return { title: 'Merge two rules', facts: [project.name] }
    case 'places':
      return { title: 'Are these mistakes too?', facts: [project.name] }
    case 'files':
      return {
        title: screen.written ? 'Written' : 'What your assistants read',
        facts: [project.name],
      }
    case 'quiz':
      return { title: 'Quiz', facts: [project.name] }
    case 'undo':
      return { title: 'Fixes to take back', facts: [project.name] }
    case 'home':
    case 'welcome':
    case 'scanning':
      return projectHeader(session)
    case 'progress':
      return { title: 'Progress', facts: [project.name] }
    case 'settings':
      return { title: 'Settings', facts: ['yours, in every project'] }
    case 'targets':
      return { title: 'Assistants to write for', facts: [project.name] }
    case 'keys':
      return { title: 'Keys that can be moved', facts: ['yours, in every project'] }
    default:
      return visit ? visitHeader(session, visit) : projectHeader(session)
  }
}

function rulesTitle(session: Session, screen: RulesScreen): string {
  const waiting = session.rules.filter(rule => rule.status === 'candidate').length
  const shown = shownRules(session, screen).length
  return [
    'Rules',
    waiting > 0 ? `${waiting} to review` : '',
    screen.state === 'all' ? '' : `${screen.state} only`,
    shown === session.rules.length ? '' : `${shown} of ${session.rules.length} shown`,
  ]
    .filter(Boolean)
    .join(' · ')
}

function rulesFacts({ guardrails }: Session, { order, isReading }: RulesScreen): readonly string[] {
  const { tokens, maxTokens } = guardrails?.budget ?? { tokens: 0, maxTokens: 0 }
  return [isReading ? 'reading' : `by ${order}`, maxTokens > 0 ? `${tokens} of ${maxTokens} tokens` : '']
}

function projectHeader({ project, tally, decisions }: Session): HeaderText {
  // Git was asked when the project was opened; what the session wrote since is known without asking again.
  const hasWritten =
    tally.mended.length + tally.exempted + tally.filesSynced.length + tally.rulesKept + decisions.length > 0
  const state = project.branch === '' ? '' : project.dirty || hasWritten ? 'uncommitted changes' : 'clean'
  return { title: `guardrail-coach · ${project.name}`, facts: [project.branch, state] }
}

const STEP_NAMES: Readonly<Record<string, string>> = {
  learn: 'lesson',
  check: 'question',
  fix: 'fix',
  verify: 'checking',
  ask: 'assistant',
  tests: 'tests',
  edit: 'edit',
  set: 'all like this',
  remember: 'remember',
  exempt: 'exempt',
}

function visitHeader(session: Session, visit: NonNullable<Session['visit']>): HeaderText {
  const { finding, round } = visit
  const title = session.weaknesses[finding.weakness]?.title ?? finding.title
  const step = STEP_NAMES[session.screen.name]
  const place = round.length > 1 ? `${round.indexOf(finding.fingerprint) + 1} of ${round.length}` : ''
  const where = `${finding.path}:${finding.startLine}`
  const cwe = finding.cwe.map(id => `CWE-${id}`).join(' ')
  return {
    title: [title, step, place].filter(Boolean).join(' · '),
    facts:
      step === undefined
        ? [finding.severity, confidenceWord(finding.confidence), leftWords(session), cwe, finding.owasp]
        : [where, finding.severity, leftWords(session)],
  }
}

/** About how long the rest of the round takes, this finding included; nothing for a finding alone. */
function leftWords(session: Session): string {
  const { visit } = session
  if (!visit || visit.round.length < 2) return ''
  return `${estimateRound([visit.finding, ...restOfRound(session)])} min left`
}

function orderWords({ ages }: Session, order: string): string {
  if (order !== 'newest' || (ages && ages.done === ages.total)) return `by ${order}`
  return ages ? `by newest, ${ages.done} of ${count(ages.total, 'file')} asked` : 'by newest, asking git'
}
