import { firstPresent } from '../project-files.js'
import type { Target } from '../target.js'
import { DESCRIPTION, frontmatter, ownFile, yamlList } from '../target-parts.js'

/** Reads the first root agent file only, and its rules folder. */
export const continueDev: Target = {
  id: 'continue',
  name: 'Continue',
  signs: ['.continue/'],
  looksAt: [],
  reads: files => [
    ...firstPresent(files, ['AGENTS.md', 'AGENT.md', 'CLAUDE.md']),
    ...files.under('.continue/rules/', '.md'),
  ],
  places: () => [
    ownFile('.continue/rules/guardrail-coach.md', frontmatter([`name: ${DESCRIPTION}`, 'alwaysApply: true'])),
  ],
  scoped: (name, globs) => ({
    path: `.continue/rules/${name}.md`,
    head: frontmatter([`name: ${DESCRIPTION}`, ...yamlList('globs', globs), 'alwaysApply: false']),
  }),
}
