import type { Target } from '../target.js'
import { ownFile } from '../target-parts.js'

/** When a rule applies is set in the IDE, not in the file. */
export const jetbrainsAiAssistant: Target = {
  id: 'jetbrains-ai-assistant',
  name: 'JetBrains AI Assistant',
  signs: ['.aiassistant/'],
  looksAt: [],
  reads: files => files.under('.aiassistant/rules/', '.md'),
  places: () => [ownFile('.aiassistant/rules/guardrail-coach.md')],
}
