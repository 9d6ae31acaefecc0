import { listEntries } from '../list-entry.js'
import type { Target } from '../target.js'
import { managedBlock } from '../target-parts.js'

const CONFIG = '.aider.conf.yml'
const CARRIERS = ['AGENTS.md', 'CONVENTIONS.md']

/** Reads no file by itself: its config lists them under `read:`, so ours is added to that list. */
export const aider: Target = {
  id: 'aider',
  name: 'Aider',
  signs: [CONFIG, '.aider.conf.yaml'],
  looksAt: [CONFIG],
  reads: files => listEntries(files.text(CONFIG), 'read').filter(path => files.has(path)),
  places: files => {
    const listed = listEntries(files.text(CONFIG), 'read')
    const carrier = listed.find(path => CARRIERS.includes(path)) ?? 'AGENTS.md'
    return [managedBlock(carrier), { carrier: 'list-entry', path: CONFIG, key: 'read', entry: carrier }]
  },
}
