import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Returns whether git can know a folder at all: to start it only to hear "no" costs as much as to walk a thousand files. */
export function isBelowGit(root: string): boolean {
  if (process.env.GIT_DIR !== undefined) return true
  for (let folder = root; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return true
    if (folder === dirname(folder)) return false
  }
}
