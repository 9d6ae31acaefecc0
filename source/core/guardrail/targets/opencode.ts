import { firstPresent } from '../project-files.js'
import type { Target } from '../target.js'
import { managedBlock } from '../target-parts.js'

/** Reads CLAUDE.md only while there is no AGENTS.md. */
export const opencode: Target = {
  id: 'opencode',
  name: 'OpenCode',
  signs: ['opencode.json', 'opencode.jsonc', '.opencode/'],
  looksAt: [],
  reads: files => firstPresent(files, ['AGENTS.md', 'CLAUDE.md']),
  places: () => [managedBlock('AGENTS.md')],
}
