import { present } from '../project-files.js'
import type { Target } from '../target.js'
import { managedBlock } from '../target-parts.js'

/** Works on the hosted repository and leaves no sign in it. */
export const jules: Target = {
  id: 'jules',
  name: 'Google Jules',
  signs: [],
  looksAt: [],
  reads: files => present(files, ['AGENTS.md']),
  places: () => [managedBlock('AGENTS.md')],
}
