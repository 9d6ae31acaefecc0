import { similarity } from '../learned-rule/similarity.js'
import { normaliseBody } from './block-marker.js'
import { CHECK_LINE, renderGuardrail } from './render-guardrail.js'
import type { Guardrail } from './target.js'

/** What somebody changed inside a block, told as what it would mean for the rules. */
export type HandEdit = {
  readonly path: string
  /** Rules whose sentence was reworded: the wording to take over. */
  readonly reworded: readonly { readonly guardrail: Guardrail; readonly text: string }[]
  /** Guardrails whose line is gone. */
  readonly removed: readonly Guardrail[]
  /** Lines that belong to no rule. */
  readonly added: readonly string[]
}

/** At least this alike, a changed line is a new wording of a rule and not a new line. */
const REWORDED = 0.4

/** Returns the difference between a block's lines and the guardrails that stood in it, as edits to the rules. */
export function readHandEdit(path: string, body: string, guardrails: readonly Guardrail[]): HandEdit {
  const lines = normaliseBody(body)
    .split('\n')
    .filter(line => line.trim() !== '' && !line.startsWith('#') && line !== CHECK_LINE)
  const missing = guardrails.filter(one => !lines.includes(renderGuardrail(one)))
  const known = new Set(guardrails.map(renderGuardrail))
  const reworded: { guardrail: Guardrail; text: string }[] = []
  const added: string[] = []
  for (const line of lines.filter(one => !known.has(one))) {
    const open = missing.filter(one => !reworded.some(other => other.guardrail === one))
    const [closest] = open
      .map(guardrail => ({ guardrail, alike: similarity(renderGuardrail(guardrail), line) }))
      .sort((a, b) => b.alike - a.alike)
    if (closest && closest.alike >= REWORDED)
      reworded.push({ guardrail: closest.guardrail, text: sentenceOf(line, closest.guardrail) })
    else added.push(line)
  }
  const removed = missing.filter(one => !reworded.some(other => other.guardrail === one))
  return { path, reworded, removed, added }
}

/** A line without its bullet and without the scope that we put behind the sentence. */
function sentenceOf(line: string, guardrail: Guardrail): string {
  const scope = renderGuardrail(guardrail).slice(2 + guardrail.text.length)
  const text = line.replace(/^\s*[-*]\s+/, '')
  return (scope !== '' && text.endsWith(scope) ? text.slice(0, -scope.length) : text).trim()
}
