import { present } from '../project-files.js'
import type { Target } from '../target.js'
import { githubCopilot } from './github-copilot.js'

/** Reads the same files as GitHub Copilot, without those of Claude Code. */
export const copilotCli: Target = {
  id: 'copilot-cli',
  name: 'GitHub Copilot CLI',
  signs: ['.github/mcp.json', '.github/copilot/'],
  looksAt: [],
  reads: files => [
    ...present(files, ['.github/copilot-instructions.md', 'AGENTS.md', 'CLAUDE.md', 'GEMINI.md']),
    ...files.under('.github/instructions/', '.instructions.md'),
  ],
  places: githubCopilot.places,
  ...(githubCopilot.scoped ? { scoped: githubCopilot.scoped } : {}),
}
