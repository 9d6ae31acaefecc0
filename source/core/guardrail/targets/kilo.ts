import { present } from '../project-files.js'
import type { Target } from '../target.js'
import { managedBlock } from '../target-parts.js'

/** Its rules folder needs an entry in kilo.jsonc; AGENTS.md needs none. */
export const kilo: Target = {
  id: 'kilo',
  name: 'Kilo Code',
  signs: ['.kilo/', '.kilocode/', 'kilo.json', 'kilo.jsonc'],
  looksAt: [],
  reads: files => present(files, ['AGENTS.md']),
  places: () => [managedBlock('AGENTS.md')],
}
