import type { Guardrail } from './target.js'

/** The line every block ends with: feedback from a checker is what an assistant's own review lacks (learning.md §1.3). */
export const CHECK_LINE = 'After editing, run `npx guardrail-coach scan --changed` and fix what it reports.'
const HEADING = '## Security guardrails'

/** Returns one guardrail as the markdown line an assistant reads: the sentence, then where it applies. */
export function renderGuardrail({ text, scope }: Guardrail): string {
  return scope.length === 0 ? `- ${text}` : `- ${text} (${scope.map(glob => `\`${glob}\``).join(', ')})`
}

/** Returns the body of a block or file: heading, one line a guardrail in the order given, and the check line. */
export function renderBody(guardrails: readonly Guardrail[]): string {
  return [HEADING, '', ...guardrails.map(renderGuardrail), '', CHECK_LINE].join('\n')
}

/** Where a line says where it applies, as `renderGuardrail` writes it. */
const SCOPE = /^ \((?:`[^`]+`(?:, (?=`))?)+\)$/

/** Returns whether a line of a block was written from one of these sentences (whatever its scope), or is ours in any block. */
export function isRenderedLine(line: string, texts: readonly string[]): boolean {
  if (line === HEADING || line === CHECK_LINE) return true
  return texts.some(text => {
    if (!line.startsWith(`- ${text}`)) return false
    const rest = line.slice(text.length + 2)
    return rest === '' || SCOPE.test(rest)
  })
}
