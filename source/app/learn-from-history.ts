import type { Finding } from '../core/finding/finding.js'
import type { AppliedFix } from '../core/fix/fix-preview.js'
import type { Hunk } from '../core/fix/hunk.js'
import { familyOfPath } from '../core/lesson/language-family.js'
import { type Result, succeed } from '../core/problem.js'
import type { Toolbox } from '../ports/toolbox.js'
import type { FixToRecord } from './record-remediation.js'

type Tools = Pick<Toolbox, 'git' | 'scanner' | 'differ'>

/** How far to look and how to tell of it. */
export type HistoryRequest = {
  /** A range as git names it; null for all commits of HEAD. */
  readonly range: string | null
  readonly limit: number
  readonly signal?: AbortSignal
  readonly onProgress?: (done: number, total: number, found: number) => void
}

/** What a walk through history found. */
export type HistoryFixes = {
  readonly fixes: readonly FixToRecord[]
  readonly commits: number
  /** Where to go on: the range below the oldest commit looked at; null when there is none. */
  readonly next: string | null
}

/** Commits that change more files than this are moves and reformatting. */
const MOST_FILES = 40

/**
 * Walks commits, newest first, and returns the fixes they made: findings that our rules have on a file before a commit and
 * no longer have after it, where the lines were rewritten and not just deleted. Writes nothing. When it is called off it
 * returns what it has found, with the range to go on with.
 */
export async function learnFromHistory(tools: Tools, request: HistoryRequest): Promise<Result<HistoryFixes>> {
  const history = await tools.git.history(request.range, request.limit)
  if (!history.ok) return history
  const fixes: FixToRecord[] = []
  let commits = 0
  for (const { commit, at, paths } of history.value) {
    if (request.signal?.aborted) break
    const code = paths.filter(path => familyOfPath(path) !== null)
    if (code.length <= MOST_FILES)
      for (const path of code)
        for (const applied of await fixesOf(tools, commit, path))
          fixes.push({ applied, words: '', made: { commit, at } })
    commits++
    request.onProgress?.(commits, history.value.length, fixes.length)
  }
  const last = history.value[commits - 1]
  const isEnd = commits === history.value.length && commits < request.limit
  return succeed({ fixes, commits, next: last && !isEnd ? `${last.commit.slice(0, 12)}^` : null })
}

async function fixesOf(tools: Tools, commit: string, path: string): Promise<readonly AppliedFix[]> {
  const [before, after] = await Promise.all([
    tools.git.fileAt(`${commit}^`, path),
    tools.git.fileAt(commit, path),
  ])
  if (before === null || after === null || before === after) return []
  const old = await tools.scanner.scanText(path, before)
  if (old.findings.length === 0) return []
  const now = await tools.scanner.scanText(path, after)
  if (now.parseErrors > old.parseErrors) return []
  const hunks = tools.differ(before, after)
  return old.findings.flatMap(finding => {
    const count = (all: readonly Finding[]) => all.filter(one => one.ruleId === finding.ruleId).length
    const isGone = !now.findings.some(one => one.fingerprint === finding.fingerprint)
    const own = hunks.filter(hunk => rewrites(hunk, finding))
    if (finding.exempt !== null || !isGone || own.length === 0 || count(now.findings) >= count(old.findings))
      return []
    return [asApplied(finding, path, before, after, own)]
  })
}

/** Hunks that change more lines than this rework a file; what they say of one finding is chance. */
const MOST_LINES = 30

/** Whether a hunk takes lines of the finding away and puts others there. */
function rewrites({ beforeStart, lines }: Hunk, { startLine, endLine }: Finding): boolean {
  let line = beforeStart
  let touches = false
  for (const { kind } of lines) {
    if (kind === 'removed' && line >= startLine && line <= endLine) touches = true
    if (kind !== 'added') line++
  }
  const changed = lines.filter(({ kind }) => kind !== 'same').length
  return (
    touches && changed <= MOST_LINES && lines.some(({ kind, text }) => kind === 'added' && text.trim() !== '')
  )
}

function asApplied(
  finding: Finding,
  path: string,
  before: string,
  after: string,
  hunks: readonly Hunk[],
): AppliedFix {
  const fix = { id: 'history', title: 'Fixed in a commit', kind: 'manual' } as const
  return {
    preview: { finding, fix, path, before, after, hash: '', hunks, holes: [], note: '' },
    trial: { parses: true, findingGone: true, newFindings: [], verified: true, checkedBy: 'rule' },
    writtenHash: '',
  }
}
