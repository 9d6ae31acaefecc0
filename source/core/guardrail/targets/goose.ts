import { present } from '../project-files.js'
import type { Target } from '../target.js'
import { managedBlock } from '../target-parts.js'

/** Reads AGENTS.md and .goosehints at every level. */
export const goose: Target = {
  id: 'goose',
  name: 'Goose',
  signs: ['.goosehints'],
  looksAt: [],
  reads: files => present(files, ['AGENTS.md', '.goosehints']),
  places: files => [
    managedBlock(files.has('AGENTS.md') || !files.has('.goosehints') ? 'AGENTS.md' : '.goosehints'),
  ],
}
