import { present } from '../project-files.js'
import type { Target } from '../target.js'
import { frontmatter, ownFile, yamlList } from '../target-parts.js'

/** The IDE and its command line. */
export const kiro: Target = {
  id: 'kiro',
  name: 'Kiro',
  signs: ['.kiro/'],
  looksAt: [],
  reads: files => [...present(files, ['AGENTS.md']), ...files.under('.kiro/steering/', '.md')],
  places: () => [ownFile('.kiro/steering/guardrail-coach.md', frontmatter(['inclusion: always']))],
  scoped: (name, globs) => ({
    path: `.kiro/steering/${name}.md`,
    head: frontmatter(['inclusion: fileMatch', ...yamlList('fileMatchPattern', globs)]),
  }),
}
