import { present } from '../project-files.js'
import type { Target } from '../target.js'
import { managedBlock } from '../target-parts.js'

/** Whether it reads AGENTS.md is not known. */
export const replit: Target = {
  id: 'replit',
  name: 'Replit Agent',
  signs: ['replit.md', '.replit'],
  looksAt: [],
  reads: files => present(files, ['replit.md']),
  places: () => [managedBlock('replit.md')],
}
