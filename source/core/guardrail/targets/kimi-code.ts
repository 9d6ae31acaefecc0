import { present } from '../project-files.js'
import type { Target } from '../target.js'
import { managedBlock } from '../target-parts.js'

/** Has the same budget of 32 KiB as Codex, with a warning. */
export const kimiCode: Target = {
  id: 'kimi-code',
  name: 'Kimi Code',
  signs: ['.kimi-code/'],
  looksAt: [],
  reads: files => present(files, ['.kimi-code/AGENTS.md', 'AGENTS.md']),
  places: () => [managedBlock('AGENTS.md')],
}
