import { testWords } from '../project-tests/test-run.js'
import type { AppliedFix } from './fix-preview.js'

/** Returns one sentence on a fix that was applied: what was checked, and by whom where that is not our own rule. */
export function outcomeWords({ trial, tests }: Pick<AppliedFix, 'trial' | 'tests'>): string {
  const tested = tests ? `, ${testWords(tests)}` : ''
  if (trial.checkedBy === 'text')
    return 'Changed, but not verified: the reported code is gone, and no rule here can check the rest. Run the scanner that reported it.'
  const by = trial.checkedBy === 'tool' ? ' (so the scanner that reported it)' : ''
  return `Fixed and checked: the file parses, the finding is gone${by}, nothing new came in${tested}.`
}
