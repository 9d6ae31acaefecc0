import { present } from '../project-files.js'
import type { Target } from '../target.js'
import { managedBlock } from '../target-parts.js'

/** Android Studio; reads AGENTS.md. */
export const firebender: Target = {
  id: 'firebender',
  name: 'Firebender',
  signs: ['firebender.json'],
  looksAt: [],
  reads: files => present(files, ['AGENTS.md']),
  places: () => [managedBlock('AGENTS.md')],
}
