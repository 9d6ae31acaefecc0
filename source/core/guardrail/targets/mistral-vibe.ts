import { present } from '../project-files.js'
import type { Target } from '../target.js'
import { managedBlock } from '../target-parts.js'

/** Reads AGENTS.md. */
export const mistralVibe: Target = {
  id: 'mistral-vibe',
  name: 'Mistral Vibe',
  signs: ['.vibe/'],
  looksAt: [],
  reads: files => present(files, ['AGENTS.md']),
  places: () => [managedBlock('AGENTS.md')],
}
