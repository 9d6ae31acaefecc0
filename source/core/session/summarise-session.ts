import { count } from '../text/words.js'
import type { Session } from './session.js'

/** Files named in the summary; the rest is counted. */
const NAMED = 5

/** Returns the lines that stay in the terminal after the coach is left: what was done, what changed, how to go on. */
export function summariseSession(session: Session): readonly string[] {
  const { tally, findings, later, rules, scan, project, decisions } = session
  const waiting = rules.filter(rule => rule.status === 'candidate').length
  const changed = [...new Set(tally.mended.map(one => one.path)), ...tally.filesSynced]
  const done = [
    tally.mended.length > 0 ? `${count(tally.mended.length, 'finding')} fixed and checked` : '',
    tally.exempted > 0 ? `${tally.exempted} exempted` : '',
    decisions.length > 0 ? `${count(decisions.length, 'decision')} on learned rules` : '',
    later.length > 0 ? `${later.length} set aside for later` : '',
    scan.status === 'done' ? `${findings.length} open` : '',
  ].filter(Boolean)
  const more = changed.length - NAMED
  return [
    `guardrail-coach · ${project.name}: ${done.length > 0 ? done.join(', ') : changed.length > 0 ? 'files of your assistants written' : 'nothing was changed'}.`,
    changed.length > 0
      ? `Changed: ${changed.slice(0, NAMED).join(', ')}${more > 0 ? ` and ${count(more, 'more file')}` : ''}.`
      : '',
    waiting > 0
      ? `${count(waiting, 'learned rule')} ${waiting === 1 ? 'waits' : 'wait'} for your review: guardrail-coach rules`
      : '',
    findings.length > 0 ? 'Go on at the same place at any time: guardrail-coach' : '',
  ].filter(Boolean)
}
