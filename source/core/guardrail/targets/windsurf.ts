import { present } from '../project-files.js'
import type { Target } from '../target.js'
import { DESCRIPTION, frontmatter, ownFile } from '../target-parts.js'

const ALWAYS = frontmatter(['trigger: always_on', `description: ${DESCRIPTION}`])

/** Devin Desktop reads .devin/rules; older Windsurf only .windsurf/rules, so a copy goes there when the folder is in use. */
export const windsurf: Target = {
  id: 'windsurf',
  name: 'Windsurf / Devin',
  signs: ['.windsurf/', '.windsurfrules', '.devin/'],
  looksAt: [],
  reads: files => [
    ...present(files, ['AGENTS.md', '.windsurfrules']),
    ...files.under('.devin/rules/', '.md'),
    ...files.under('.windsurf/rules/', '.md'),
  ],
  places: files => [
    ownFile('.devin/rules/guardrail-coach.md', ALWAYS),
    ...(files.under('.windsurf/rules/').length > 0
      ? [ownFile('.windsurf/rules/guardrail-coach.md', ALWAYS)]
      : []),
  ],
  scoped: (name, globs) => ({
    path: `.devin/rules/${name}.md`,
    head: frontmatter(['trigger: glob', `globs: "${globs.join(',')}"`]),
  }),
  maxCharacters: 12_000,
}
