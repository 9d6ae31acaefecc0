import { classOfCommit } from '../core/authorship/commit-class.js'
import type { FixPreview } from '../core/fix/fix-preview.js'
import type { AuthorClass } from '../core/learned-rule/remediation.js'
import type { Git } from '../ports/git.js'

/**
 * Returns who wrote the lines that a fix mended, from what the commits of those lines say. Unknown when the file was not
 * committed in the form the fix started from, when the commits say nothing, and outside git: unknown is never human.
 */
export async function authorOfLines(
  git: Pick<Git, 'fileAt' | 'lineCommits' | 'commitAuthors'>,
  { path, before, finding }: Pick<FixPreview, 'path' | 'before' | 'finding'>,
  madeIn?: string,
): Promise<AuthorClass> {
  const base = madeIn === undefined ? 'HEAD' : `${madeIn}^`
  if ((await git.fileAt(base, path)) !== before) return 'unknown'
  const lines = (await git.lineCommits(path, base))?.slice(finding.startLine - 1, finding.endLine) ?? []
  const commits = [...new Set(lines.filter(commit => commit !== null))]
  const authors = await git.commitAuthors(commits)
  const classes = new Set(
    commits.map(commit => {
      const author = authors.get(commit)
      return author ? classOfCommit(author, { before: null }) : 'unknown'
    }),
  )
  const [only] = classes
  if (classes.size === 1 && only !== undefined) return only
  return classes.has('ai') || classes.has('mixed') ? 'mixed' : 'unknown'
}
