import type { AppliedFix } from '../core/fix/fix-preview.js'
import { type Result, succeed } from '../core/problem.js'
import type { ProjectStore } from '../ports/project-store.js'
import { type RecordedFix, type RecordTools, recordRemediation } from './record-remediation.js'

/** Returns what `recordRemediation` would record of a fix, without writing it: the developer sees the rule first. */
export function draftRule(
  tools: RecordTools,
  fixed: { readonly applied: AppliedFix; readonly words: string },
): Promise<Result<RecordedFix>> {
  return recordRemediation({ ...tools, store: withoutWriting(tools.store) }, fixed)
}

function withoutWriting(store: ProjectStore): ProjectStore {
  const done = async () => succeed(null)
  return {
    load: () => store.load(),
    saveRemediation: done,
    removeRemediation: done,
    saveRule: done,
    removeRule: done,
    saveExemption: done,
    removeExemption: done,
    saveConfig: done,
  }
}
