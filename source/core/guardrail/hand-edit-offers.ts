import type { SectionLine } from '../learned-rule/review-sections.js'
import type { HandEdit } from './hand-edit.js'

/** Returns what a block edited by hand would mean for the rules, and what of it cannot be taken over, as lines. */
export function handEditOffers({ reworded, removed, added }: HandEdit): readonly SectionLine[] {
  const asks = (text: string): SectionLine => ({ text, kind: 'asks' })
  return [
    ...reworded.flatMap(({ guardrail, text }): readonly SectionLine[] =>
      guardrail.layer === 'learned'
        ? [
            asks(`Reworded: ${guardrail.id.slice(0, 8)} can take this wording over.`),
            { text: guardrail.text, kind: 'removed' },
            { text, kind: 'added' },
          ]
        : [
            asks(`Reworded: ${guardrail.id} belongs to the base layer. Write your line outside the block.`),
            { text, kind: 'added' },
          ],
    ),
    ...removed.flatMap((guardrail): readonly SectionLine[] => [
      asks(
        guardrail.layer === 'learned'
          ? `Deleted: ${guardrail.id.slice(0, 8)} can be retired.`
          : `Deleted: ${guardrail.id} belongs to the base layer, which brings it back.`,
      ),
      { text: guardrail.text, kind: 'removed' },
    ]),
    ...added.flatMap((line): readonly SectionLine[] => [
      asks('Added: belongs to no rule. Move it outside the block, or it goes when the edit is dropped.'),
      { text: line, kind: 'added' },
    ]),
  ]
}
