import { askAssistant } from '../../app/ask-assistant.js'
import type { Finding } from '../../core/finding/finding.js'
import { assistantNotice } from '../../core/fix/assistant-notice.js'
import { assistantPrompt } from '../../core/fix/assistant-prompt.js'
import type { FixPreview } from '../../core/fix/fix-preview.js'
import type { InstalledAssistant } from '../../core/fix/installed-assistant.js'
import { printable } from '../../core/text/printable.js'
import type { Toolbox } from '../../ports/toolbox.js'
import { chooseFrom, type Talk } from './menu.js'
import { tell } from './tell.js'

type Step = { readonly tools: Toolbox; readonly talk: Talk; readonly signal: AbortSignal }

/** How often a line says that the assistant still works, in seconds. */
const EVERY = 15

/**
 * Shows the prompt and what leaves the machine, asks, and has the assistant write the fix on a copy. Returns its fix as a
 * preview that nobody has applied; null when it was not asked or brought none, which is told.
 */
export async function fixByAssistant(
  { tools, talk, signal }: Step,
  finding: Finding,
  assistant: InstalledAssistant,
): Promise<FixPreview | null> {
  talk.say('')
  for (const line of assistantNotice(assistant)) talk.say(line)
  talk.say('The prompt, whole:')
  for (const line of assistantPrompt(finding).split('\n')) talk.say(`  ${printable(line)}`)
  const yes = await chooseFrom(talk, `Ask ${assistant.name}`, [
    { value: true, label: 'yes, let it work on a copy' },
    { value: false, label: 'no' },
  ])
  if (yes !== true) return null
  talk.say(`${assistant.name} is at work. Ctrl+C stops it. It is stopped after 5 minutes.`)
  const preview = await askAssistant(tools, finding, assistant, {
    signal,
    onSecond: seconds => {
      if (seconds % EVERY === 0) talk.say(`Still at work: ${seconds} s.`)
    },
  })
  if (preview.ok) return preview.value
  tell(talk, preview)
  return null
}
