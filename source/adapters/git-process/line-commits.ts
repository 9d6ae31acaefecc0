import type { CommitAuthor } from '../../core/authorship/commit-class.js'
import { runGit } from '../system/run-git.js'

const FIELD = '\u001f'
const ITEM = '\u001e'
const FORMAT = `%H%x1f%an%x1f%ae%x1f%aI%x1f%(trailers:key=Co-authored-by,valueonly,separator=%x1e)`

/**
 * Returns the commit that each line of a file came with, first line first; null for lines not committed yet. Null
 * outside git and for a file that git does not know. Moved and re-indented lines keep their commit.
 */
export async function lineCommits(
  root: string,
  path: string,
  at?: string,
): Promise<readonly (string | null)[] | null> {
  if (at !== undefined && !/^(?:HEAD|[0-9a-f]{7,64})\^?$/.test(at)) return null
  const revision = at === undefined ? [] : [at]
  const options = ['--porcelain', '--no-textconv', '-w', '-M']
  const blame = await runGit(root, ['blame', ...options, ...revision, '--', path])
  if (blame === null) return null
  const commits: (string | null)[] = []
  for (const line of blame.split('\n')) {
    const [, commit = '', place = ''] = /^([0-9a-f]{40,64}) \d+ (\d+)/.exec(line) ?? []
    if (commit !== '') commits[Number(place) - 1] = /^0+$/.test(commit) ? null : commit
  }
  return commits
}

/** Returns when each line of a file was committed (ISO date-time), null for lines that are not; null where git knows no file. */
export async function lineDates(root: string, path: string): Promise<readonly (string | null)[] | null> {
  const blame = await runGit(root, ['blame', '--porcelain', '--no-textconv', '-w', '-M', '--', path])
  if (blame === null) return null
  const dates: (string | null)[] = []
  const known = new Map<string, string>()
  const places: (readonly [number, string])[] = []
  let commit = ''
  // A line of the file begins with a tab; what a commit says of itself comes once, before the first line of it.
  for (const line of blame.split('\n')) {
    const [, id, place] = /^([0-9a-f]{40,64}) \d+ (\d+)/.exec(line) ?? []
    if (id !== undefined) {
      commit = id
      places.push([Number(place) - 1, id])
    }
    const seconds = /^committer-time (\d+)$/.exec(line)?.[1]
    if (seconds !== undefined && !/^0+$/.test(commit))
      known.set(commit, new Date(Number(seconds) * 1000).toISOString())
  }
  for (const [index, id] of places) dates[index] = known.get(id) ?? null
  return dates
}

/** Returns who the given commits say wrote them; unknown ids are left out. No signature is checked: that runs programs. */
export async function commitAuthors(
  root: string,
  commits: readonly string[],
): Promise<ReadonlyMap<string, CommitAuthor>> {
  const ids = commits.filter(commit => /^[0-9a-f]{40,64}$/.test(commit))
  if (ids.length === 0) return new Map()
  const log = await runGit(
    root,
    ['log', '-z', '--no-walk=unsorted', '--no-show-signature', `--format=${FORMAT}`, '--stdin'],
    `${ids.join('\n')}\n`,
  )
  return new Map(
    (log ?? '')
      .split('\0')
      .filter(entry => entry.includes(FIELD))
      .map((entry): [string, CommitAuthor] => {
        const [id = '', name = '', email = '', at = '', trailers = ''] = entry.split(FIELD)
        const coAuthors = trailers.split(ITEM).filter(one => one.trim() !== '')
        return [id, { name, email, at, coAuthors }]
      }),
  )
}
