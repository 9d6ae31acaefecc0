import { present } from '../project-files.js'
import type { Target } from '../target.js'
import { managedBlock } from '../target-parts.js'

/** Reads AGENTS.md and WARP.md. */
export const warp: Target = {
  id: 'warp',
  name: 'Warp',
  signs: ['WARP.md', '.warp/'],
  looksAt: [],
  reads: files => present(files, ['AGENTS.md', 'WARP.md']),
  places: files => [managedBlock(files.has('WARP.md') && !files.has('AGENTS.md') ? 'WARP.md' : 'AGENTS.md')],
}
