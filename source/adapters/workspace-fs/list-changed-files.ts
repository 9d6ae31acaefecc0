import { runGit } from '../system/run-git.js'
import { isBelowGit } from './is-below-git.js'

/**
 * Returns the project's files that differ from the last commit, staged or not, and those that git does not track yet;
 * relative to `root`, which may lie below the top of the work tree. Empty without git.
 */
export async function listChangedFiles(root: string): Promise<readonly string[]> {
  if (!isBelowGit(root)) return []
  const answers = await Promise.all([
    runGit(root, ['ls-files', '-z', '--modified', '--others', '--exclude-standard']),
    runGit(root, ['diff', '--cached', '--name-only', '-z', '--no-renames', '--no-ext-diff', '--relative']),
  ])
  const paths = answers.flatMap(answer => (answer ?? '').split('\0'))
  return [...new Set(paths.filter(path => path !== '' && !path.endsWith('/')))].sort()
}
