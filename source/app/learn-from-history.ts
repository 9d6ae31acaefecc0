import type { Finding } from '../core/finding/finding.js'
import type { AppliedFix } from '../core/fix/fix-preview.js'
import type { Hunk } from '../core/fix/hunk.js'
import { familyOfPath } from '../core/lesson/language-family.js'
import { type Result, succeed } from '../core/problem.js'
import type { Toolbox } from '../ports/toolbox.js'
import type { FixToRecord } from './record-remediation.js'

type Tools = Pick<Toolbox, 'git' | 'scanner' | 'differ'>
type ScanText = Toolbox['scanner']['scanText']

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
const MOST_FILES = 60

/**
 * Walks commits, newest first, and returns the fixes they made: findings that our rules have on a file before a commit and
 * no longer have after it, where the lines were rewritten and not just deleted. Writes nothing. When it is called off it
 * returns what it has found, with the range to go on with.
 */
export async function learnFromHistory(tools: Tools, request: HistoryRequest): Promise<Result<HistoryFixes>> {
  const history = await tools.git.history(request.range, request.limit)
  if (!history.ok) return history
  const fixes: FixToRecord[] = []
  const scanText = rememberScans(tools.scanner.scanText)
  let commits = 0
  for (const { commit, at, paths } of history.value) {
    if (request.signal?.aborted) break
    const code = paths.filter(path => familyOfPath(path) !== null)
    if (code.length <= MOST_FILES)
      for (const path of code) {
        if (request.signal?.aborted) break
        for (const applied of await fixesOf({ ...tools, scanText }, commit, path, code))
          fixes.push({ applied, words: '', made: { commit, at } })
      }
    // A commit that was broken off is looked at again the next time.
    if (request.signal?.aborted) break
    commits++
    request.onProgress?.(commits, history.value.length, fixes.length)
  }
  const last = history.value[commits - 1]
  const isEnd = commits === history.value.length && commits < request.limit
  const isUntouched = commits === 0 && history.value.length > 0
  const next = isUntouched
    ? (request.range ?? 'HEAD')
    : last && !isEnd
      ? `${last.commit.slice(0, 12)}^`
      : null
  return succeed({ fixes, commits, next })
}

/** Texts whose findings are kept: going back, what a file is after a commit is what it was before the next. */
const MOST_SCANS = 60

function rememberScans(scanText: ScanText): ScanText {
  const known = new Map<string, ReturnType<ScanText>>()
  return (path, text) => {
    const key = `${path}\n${text}`
    const scan = known.get(key) ?? scanText(path, text)
    known.delete(key)
    known.set(key, scan)
    const [oldest] = known.keys()
    if (known.size > MOST_SCANS && oldest !== undefined) known.delete(oldest)
    return scan
  }
}

async function fixesOf(
  tools: Pick<Tools, 'git' | 'differ'> & { readonly scanText: ScanText },
  commit: string,
  path: string,
  changed: readonly string[],
): Promise<readonly AppliedFix[]> {
  const [before, after] = await Promise.all([
    tools.git.fileAt(`${commit}^`, path),
    tools.git.fileAt(commit, path),
  ])
  if (before === null || after === null || before === after) return []
  // Most commits add code or take it away; a fix puts other lines in the place of some.
  const hunks = tools.differ(before, after)
  if (!hunks.some(isRewrite)) return []
  const old = await tools.scanText(path, before)
  if (old.findings.length === 0) return []
  const now = await tools.scanText(path, after)
  if (now.parseErrors > old.parseErrors) return []
  const fixed = old.findings.flatMap(finding => {
    const count = (all: readonly Finding[]) => all.filter(one => one.ruleId === finding.ruleId).length
    const isGone = !now.findings.some(one => one.fingerprint === finding.fingerprint)
    const own = hunks.filter(hunk => isRewrite(hunk) && touches(hunk, finding))
    if (finding.exempt !== null || !isGone || own.length === 0 || count(now.findings) >= count(old.findings))
      return []
    return [asApplied(finding, path, before, after, own)]
  })
  if (fixed.length === 0) return []
  const others = changed.filter(one => one !== path)
  const moved = await Promise.all(others.map(other => addedText(tools.git, commit, other)))
  return fixed.filter(({ preview: { finding } }) => {
    const code = withoutBlanks(before.slice(finding.startOffset, finding.endOffset))
    return !moved.some(text => text.includes(code))
  })
}

/** What a file holds after a commit, blanks aside, when it is new or was changed by it; code that only moved is found there. */
async function addedText(git: Tools['git'], commit: string, path: string): Promise<string> {
  return withoutBlanks((await git.fileAt(commit, path)) ?? '')
}

function withoutBlanks(text: string): string {
  return text.replace(/\s+/g, '')
}

/** Hunks that change more lines than this rework a file; what they say of one finding is chance. */
const MOST_LINES = 30

/** Whether a hunk takes lines of the finding away. */
function touches({ beforeStart, lines }: Hunk, { startLine, endLine }: Finding): boolean {
  let line = beforeStart
  let isTouched = false
  for (const { kind } of lines) {
    if (kind === 'removed' && line >= startLine && line <= endLine) isTouched = true
    if (kind !== 'added') line++
  }
  return isTouched
}

/** Whether a hunk takes lines away and puts others there, and is no rework of the file. */
function isRewrite({ lines }: Hunk): boolean {
  const changed = lines.filter(({ kind }) => kind !== 'same').length
  return (
    changed <= MOST_LINES &&
    lines.some(({ kind }) => kind === 'removed') &&
    lines.some(({ kind, text }) => kind === 'added' && text.trim() !== '')
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
