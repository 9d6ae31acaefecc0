import { present } from '../project-files.js'
import type { Target } from '../target.js'
import { managedBlock } from '../target-parts.js'

/** Loads every file it knows, so one carrier must be enough. */
export const crush: Target = {
  id: 'crush',
  name: 'Crush',
  signs: ['CRUSH.md', 'crush.json', '.crush.json', '.crush/'],
  looksAt: [],
  reads: files => [
    ...present(files, [
      '.github/copilot-instructions.md',
      '.cursorrules',
      'CLAUDE.md',
      'CLAUDE.local.md',
      'GEMINI.md',
      'CRUSH.md',
      'AGENTS.md',
    ]),
    ...files.under('.cursor/rules/'),
  ],
  places: () => [managedBlock('AGENTS.md')],
}
