import { present } from '../project-files.js'
import type { Target } from '../target.js'
import { managedBlock } from '../target-parts.js'

const SETTINGS = '.gemini/settings.json'

/** Reads GEMINI.md, and AGENTS.md when `context.fileName` in its settings says so. */
export const geminiCli: Target = {
  id: 'gemini-cli',
  name: 'Gemini CLI',
  signs: ['GEMINI.md', '.gemini/'],
  looksAt: ['.gemini/settings.json'],
  reads: files =>
    present(files, readsAgentsMd(files.text(SETTINGS)) ? ['AGENTS.md', 'GEMINI.md'] : ['GEMINI.md']),
  places: files => [
    managedBlock(readsAgentsMd(files.text(SETTINGS)) && !files.has('GEMINI.md') ? 'AGENTS.md' : 'GEMINI.md'),
  ],
}

/** The settings may hold comments, so the list of names is looked for, not parsed. */
function readsAgentsMd(settings: string): boolean {
  return /"fileName"\s*:\s*(?:"AGENTS\.md"|\[[^\]]*"AGENTS\.md")/.test(settings)
}
