import type { Finding } from '../core/finding/finding.js'
import type { EffectRun } from './run-effect.js'

/**
 * Works out every fix of a finding and tries each in memory, emitting what is known as soon as it is: all previews
 * first, so that the diffs can be looked at while the trials run. Writes nothing; stops between two when called off.
 */
export async function tryFixes(finding: Finding, run: EffectRun): Promise<void> {
  const { verbs, emit, signal } = run
  const fixes = finding.fixes.filter(fix => fix.kind !== 'manual')
  const complete = []
  for (const { id: fixId } of fixes) {
    if (signal.aborted) return
    const preview = await verbs.previewFix(finding, fixId)
    if (!preview.ok) emit({ type: 'fix-impossible', fixId, problem: preview.problem })
    else {
      emit({ type: 'fix-previewed', fixId, preview: preview.value })
      if (preview.value.holes.length === 0) complete.push(preview.value)
    }
  }
  for (const preview of complete) {
    if (signal.aborted) return
    const fixId = preview.fix.id
    const trial = await verbs.tryFix(preview)
    if (trial.ok) emit({ type: 'fix-tried', fixId, trial: trial.value })
    else emit({ type: 'fix-impossible', fixId, problem: trial.problem })
  }
  emit({ type: 'fixes-tried' })
}
