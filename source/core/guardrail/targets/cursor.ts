import { present } from '../project-files.js'
import type { Target } from '../target.js'
import { DESCRIPTION, frontmatter, ownFile } from '../target-parts.js'

/** A plain .md in .cursor/rules is ignored, so the file ends in .mdc. */
export const cursor: Target = {
  id: 'cursor',
  name: 'Cursor',
  signs: ['.cursor/', '.cursorrules'],
  looksAt: [],
  reads: files => [
    ...present(files, ['AGENTS.md', '.cursorrules']),
    ...files.under('.cursor/rules/', '.mdc'),
  ],
  places: () => [
    ownFile(
      '.cursor/rules/guardrail-coach.mdc',
      frontmatter([`description: ${DESCRIPTION}`, 'alwaysApply: true']),
    ),
  ],
  // Globs stand unquoted and comma-separated: that is what its own parser reads, though it is no strict YAML.
  scoped: (name, globs) => ({
    path: `.cursor/rules/${name}.mdc`,
    head: frontmatter([`description: ${DESCRIPTION}`, `globs: ${globs.join(',')}`, 'alwaysApply: false']),
  }),
}
