import { firstPresent } from '../project-files.js'
import type { Target } from '../target.js'
import { ownFile } from '../target-parts.js'

/** AGENTS.override.md replaces AGENTS.md. */
export const grokCli: Target = {
  id: 'grok-cli',
  name: 'Grok Build',
  signs: ['.grok/'],
  looksAt: [],
  reads: files => [
    ...firstPresent(files, ['AGENTS.override.md', 'AGENTS.md']),
    ...files.under('.grok/rules/', '.md'),
  ],
  places: () => [ownFile('.grok/rules/guardrail-coach.md')],
}
