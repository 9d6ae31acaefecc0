import type { SentenceFrame } from '../weakness/weakness.js'
import { cleanWords } from './clean-words.js'
import { countWords, MOST_WORDS } from './lint-text.js'
import type { Replacement } from './remediation.js'

/** What a guardrail sentence is made from: the weakness's frame, names that passed the allow-list, a person's words. */
export type SentenceParts = {
  readonly frame: SentenceFrame
  /** Empty when no API could be named. */
  readonly anchor: string
  readonly replacement: Replacement | null
  /** The developer's own words, as typed. */
  readonly words: string
}

/**
 * Returns the guardrail sentence of a learned rule: `NEVER <shape> (<API>): <why>. Use <call>. <words>.`, at most
 * 40 words (design.md §8). The developer's words give way first when it would grow longer.
 */
export function writeSentence({ frame, anchor, replacement, words }: SentenceParts): string {
  // An API that is the answer too cannot stand behind NEVER: "never … (`jwt.verify`)".
  const api = anchor === '' || replacement?.options !== undefined ? '' : ` (\`${anchor}\`)`
  const sentence = `NEVER ${frame.never}${api}: ${frame.why}. Use ${replacementText(frame, replacement)}.`
  const room = MOST_WORDS - countWords(sentence)
  const remark = room >= 3 ? cleanWords(words, Math.min(room, 16)) : ''
  return remark === '' ? sentence : `${sentence} ${capitalise(remark)}${remark.endsWith('…') ? '' : '.'}`
}

function replacementText(frame: SentenceFrame, replacement: Replacement | null): string {
  if (replacement === null || replacement.options?.length === 0) return frame.use
  if (replacement.options !== undefined) {
    const options = replacement.options.map(name => `\`${name}\``).join(' and ')
    return `\`${replacement.name}\` with ${options} (${frame.use})`
  }
  // The project's own helper is the whole advice; a library's call needs to be told how it is meant.
  if (replacement.from !== '') return `\`${replacement.name}\` from \`${replacement.from}\``
  return `\`${replacement.name}\` (${frame.use})`
}

function capitalise(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
