import { classOfCommit } from '../core/authorship/commit-class.js'
import type { Finding } from '../core/finding/finding.js'
import type { Toolbox } from '../ports/toolbox.js'
import { cardIdOf, findingItem } from './quiz-events.js'

type Tools = Pick<Toolbox, 'personal' | 'git'>

/**
 * Returns whether to ask the developer if they wrote a finding's line since they learned its weakness: it may be (not
 * committed yet, or committed under their name after the last review, without an assistant's sign), and they were not
 * asked before. Nothing less than their word makes a line human.
 */
export async function mayBeOwnFinding({ personal, git }: Tools, finding: Finding): Promise<boolean> {
  const id = cardIdOf(finding)
  const card = (await personal.cards()).get(id)
  if (card?.state !== 'review' || card.lastReview === null) return false
  const item = findingItem(finding.fingerprint)
  if ((await personal.reviews()).some(review => review.card === id && review.item === item)) return false
  const { isRepository, user } = await git.state()
  if (!isRepository) return false
  const commits = await git.lineCommits(finding.path)
  const commit = commits?.[finding.startLine - 1] ?? null
  if (commit === null) return true
  const author = (await git.commitAuthors([commit])).get(commit)
  if (!author || author.name !== user || Date.parse(author.at) <= Date.parse(card.lastReview)) return false
  return classOfCommit(author, { before: null }) === 'unknown'
}
