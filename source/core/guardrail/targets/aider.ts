import type { Target } from '../target.js'
import { managedBlock } from '../target-parts.js'

const CARRIERS = ['AGENTS.md', 'CONVENTIONS.md']

/** Reads no file by itself; its config is the user's and is not written. */
export const aider: Target = {
  id: 'aider',
  name: 'Aider',
  signs: ['.aider.conf.yml', '.aider.conf.yaml'],
  looksAt: ['.aider.conf.yml'],
  reads: files => listedFiles(files.text('.aider.conf.yml')).filter(path => files.has(path)),
  places: files => {
    const carrier = listedFiles(files.text('.aider.conf.yml')).find(path => CARRIERS.includes(path))
    if (carrier !== undefined) return [managedBlock(carrier)]
    return [
      {
        carrier: 'none',
        reason:
          'Aider reads only what .aider.conf.yml lists under read:, and that names neither AGENTS.md nor CONVENTIONS.md.',
        nextStep: 'Add the line "read: AGENTS.md" to .aider.conf.yml.',
      },
    ]
  },
}

/** The values of `read:`, as one value, a flow list or a block list. */
function listedFiles(config: string): readonly string[] {
  const [, values = ''] = /^read:([^\n#]*(?:\n[ \t]*-[^\n#]*)*)/m.exec(config) ?? []
  return values.match(/[\w.][\w./-]*/g) ?? []
}
