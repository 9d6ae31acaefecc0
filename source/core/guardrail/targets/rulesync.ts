import type { Target } from '../target.js'
import { DESCRIPTION, frontmatter, ownFile, yamlList } from '../target-parts.js'

/** Not an assistant: it generates the files of all of them from its own folder, so guardrails go in there. */
export const rulesync: Target = {
  id: 'rulesync',
  name: 'rulesync',
  signs: ['.rulesync/', 'rulesync.jsonc'],
  looksAt: [],
  reads: files => files.under('.rulesync/rules/', '.md'),
  places: () => [
    ownFile(
      '.rulesync/rules/guardrail-coach.md',
      frontmatter([
        'root: false',
        ...yamlList('targets', ['*']),
        `description: ${DESCRIPTION}`,
        ...yamlList('globs', ['**/*']),
      ]),
    ),
  ],
  scoped: (name, globs) => ({
    path: `.rulesync/rules/${name}.md`,
    head: frontmatter([
      'root: false',
      ...yamlList('targets', ['*']),
      `description: ${DESCRIPTION}`,
      ...yamlList('globs', globs),
    ]),
  }),
}
