import { present } from '../project-files.js'
import type { Target } from '../target.js'
import { managedBlock } from '../target-parts.js'

/** The file most assistants read; the target when none in particular is in use. */
export const agentsMd: Target = {
  id: 'agents-md',
  name: 'Any assistant that reads AGENTS.md',
  signs: ['AGENTS.md'],
  looksAt: [],
  reads: files => present(files, ['AGENTS.md']),
  places: () => [managedBlock('AGENTS.md')],
}
