import type { Target } from '../target.js'
import { ownFile } from '../target-parts.js'

/** Not an assistant: it joins the files of its folder into those of all assistants. */
export const ruler: Target = {
  id: 'ruler',
  name: 'ruler',
  signs: ['.ruler/'],
  looksAt: [],
  reads: files => files.under('.ruler/', '.md'),
  places: () => [ownFile('.ruler/guardrail-coach.md')],
}
