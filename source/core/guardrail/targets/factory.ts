import { present } from '../project-files.js'
import type { Target } from '../target.js'
import { managedBlock } from '../target-parts.js'

/** Reads AGENTS.md, nested ones too. */
export const factory: Target = {
  id: 'factory',
  name: 'Factory Droid',
  signs: ['.factory/'],
  looksAt: [],
  reads: files => present(files, ['AGENTS.md']),
  places: () => [managedBlock('AGENTS.md')],
}
