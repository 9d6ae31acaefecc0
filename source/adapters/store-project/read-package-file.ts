import { lstat, realpath } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import type { Result } from '../../core/problem.js'
import type { TextFile } from '../../ports/workspace.js'
import { failFile } from '../workspace-fs/file-problem.js'
import { readTextFile } from '../workspace-fs/read-text-file.js'

/** Folders above the project that are looked at for the top of the repository. */
const MOST_FOLDERS = 20

/**
 * Reads a file of an installed package as Node.js finds it: in `node_modules` of the project, or of a folder above it up to
 * the top of the repository. A package of the same repository may be linked (npm workspaces, pnpm); a link that leads out of
 * the repository is refused. Fails when the package is not there.
 */
export async function readPackageFile(root: string, name: string, file: string): Promise<Result<TextFile>> {
  const folders = await foldersUpToTop(root)
  const top = folders.at(-1) ?? root
  for (const folder of folders) {
    const path = relative(top, join(folder, 'node_modules', name))
      .split(sep)
      .join('/')
    const entry = await lstat(join(top, path)).catch(() => null)
    if (entry === null) continue
    const real = await realpath(join(top, path)).catch(() => null)
    if (real === null) return failFile(path, `The link of the package ${name} leads nowhere.`)
    if (real !== top && !real.startsWith(top + sep))
      return failFile(
        path,
        `The package ${name} is a link that leads out of the repository; it is not followed.`,
      )
    return readTextFile(top, `${path}/${file}`)
  }
  return failFile(`node_modules/${name}`, `The package ${name} is not installed.`)
}

/** The project's folder and those above it, up to the one that holds `.git`; the project's alone when none does. */
async function foldersUpToTop(root: string): Promise<readonly string[]> {
  const folders: string[] = []
  for (let at = root; folders.length < MOST_FOLDERS; at = dirname(at)) {
    folders.push(at)
    if ((await lstat(join(at, '.git')).catch(() => null)) !== null) return folders
    if (dirname(at) === at) break
  }
  return [root]
}
