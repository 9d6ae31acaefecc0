import { type Result, succeed } from '../../core/problem.js'
import type { CommitChange } from '../../ports/git.js'
import { readBlob, runGit } from '../system/run-git.js'
import { failGit } from './git-diff.js'

/** Larger files are generated or data; what they teach is not worth the time. */
const MAX_BYTES = 300_000
const START = '\u001e'
const FIELD = '\u001f'

/** Returns the commits of a range with the files they changed, newest first; see `Git.history`. */
export async function readHistory(
  root: string,
  range: string | null,
  limit: number,
): Promise<Result<readonly CommitChange[]>> {
  const log = await runGit(root, [
    'log',
    '--no-merges',
    '--no-show-signature',
    '--no-ext-diff',
    '--no-textconv',
    '--no-renames',
    '--diff-filter=AM',
    '--name-only',
    '--relative',
    '-z',
    `--max-count=${limit}`,
    `--format=${START}%H${FIELD}%aI${FIELD}`,
    '--end-of-options',
    range ?? 'HEAD',
    '--',
    '.',
  ])
  if (log === null)
    return failGit('Git knows no such commits here.', 'Name a range such as HEAD~50..HEAD, or leave it out.')
  return succeed(
    log
      .split(START)
      .filter(entry => entry.includes(FIELD))
      .map(entry => {
        const [commit = '', at = '', paths = ''] = entry.split(FIELD)
        return {
          commit,
          at,
          paths: paths
            .split('\0')
            .map(path => path.replace(/^\n/, ''))
            .filter(path => path !== ''),
        }
      }),
  )
}

/** Returns the text of a file in a commit; see `Git.fileAt`. */
export async function readFileAt(root: string, commit: string, path: string): Promise<string | null> {
  if (!/^(?:HEAD|[0-9a-f]{7,64})\^?$/.test(commit)) return null
  const bytes = await readBlob(root, `${commit}:./${path}`)
  if (bytes === null || bytes.length > MAX_BYTES || bytes.includes(0)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    // Not UTF-8: nothing the scanner would read either.
    return null
  }
}
