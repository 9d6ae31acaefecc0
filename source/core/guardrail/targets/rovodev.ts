import { present } from '../project-files.js'
import type { Target } from '../target.js'
import { managedBlock } from '../target-parts.js'

/** Reads AGENTS.md. */
export const rovodev: Target = {
  id: 'rovodev',
  name: 'Atlassian Rovo Dev',
  signs: ['.rovodev/'],
  looksAt: [],
  reads: files => present(files, ['AGENTS.md', '.rovodev/AGENTS.md', 'AGENTS.local.md']),
  places: () => [managedBlock('AGENTS.md')],
}
