import { type CommitAuthor, classOfCommit, type HumanDeclaration } from '../core/authorship/commit-class.js'
import type { Finding } from '../core/finding/finding.js'
import type { AuthorClass } from '../core/learned-rule/remediation.js'
import { familyOfPath } from '../core/lesson/language-family.js'
import { SCANNED_FAMILIES } from '../core/lesson/scanned-families.js'
import { type AuthoredFile, type AuthorMeasure, measureAuthors } from '../core/stats/author-measure.js'
import type { Toolbox } from '../ports/toolbox.js'

type Tools = Pick<Toolbox, 'git' | 'workspace'>

/** What to attribute, and how to hear how far it is. */
export type AuthorRequest = {
  readonly findings: readonly Finding[]
  readonly declared: HumanDeclaration
  readonly signal: AbortSignal
  readonly onProgress: (done: number, total: number) => void
}

/** Processes of git at a time. */
const AT_ONCE = 4

type BlamedFile = {
  readonly path: string
  readonly text: readonly string[]
  readonly commits: readonly (string | null)[]
}

/**
 * Counts the lines and findings of the project by author class, from what git says of each line. Everything that no
 * commit attributes is unknown: lines not committed, files outside git, commits without a sign. Rejects with the
 * signal's reason when it is aborted.
 */
export async function measureProjectAuthors(tools: Tools, request: AuthorRequest): Promise<AuthorMeasure> {
  const paths = (await tools.workspace.listProject()).filter(isScanned)
  const files: BlamedFile[] = []
  for (let done = 0; done < paths.length; done += AT_ONCE) {
    request.signal.throwIfAborted()
    request.onProgress(done, paths.length)
    const blamed = await Promise.all(paths.slice(done, done + AT_ONCE).map(path => blame(tools, path)))
    files.push(...blamed.filter(file => file !== null))
  }
  const ids = new Set(files.flatMap(file => file.commits).filter(commit => commit !== null))
  const authors = await tools.git.commitAuthors([...ids])
  return measureAuthors(files.map(file => attribute(file, authors, request)))
}

function isScanned(path: string): boolean {
  const family = familyOfPath(path)
  return family !== null && SCANNED_FAMILIES.includes(family)
}

/** A file that cannot be read was told by the scan already. */
async function blame({ git, workspace }: Tools, path: string): Promise<BlamedFile | null> {
  const [file, commits] = await Promise.all([workspace.read(path), git.lineCommits(path)])
  if (!file.ok) return null
  return { path, text: file.value.text.split(/\r?\n/), commits: commits ?? [] }
}

function attribute(
  { path, text, commits }: BlamedFile,
  authors: ReadonlyMap<string, CommitAuthor>,
  { findings, declared }: AuthorRequest,
): AuthoredFile {
  const classOfLine = (index: number): AuthorClass => {
    const author = authors.get(commits[index] ?? '')
    return author ? classOfCommit(author, declared) : 'unknown'
  }
  return {
    lines: text.map((line, index) => (line.trim() === '' ? null : classOfLine(index))),
    findings: findings
      .filter(finding => finding.path === path)
      .map(({ weakness, startLine }) => ({ weakness, line: startLine })),
  }
}
