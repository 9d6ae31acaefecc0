import { present } from '../project-files.js'
import type { Target } from '../target.js'
import { managedBlock } from '../target-parts.js'

/** Whether it reads AGENTS.md is not known. */
export const firebaseStudio: Target = {
  id: 'firebase-studio',
  name: 'Firebase Studio',
  signs: ['.idx/airules.md'],
  looksAt: [],
  reads: files => present(files, ['.idx/airules.md', 'GEMINI.md']),
  places: () => [managedBlock('.idx/airules.md')],
}
