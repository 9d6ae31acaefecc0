import type { Target } from '../target.js'
import { DESCRIPTION, frontmatter, ownFile } from '../target-parts.js'

/** Whether it reads AGENTS.md is not known; its frontmatter is unverified. */
export const trae: Target = {
  id: 'trae',
  name: 'Trae',
  signs: ['.trae/'],
  looksAt: [],
  reads: files => files.under('.trae/rules/', '.md'),
  places: () => [
    ownFile(
      '.trae/rules/guardrail-coach.md',
      frontmatter([`description: ${DESCRIPTION}`, 'alwaysApply: true']),
    ),
  ],
}
