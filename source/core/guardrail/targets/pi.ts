import { firstPresent } from '../project-files.js'
import type { Target } from '../target.js'
import { blockInWinner } from '../target-parts.js'

const ORDER = ['AGENTS.override.md', 'AGENTS.md', 'CLAUDE.md']

/** The first file of its list wins in each folder. */
export const pi: Target = {
  id: 'pi',
  name: 'Pi',
  signs: ['.pi/'],
  looksAt: [],
  reads: files => firstPresent(files, ORDER),
  places: files => blockInWinner(files, ORDER),
}
