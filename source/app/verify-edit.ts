import type { Finding } from '../core/finding/finding.js'
import type { AppliedFix } from '../core/fix/fix-preview.js'
import { fail, type Result, succeed } from '../core/problem.js'
import type { Toolbox } from '../ports/toolbox.js'
import { tryFix } from './try-fix.js'

/**
 * Says what a scan makes of the file after the developer edited it. The edit is never rolled back, so the caller looks
 * at `trial.verified`. Fails when the file cannot be read or was not changed.
 */
export async function verifyEdit(
  tools: Pick<Toolbox, 'scanner' | 'workspace' | 'differ' | 'hash'>,
  finding: Finding,
  textBefore: string,
): Promise<Result<AppliedFix>> {
  const { path } = finding
  const file = await tools.workspace.read(path)
  if (!file.ok) return file
  const { text, hash } = file.value
  if (text.trim() === '') {
    return fail({
      kind: 'user-can-act',
      message: 'The file is empty, which is no fix.',
      path,
      untouched: 'Your edit stays as it is.',
      nextSteps: ['Undo it in your editor, or take the file back from git.'],
    })
  }
  if (text === textBefore) {
    return fail({
      kind: 'user-can-act',
      message: 'The file was not changed.',
      path,
      nextSteps: ['Edit it again, or choose a fix from the list.'],
    })
  }
  const trial = await tryFix(tools, { finding, path, before: textBefore, after: text })
  if (!trial.ok) return trial
  const preview = {
    finding,
    fix: { id: 'manual', title: 'Edited by hand', kind: 'manual' as const },
    path,
    before: textBefore,
    after: text,
    hash: tools.hash(textBefore),
    hunks: tools.differ(textBefore, text),
    holes: [],
    note: '',
  }
  return succeed({ preview, trial: trial.value, writtenHash: hash })
}
