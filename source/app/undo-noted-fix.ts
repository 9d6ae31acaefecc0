import { mapLines } from '../core/fix/hunk-lines.js'
import type { NotedFix } from '../core/fix/noted-fix.js'
import { takeBackSpans } from '../core/fix/span.js'
import type { UndoRow } from '../core/fix/undo-row.js'
import { redactSecrets } from '../core/learned-rule/redact-secrets.js'
import { fail, type Result, succeed } from '../core/problem.js'
import type { Toolbox } from '../ports/toolbox.js'
import { forgetRemediation } from './forget-remediation.js'

type Tools = Pick<Toolbox, 'workspace' | 'machine' | 'differ' | 'hash' | 'store'>

/**
 * Returns the fixes of this and earlier sessions, newest first, each with what taking it back would change now. Those
 * whose file is as it was before them (taken back by hand or by git, or never written) are left out.
 */
export async function listUndoable(tools: Tools): Promise<readonly UndoRow[]> {
  const rows: UndoRow[] = []
  for (const fix of await tools.machine.notedFixes()) {
    const change = await changeOf(tools, fix)
    if (change === 'gone') continue
    if (typeof change === 'string') rows.push({ fix, hunks: [], reason: change })
    else {
      const hunks = mapLines(tools.differ(change.before, change.after), line => ({
        ...line,
        text: redactSecrets(line.text),
      }))
      rows.push({ fix, hunks, reason: null })
    }
  }
  return rows
}

/**
 * Takes one noted fix back and leaves other changes of its file alone: byte for byte while the file is as the fix left
 * it, else where its lines stand now. The record of the fix goes with it. Refuses when its lines cannot be told any more.
 */
export async function undoNotedFix(tools: Tools, fix: NotedFix): Promise<Result<null>> {
  return tools.workspace.withLock(async () => {
    const change = await changeOf(tools, fix)
    if (change === 'gone') return refuse(fix, 'The file is as it was before this fix.')
    if (typeof change === 'string') return refuse(fix, change)
    const written = await tools.workspace.write(fix.path, change.after, change.hash)
    if (!written.ok) return written
    await tools.machine.dropFix(fix.id)
    return fix.remediation === null ? succeed(null) : forgetRemediation(tools, fix.remediation)
  })
}

async function changeOf(tools: Tools, fix: NotedFix) {
  const file = await tools.workspace.read(fix.path)
  if (!file.ok) return `The file cannot be read: ${file.problem.message}`
  const { text, hash } = file.value
  if (hash === fix.beforeHash) return 'gone'
  const after = takeBackSpans(text, fix.spans)
  const isExact = hash !== fix.afterHash || (after !== null && tools.hash(after) === fix.beforeHash)
  if (after === null || !isExact)
    return 'The lines of this fix were changed since, so it cannot be taken back by itself.'
  return { before: text, after, hash }
}

function refuse(fix: NotedFix, message: string) {
  return fail({
    kind: 'user-can-act',
    message,
    path: fix.path,
    untouched: 'The file is as it was.',
    nextSteps: ['Edit the file yourself, or take it back with git.'],
  })
}
