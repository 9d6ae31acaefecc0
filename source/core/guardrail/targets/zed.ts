import { firstPresent } from '../project-files.js'
import type { Target } from '../target.js'
import { blockInWinner } from '../target-parts.js'

const ORDER = [
  '.rules',
  '.cursorrules',
  '.windsurfrules',
  '.clinerules',
  '.github/copilot-instructions.md',
  'AGENT.md',
  'AGENTS.md',
  'CLAUDE.md',
  'GEMINI.md',
]

/** Only the first file of its list is read, so the block goes into the one that wins today. */
export const zed: Target = {
  id: 'zed',
  name: 'Zed',
  signs: ['.zed/', '.rules'],
  looksAt: [],
  reads: files => firstPresent(files, ORDER),
  places: files => blockInWinner(files, ORDER),
}
