import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve, sep } from 'node:path'
import { type Result, succeed } from '../../core/problem.js'
import type { StagedCopy } from '../../ports/git.js'
import { readBlob, runGit } from '../system/run-git.js'
import { DIFF, failGit } from './git-diff.js'
import { parseDiff } from './parse-diff.js'

/**
 * Runs `work` on a temporary copy of the staged files as the index holds them, then removes the copy. The blobs are
 * read raw, so no filter or textconv that the repository names is run. Fails outside git.
 */
export async function withStagedCopy<T>(
  root: string,
  work: (copy: StagedCopy) => Promise<T>,
): Promise<Result<T>> {
  const diff = await runGit(root, [...DIFF, '--cached', '--diff-filter=d', '--'])
  if (diff === null)
    return failGit('This project is not in a git repository.', 'Leave --staged out to scan everything.')
  const changes = parseDiff(diff)
  const copy = await realpath(await mkdtemp(join(tmpdir(), 'guardrail-coach-staged-')))
  try {
    for (const { path } of changes) {
      const target = resolve(copy, path)
      const blob = await readBlob(root, `:./${path}`)
      // The index cannot hold such paths; a made-up one must still not leave the copy.
      if (blob === null || !target.startsWith(copy + sep)) continue
      await mkdir(dirname(target), { recursive: true })
      await writeFile(target, blob)
    }
    return succeed(await work({ root: copy, changes }))
  } finally {
    await rm(copy, { recursive: true, force: true })
  }
}
