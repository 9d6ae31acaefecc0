import { present } from '../project-files.js'
import type { Target } from '../target.js'
import { DESCRIPTION, frontmatter, ownFile } from '../target-parts.js'

/** The IDE and its command line. */
export const antigravity: Target = {
  id: 'antigravity',
  name: 'Google Antigravity',
  signs: ['.agents/rules/', '.agent/rules/', '.agents/mcp_config.json'],
  looksAt: [],
  reads: files => [
    ...present(files, ['AGENTS.md', 'GEMINI.md']),
    ...files.under('.agents/rules/', '.md'),
    ...files.under('.agent/rules/', '.md'),
  ],
  places: () => [
    ownFile(
      '.agents/rules/guardrail-coach.md',
      frontmatter(['trigger: always_on', `description: ${DESCRIPTION}`]),
    ),
  ],
  scoped: (name, globs) => ({
    path: `.agents/rules/${name}.md`,
    head: frontmatter(['trigger: glob', `globs: "${globs.join(',')}"`]),
  }),
  maxCharacters: 12_000,
}
