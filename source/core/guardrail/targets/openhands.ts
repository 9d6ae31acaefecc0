import { present } from '../project-files.js'
import type { Target } from '../target.js'
import { blockInWinner } from '../target-parts.js'

/** Whether it reads AGENTS.md is unverified; a repo.md that exists takes the block. */
export const openhands: Target = {
  id: 'openhands',
  name: 'OpenHands',
  signs: ['.openhands/'],
  looksAt: [],
  reads: files => present(files, ['.openhands/microagents/repo.md', 'AGENTS.md']),
  places: files => blockInWinner(files, ['.openhands/microagents/repo.md']),
}
