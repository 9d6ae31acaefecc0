import type { GitStatusLine } from '../../core/guardrail/written-lines.js'
import { type Result, succeed } from '../../core/problem.js'
import type { ChangedLines, Git, GitState } from '../../ports/git.js'
import { runGit } from '../system/run-git.js'
import { DIFF, failGit } from './git-diff.js'
import { readFileAt, readHistory } from './history.js'
import { commitAuthors, lineCommits, lineDates } from './line-commits.js'
import { parseDiff } from './parse-diff.js'
import { withStagedCopy } from './staged-copy.js'

/** Returns git as seen from a project's root, which may lie below the top of the work tree. */
export function openGit(root: string): Git {
  return {
    state: () => readState(root),
    status: paths => readStatus(root, paths),
    changedLines: base => changedLines(root, base),
    withStagedCopy: work => withStagedCopy(root, work),
    lineAge: (path, line) => lineAge(root, path, line),
    history: (range, limit) => readHistory(root, range, limit),
    fileAt: (commit, path) => readFileAt(root, commit, path),
    lineDates: path => lineDates(root, path),
    lineCommits: (path, at) => lineCommits(root, path, at),
    commitAuthors: commits => commitAuthors(root, commits),
  }
}

async function readState(root: string): Promise<GitState> {
  const [inside, symbolic, commit, status, user] = await Promise.all([
    runGit(root, ['rev-parse', '--is-inside-work-tree']),
    runGit(root, ['symbolic-ref', '--short', '--quiet', 'HEAD']),
    runGit(root, ['rev-parse', '--short', '--quiet', '--verify', 'HEAD']),
    runGit(root, ['status', '--porcelain', '-z', '--ignore-submodules', '--', '.']),
    runGit(root, ['config', '--get', 'user.name']),
  ])
  const isRepository = inside?.trim() === 'true'
  return {
    isRepository,
    branch: isRepository ? (symbolic ?? commit ?? '').trim() : '',
    dirty: isRepository && (status ?? '') !== '',
    user: (user ?? '').trim(),
  }
}

async function readStatus(root: string, paths: readonly string[]): Promise<readonly GitStatusLine[] | null> {
  const status = await runGit(root, [
    'status',
    '--porcelain',
    '-z',
    '--no-renames',
    '--untracked-files=all',
    '--ignore-submodules',
    '--',
    // Literal: a file name may hold what git would read as a pattern.
    ...paths.map(path => `:(literal)${path}`),
  ])
  if (status === null) return null
  // Names in this form are told from the top of the work tree, which may lie above the project.
  const above = (await runGit(root, ['rev-parse', '--show-prefix']))?.replace(/\n$/, '') ?? ''
  return status
    .split('\0')
    .filter(entry => entry !== '')
    .map(entry => ({ code: entry.slice(0, 2), path: entry.slice(3) }))
    .map(line => ({ ...line, path: line.path.startsWith(above) ? line.path.slice(above.length) : line.path }))
}

async function changedLines(root: string, base?: string): Promise<Result<readonly ChangedLines[]>> {
  const from = await startOf(root, base)
  if (!from.ok) return from
  const [diff, untracked] = await Promise.all([
    runGit(root, [...DIFF, from.value, '--']),
    runGit(root, ['ls-files', '-z', '--others', '--exclude-standard']),
  ])
  if (diff === null || untracked === null) return failGit('Git could not compare the work tree.')
  const whole = untracked
    .split('\0')
    .filter(path => path !== '' && !path.endsWith('/'))
    .map((path): ChangedLines => ({ path, ranges: [[1, Number.MAX_SAFE_INTEGER]] }))
  return succeed([...parseDiff(diff), ...whole])
}

/** Returns the commit (or empty tree) that changes count from: where the work tree left `base`, else HEAD. */
async function startOf(root: string, base?: string): Promise<Result<string>> {
  if ((await runGit(root, ['rev-parse', '--is-inside-work-tree']))?.trim() !== 'true')
    return failGit('This project is not in a git repository.', 'Leave --changed out to scan everything.')
  const commit = (name: string) =>
    runGit(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`])
  if (base !== undefined) {
    const known = (await commit(base))?.trim()
    if (!known)
      return failGit(`Git knows no commit or branch named ${base}.`, 'Fetch it, or name another base.')
    // A shallow clone may not reach back to the common ancestor; then the base itself is the best there is.
    return succeed((await runGit(root, ['merge-base', known, 'HEAD']))?.trim() || known)
  }
  const head = (await commit('HEAD'))?.trim()
  const start = head || (await runGit(root, ['hash-object', '-t', 'tree', '--stdin'], ''))?.trim()
  return start ? succeed(start) : failGit('Git could not tell the current commit.')
}

async function lineAge(root: string, path: string, line: number) {
  const blame = await runGit(root, [
    'blame',
    '--porcelain',
    '--no-textconv',
    '-L',
    `${line},${line}`,
    '--',
    path,
  ])
  const commit = /^([0-9a-f]{40,64}) /.exec(blame ?? '')?.[1]
  const seconds = /^committer-time (\d+)$/m.exec(blame ?? '')?.[1]
  // Lines that are not committed yet belong to a commit of zeros.
  if (commit === undefined || seconds === undefined || /^0+$/.test(commit)) return null
  const subject = /^summary (.*)$/m.exec(blame ?? '')?.[1] ?? ''
  return { at: new Date(Number(seconds) * 1000).toISOString(), commit, subject }
}
