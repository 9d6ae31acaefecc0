import { cp, mkdtemp, realpath } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runGit } from '../adapters/system/run-git.js'
import { assetPaths } from './asset-paths.js'

/** Who the demo's one commit is by; the developer's own git settings are not needed for it. */
const IDENTITY = [
  '-c',
  'user.name=Parcel Desk',
  '-c',
  'user.email=demo@example.org',
  '-c',
  'commit.gpgSign=false',
]

/**
 * Copies the demo project to a temporary folder and returns its absolute path. Where git is installed the copy is a
 * repository with one commit, so that `git diff` shows what was fixed; without git it is a plain folder.
 */
export async function copyDemo(): Promise<string> {
  const folder = join(await realpath(await mkdtemp(join(tmpdir(), 'guardrail-coach-demo-'))), 'parcel-desk')
  await cp(assetPaths().demo, folder, { recursive: true })
  if ((await runGit(folder, ['init', '--quiet', '--initial-branch=main', '--template='])) !== null) {
    await runGit(folder, ['add', '--all'])
    await runGit(folder, [...IDENTITY, 'commit', '--quiet', '--message=Parcel desk, as found'])
  }
  return folder
}
