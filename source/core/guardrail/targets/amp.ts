import { present } from '../project-files.js'
import type { Target } from '../target.js'
import { managedBlock } from '../target-parts.js'

/** Reads AGENTS.md of the folder, its parents and the subtrees it touches. */
export const amp: Target = {
  id: 'amp',
  name: 'Amp',
  signs: ['.amp/'],
  looksAt: [],
  reads: files => present(files, ['AGENTS.md']),
  places: () => [managedBlock('AGENTS.md')],
}
