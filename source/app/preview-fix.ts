import type { Finding } from '../core/finding/finding.js'
import { applyEdits, orderEdits } from '../core/fix/apply-edits.js'
import type { FixPreview } from '../core/fix/fix-preview.js'
import { fail, type Result, succeed } from '../core/problem.js'
import type { Toolbox } from '../ports/toolbox.js'

type Tools = Pick<Toolbox, 'scanner' | 'workspace' | 'differ'>

/**
 * Works out a fix on the file as it is now; `holes` maps a hole's id to what the developer typed. Writes nothing.
 * Fails when the file cannot be read, the fix does not fit it, or the fix would change nothing.
 */
export async function previewFix(
  tools: Tools,
  finding: Finding,
  fixId: string,
  holes: Readonly<Record<string, string>> = {},
): Promise<Result<FixPreview>> {
  const file = await tools.workspace.read(finding.path)
  if (!file.ok) return file
  const before = file.value.text
  const proposal = await tools.scanner.proposeFix(finding, fixId, before, holes)
  if (!proposal.ok) return proposal
  const edits = orderEdits(proposal.value.edits)
  if (edits === null) return refuse(finding, 'The changes of this fix overlap, so it was not worked out.')
  const after = applyEdits(before, edits)
  if (after === before && proposal.value.holes.length === 0) {
    return refuse(finding, 'This fix would change nothing in the file as it is now.')
  }
  return succeed({
    finding,
    fix: proposal.value.fix,
    path: finding.path,
    before,
    after,
    hash: file.value.hash,
    hunks: tools.differ(before, after),
    holes: proposal.value.holes,
    note: proposal.value.note,
    edits,
  })
}

function refuse(finding: Finding, message: string) {
  return fail({
    kind: 'user-can-act',
    message,
    path: finding.path,
    untouched: 'Nothing was written.',
    nextSteps: ['Choose another fix, or edit the file yourself.'],
  })
}
