import type { Confidence } from './severity.js'

/** How sure a rule is, as a colleague would say it. */
const WORDS: Readonly<Record<Confidence, string>> = {
  high: 'sure',
  medium: 'likely',
  low: 'to be checked',
}

/** Returns how sure a rule is, in words: sure, likely, to be checked. */
export function confidenceWord(confidence: Confidence): string {
  return WORDS[confidence]
}
