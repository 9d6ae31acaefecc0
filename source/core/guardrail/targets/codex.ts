import { firstPresent } from '../project-files.js'
import type { Target } from '../target.js'
import { blockInWinner } from '../target-parts.js'

const ORDER = ['AGENTS.override.md', 'AGENTS.md']

/** Reads 32 KiB of all AGENTS.md files together and cuts the rest without a word (`read-limits.ts`). */
export const codex: Target = {
  id: 'codex',
  name: 'OpenAI Codex',
  signs: ['.codex/', 'AGENTS.override.md'],
  looksAt: [],
  reads: files => firstPresent(files, ORDER),
  places: files => blockInWinner(files, ORDER),
}
