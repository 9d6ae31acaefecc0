import { editField, fieldWith } from '../../text/field.js'
import { saveProgress } from '../bookmark.js'
import { moveScroll } from '../cursor.js'
import type { Intent, Outcome } from '../event.js'
import type { RememberScreen } from '../screen.js'
import { fixChoices, restOfRound } from '../selectors.js'
import type { Session } from '../session.js'
import { isBusy, type Step, start, stay, tell } from '../step.js'
import { goBack, leaveWalk } from './navigation.js'
import { openTests } from './tests.js'
import { openNext } from './visit.js'

/** Returns the step for an intent on the remember screen. */
export function rememberIntent(session: Session, intent: Intent): Step {
  const { screen } = session
  if (screen.name !== 'remember') return stay(session)
  if (screen.field) return onField(session, screen, screen.field, intent)
  switch (intent.type) {
    case 'accepted':
      return keep(session, screen)
    case 'declined':
      return goOn(tell(session, 'Not kept. The fix stays.'))
    case 'went-back':
      return goOn(session)
    case 'words-wanted':
      return put(session, screen, { field: { of: 'words', field: fieldWith(screen.words) } })
    case 'edit-wanted': {
      const text = screen.text ?? screen.draft?.text
      return text === undefined
        ? stay(tell(session, 'One moment: the rule is still being worked out.'))
        : put(session, screen, { field: { of: 'text', field: fieldWith(text) } })
    }
    case 'next-wanted':
      return keep(session, screen, true)
    case 'tests-wanted':
      return openTests(session, screen.applied)
    default:
      return put(session, screen, {
        scroll: moveScroll(screen.scroll, intent, session.scrollLimit, session.size),
      })
  }
}

function put(session: Session, screen: RememberScreen, next: Partial<RememberScreen>): Step {
  return stay({ ...session, screen: { ...screen, ...next } })
}

function onField(
  session: Session,
  screen: RememberScreen,
  typing: NonNullable<RememberScreen['field']>,
  intent: Intent,
): Step {
  if (intent.type === 'went-back') return put(session, screen, { field: null })
  if (intent.type === 'field-edited')
    return put(session, screen, { field: { ...typing, field: editField(typing.field, intent.edit) } })
  if (intent.type !== 'accepted') return stay(session)
  const text = typing.field.text.trim()
  if (typing.of === 'text') return put(session, screen, { field: null, text: text === '' ? null : text })
  const step = put(session, screen, { field: null, words: text })
  return start(step, 'draft', { type: 'draft-rule', applied: screen.applied, words: text })
}

function keep(session: Session, screen: RememberScreen, isMoreWanted = false): Step {
  if (isBusy(session, 'write')) return stay(session)
  if (!screen.draft)
    return screen.problem
      ? goOn(session)
      : stay(tell(session, 'One moment: the rule is still being worked out.'))
  const step = stay({ ...session, mayRecord: true, isMoreWanted })
  const { applied, words, text } = screen
  return start(step, 'write', { type: 'keep-rule', applied, words, text })
}

/** After a finding is done: the next of the round, or the list when it was the last. */
function goOn(session: Session): Step {
  const step = restOfRound(session).length > 0 ? openNext(session) : saveProgress(stay(leaveWalk(session)))
  return { ...step, session: { ...step.session, notice: session.notice ?? step.session.notice } }
}

/** Returns the step for what drafting, keeping and undoing brought, null for other outcomes. */
export function rememberOutcome(session: Session, outcome: Outcome): Step | null {
  const { screen } = session
  switch (outcome.type) {
    case 'rule-drafted':
      return screen.name === 'remember'
        ? put(session, screen, { draft: outcome.rule, isNew: outcome.isNew, problem: null })
        : stay(session)
    case 'rule-kept':
      return kept(session, outcome)
    case 'fix-undone':
      return undone(session, outcome)
    case 'effect-failed':
      return outcome.lane === 'draft' && screen.name === 'remember'
        ? put(session, screen, { problem: outcome.problem })
        : null
    default:
      return null
  }
}

function kept(session: Session, outcome: Outcome & { type: 'rule-kept' }): Step {
  const others = session.rules.filter(rule => rule.id !== outcome.rule.id)
  const tally = { ...session.tally, rulesKept: session.tally.rulesKept + (outcome.isNew ? 1 : 0) }
  const text = outcome.isNew
    ? 'Kept as a candidate. It waits for your review under Rules.'
    : `Kept as evidence: ${outcome.rule.evidence.length} fixes stand behind this rule now.`
  const next = tell(
    {
      ...session,
      rules: [...others, outcome.rule],
      tally,
      isMoreWanted: false,
      lastRecord: outcome.remediation,
    },
    text,
  )
  if (!session.isMoreWanted) return goOn(next)
  const fixId = session.lastFix?.preview.fix.id
  const step = openNext(next, 'fix')
  const cursor = fixChoices(step.session).findIndex(
    choice => choice.kind === 'fix' && choice.fix.id === fixId,
  )
  const { screen } = step.session
  const isAtFix = screen.name === 'fix' && cursor >= 0
  return {
    ...step,
    session: tell(isAtFix ? { ...step.session, screen: { ...screen, cursor } } : step.session, text),
  }
}

function undone(session: Session, outcome: Outcome & { type: 'fix-undone' }): Step {
  const { finding, path } = outcome.applied.preview
  const { mended } = session.tally
  const isOnIt = session.screen.name === 'remember'
  const next: Session = {
    ...(isOnIt ? leaveWalk(session) : session.screen.name === 'tests' ? goBack(session).session : session),
    lastFix: null,
    lastRecord: null,
    tally: { ...session.tally, mended: mended.filter(one => one.fingerprint !== finding.fingerprint) },
  }
  const step = stay(tell(next, `The fix in ${path} was taken back; the file is as it was before.`))
  const rescan = start(step, 'rescan', { type: 'scan', paths: [path] })
  if (session.lastRecord === null) return rescan
  const forget = start(rescan, 'keep', { type: 'forget-fix', remediation: session.lastRecord })
  return start(forget, 'records', { type: 'review-rules' })
}
