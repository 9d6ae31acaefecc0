import { present } from '../project-files.js'
import type { Target } from '../target.js'
import { DESCRIPTION, frontmatter, ownFile } from '../target-parts.js'

/** VS Code, JetBrains, github.com, the cloud agent and code review, which reads 4,000 characters of a file. */
export const githubCopilot: Target = {
  id: 'github-copilot',
  name: 'GitHub Copilot',
  signs: ['.github/copilot-instructions.md', '.github/instructions/'],
  looksAt: [],
  reads: files => [
    ...present(files, [
      '.github/copilot-instructions.md',
      'AGENTS.md',
      'CLAUDE.md',
      '.claude/CLAUDE.md',
      'CLAUDE.local.md',
    ]),
    ...files.under('.github/instructions/', '.instructions.md'),
    ...files.under('.claude/rules/', '.md'),
  ],
  places: () => [
    ownFile(
      '.github/instructions/guardrail-coach.instructions.md',
      frontmatter(['applyTo: "**"', `description: ${DESCRIPTION}`]),
    ),
  ],
  scoped: (name, globs) => ({
    path: `.github/instructions/${name}.instructions.md`,
    head: frontmatter([`applyTo: "${globs.join(',')}"`, `description: ${DESCRIPTION}`]),
  }),
  maxCharacters: 4000,
}
