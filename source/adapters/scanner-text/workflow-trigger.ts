import type { Confidence } from '../../core/finding/severity.js'
import type { TextMatch } from './text-rule.js'

/** The part of a workflow that says when it runs, up to the next key of the same depth. */
const TRIGGERS = /^["']?on["']?:([^\n]*(?:\n(?:[ \t]+[^\n]*|[ \t\r]*|#[^\n]*))*)/m

/** The workflow asks who it is that made it run, or waits for a label or a merge, which strangers cannot bring about. */
const ASKS_WHO =
  /author_association|head\.repo\.(?:full_name|fork)\b|head_repository\.full_name|\.(?:actor|login)\s{0,3}[!=]=|types:\s{0,5}\[\s{0,5}labeled\s{0,5}\]|collaborators\/|pull_request\.merged\b|event\.label\.name/

/**
 * Returns how sure it is that a stranger gets more out of this than what they may do anyway. A workflow on `pull_request` runs as the
 * pull request has it, with a token that only reads, so its author can write commands there without any trick; messages of
 * commits and branches of the repository itself are written by those who may change it.
 */
export function sureOfTrigger(text: string, { start, end }: TextMatch): Confidence {
  if (ASKS_WHO.test(text)) return 'low'
  const triggers = TRIGGERS.exec(text)?.[1] ?? ''
  const runsOn = (name: string): boolean => new RegExp(`(?:^|[^\\w])${name}(?![\\w])`).test(triggers)
  const expression = text.slice(start, end)
  if (/event\.(?:issue|comment)\./.test(expression))
    return runsOn('issues') || runsOn('issue_comment') || runsOn('discussion_comment') ? 'high' : 'low'
  if (/event\.discussion\./.test(expression)) return 'high'
  if (/event\.(?:pull_request|review)|head_ref/.test(expression))
    return runsOn('pull_request_target') ? 'high' : 'low'
  if (/event\.(?:workflow_run|pages)/.test(expression)) return runsOn('branches') ? 'low' : 'medium'
  return 'low'
}
