import { stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, relative, resolve, sep } from 'node:path'
import { fail, type Result, succeed } from '../core/problem.js'

/** A project, and the paths asked for, relative to its root with forward slashes; empty means all of it. */
export type FoundProject = { readonly root: string; readonly paths: readonly string[] }

/** What stands at the top of a project. */
const MARKS = ['.guardrail-coach', '.git']

/**
 * Returns the project that `paths` (relative to `cwd`; empty means `cwd`) are in: the nearest folder at or above the
 * first one with our records or git's, else the folder itself. The home folder is nobody's project unless asked for.
 */
export async function findProject(cwd: string, paths: readonly string[]): Promise<Result<FoundProject>> {
  const absolute = paths.map(path => resolve(cwd, path))
  for (const [index, path] of absolute.entries())
    if (!(await exists(path))) return refuse(paths[index] ?? path, 'There is no such file or folder.')
  const start = absolute[0] ?? cwd
  const folder = (await isFolder(start)) ? start : dirname(start)
  const root = await findRoot(folder)
  const inside = absolute.map(path => relative(root, path).split(sep).join('/'))
  const outside = inside.findIndex(path => path === '..' || path.startsWith('../') || path.includes(':'))
  if (outside >= 0) return refuse(paths[outside] ?? '', 'This path is in another project than the first one.')
  return succeed({ root, paths: inside.includes('') ? [] : inside })
}

async function findRoot(folder: string): Promise<string> {
  for (let current = folder; ; current = dirname(current)) {
    if (current === homedir() && current !== folder) return folder
    for (const mark of MARKS) if (await exists(resolve(current, mark))) return current
    if (current === dirname(current)) return folder
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    stats => stats.isDirectory(),
    () => false,
  )
}

function refuse(path: string, message: string) {
  return fail({
    kind: 'user-can-act',
    message,
    path,
    untouched: 'Nothing was scanned or written.',
    nextSteps: ['guardrail-coach --help shows how to call it.'],
  })
}
