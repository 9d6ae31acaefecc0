import { present } from '../project-files.js'
import type { Target } from '../target.js'
import { ownFile } from '../target-parts.js'

/** Does not read AGENTS.md. */
export const amazonQ: Target = {
  id: 'amazon-q',
  name: 'Amazon Q Developer',
  signs: ['.amazonq/', 'AmazonQ.md'],
  looksAt: [],
  reads: files => [...present(files, ['AmazonQ.md', 'README.md']), ...files.under('.amazonq/rules/', '.md')],
  places: () => [ownFile('.amazonq/rules/guardrail-coach.md')],
}
