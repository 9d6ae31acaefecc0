import { firstPresent, present } from '../project-files.js'
import type { Target } from '../target.js'
import { managedBlock, ownFile } from '../target-parts.js'

const LEGACY = ['.roorules', '.clinerules']

/** Any file in .roo/rules hides .roorules and .clinerules, so those take a block while they carry the rules. */
export const rooCode: Target = {
  id: 'roo-code',
  name: 'Roo Code / Zoo Code',
  signs: ['.roo/', '.roorules', '.roomodes'],
  looksAt: [],
  reads: files => {
    const folder = files.under('.roo/rules/')
    const rules = folder.length > 0 ? folder : firstPresent(files, LEGACY)
    return [
      ...firstPresent(files, ['AGENTS.md', 'AGENT.md']),
      ...present(files, ['AGENTS.local.md']),
      ...rules,
    ]
  },
  places: files => {
    const [legacy] = files.under('.roo/rules/').length > 0 ? [] : firstPresent(files, LEGACY)
    return [legacy === undefined ? ownFile('.roo/rules/guardrail-coach.md') : managedBlock(legacy)]
  },
}
