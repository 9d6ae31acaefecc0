import type { FileChange } from './target.js'

/** A file as `git status --short` shows it. */
export type GitStatusLine = { readonly code: string; readonly path: string }

const VERBS: Readonly<Record<FileChange['kind'], string>> = {
  create: 'created',
  update: 'updated',
  delete: 'deleted',
}

/** Returns what a sync wrote and what git status now shows, as lines; paths are as they came and not yet printable. */
export function writtenLines(
  changes: readonly FileChange[],
  status: readonly GitStatusLine[] | null,
): readonly string[] {
  return [
    ...changes.map(({ kind, path }) => `${VERBS[kind]} ${path}`),
    ...(status === null
      ? ['This project is not in git, so nothing else keeps the files as they were.']
      : status.length === 0
        ? ['git status shows none of them: git ignores these files.']
        : ['', 'git status --short shows:', ...status.map(({ code, path }) => `${code} ${path}`)]),
  ]
}
