import { editField, fieldWith } from '../../text/field.js'
import { moveCursor } from '../cursor.js'
import type { Intent } from '../event.js'
import { type FindingRow, findingRows } from '../finding-rows.js'
import { FINDING_ORDERS, type FindingsScreen } from '../findings-screen.js'
import type { Session } from '../session.js'
import { isBusy, type Step, start, stay } from '../step.js'
import { goBack } from './navigation.js'
import { openFinding } from './visit.js'

/** Returns the step for an intent on the list of findings. */
export function findingsIntent(session: Session, screen: FindingsScreen, intent: Intent): Step {
  return screen.field ? onFilter(session, screen, intent) : onList(session, screen, intent)
}

/** The first finding: below the name of its rule when they are grouped. */
function firstRow({ isGrouped }: FindingsScreen): number {
  return isGrouped ? 1 : 0
}

function put(session: Session, screen: FindingsScreen, next: Partial<FindingsScreen>): Step {
  return stay({ ...session, screen: { ...screen, ...next } })
}

function onList(session: Session, screen: FindingsScreen, intent: Intent): Step {
  const rows = findingRows(session, screen)
  switch (intent.type) {
    case 'went-back':
      return screen.filter === ''
        ? goBack(session)
        : put(session, screen, { filter: '', cursor: firstRow(screen) })
    case 'filter-opened':
      return put(session, screen, { field: fieldWith(screen.filter) })
    case 'order-changed':
      return changeOrder(session, screen)
    case 'grouping-switched':
      return put(session, screen, { isGrouped: !screen.isGrouped, cursor: screen.isGrouped ? 0 : 1 })
    case 'groups-folded':
      return foldAll(session, screen, rows)
    case 'accepted':
      return accept(session, screen, rows)
    default:
      return put(session, screen, { cursor: moveCursor(screen.cursor, intent, rows.length, session.size) })
  }
}

function changeOrder(session: Session, screen: FindingsScreen): Step {
  const next = (FINDING_ORDERS.indexOf(screen.order) + 1) % FINDING_ORDERS.length
  const order = FINDING_ORDERS[next] ?? 'severity'
  const step = put(session, screen, { order, cursor: firstRow(screen) })
  if (order !== 'newest' || session.ages !== null || isBusy(session, 'ages')) return step
  return start(step, 'ages', { type: 'load-ages', findings: session.findings })
}

/** Folds every rule away, or shows all findings again when every one is. */
function foldAll(session: Session, screen: FindingsScreen, rows: readonly FindingRow[]): Step {
  const rules = rows.flatMap(row => (row.kind === 'rule' ? [row] : []))
  const folded = rules.every(rule => rule.isFolded) ? [] : rules.map(rule => rule.ruleId)
  return put(session, screen, { folded, cursor: 0 })
}

/** Opens the finding under the cursor; on a rule it folds its findings away or shows them. */
function accept(session: Session, screen: FindingsScreen, rows: readonly FindingRow[]): Step {
  const row = rows[Math.min(screen.cursor, rows.length - 1)]
  if (!row) return stay(session)
  if (row.kind === 'rule') {
    const folded = row.isFolded
      ? screen.folded.filter(id => id !== row.ruleId)
      : [...screen.folded, row.ruleId]
    return put(session, screen, { folded })
  }
  const shown = rows.flatMap(one => (one.kind === 'finding' ? [one.finding] : []))
  const round = screen.isGrouped ? shown.filter(one => one.ruleId === row.finding.ruleId) : shown
  return openFinding(session, round, round.indexOf(row.finding))
}

function onFilter(session: Session, screen: FindingsScreen, intent: Intent): Step {
  const field = screen.field ?? fieldWith('')
  switch (intent.type) {
    case 'field-edited':
      return put(session, screen, { field: editField(field, intent.edit), cursor: firstRow(screen) })
    case 'accepted':
      return put(session, screen, { field: null, filter: field.text.trim() })
    case 'went-back':
      return put(session, screen, { field: null, cursor: firstRow(screen) })
    default: {
      const count = findingRows(session, screen).length
      return put(session, screen, { cursor: moveCursor(screen.cursor, intent, count, session.size) })
    }
  }
}
