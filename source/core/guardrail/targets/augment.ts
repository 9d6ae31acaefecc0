import { present } from '../project-files.js'
import type { Target } from '../target.js'
import { frontmatter, ownFile } from '../target-parts.js'

/** Its rules have a type and no globs. */
export const augment: Target = {
  id: 'augment',
  name: 'Augment Code',
  signs: ['.augment/', '.augment-guidelines'],
  looksAt: [],
  reads: files => [
    ...present(files, ['AGENTS.md', 'CLAUDE.md', '.augment-guidelines']),
    ...files.under('.augment/rules/', '.md'),
  ],
  places: () => [ownFile('.augment/rules/guardrail-coach.md', frontmatter(['type: always_apply']))],
}
