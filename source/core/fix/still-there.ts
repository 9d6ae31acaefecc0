import type { FixTrial } from './fix-preview.js'

/** Returns what is still wrong after the developer's own edit, one sentence with the place where there is one. */
export function stillThere(trial: FixTrial): string {
  if (!trial.parses) return 'The file does not parse.'
  if (!trial.findingGone) return 'The finding is still there.'
  const [first] = trial.newFindings
  return `The finding is gone, but something new came in${first ? `: ${first.title}, line ${first.startLine}` : ''}.`
}
