import { firstPresent } from '../project-files.js'
import type { Target } from '../target.js'
import { blockInWinner } from '../target-parts.js'

const ORDER = ['.junie/AGENTS.md', 'AGENTS.md', '.junie/guidelines.md']

/** The first file of its list wins; .junie/AGENTS.md is never created, it would hide AGENTS.md. */
export const junie: Target = {
  id: 'junie',
  name: 'JetBrains Junie',
  signs: ['.junie/'],
  looksAt: [],
  reads: files => firstPresent(files, ORDER),
  places: files => blockInWinner(files, ORDER),
}
