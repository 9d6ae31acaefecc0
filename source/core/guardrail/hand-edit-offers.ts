import type { SectionLine } from '../learned-rule/review-sections.js'
import type { HandEdit } from './hand-edit.js'

/**
 * Returns what a block edited by hand would mean for the rules, and what of it cannot be taken over, as lines. `isRule`
 * says whether a guardrail comes from a learned rule; base lines and exemptions cannot be reworded here.
 */
export function handEditOffers(
  { reworded, removed, added }: HandEdit,
  isRule: (id: string) => boolean,
): readonly SectionLine[] {
  const asks = (text: string): SectionLine => ({ text, kind: 'asks' })
  return [
    ...reworded.flatMap(({ guardrail, text }): readonly SectionLine[] =>
      isRule(guardrail.id)
        ? [
            asks(`Reworded: ${guardrail.id.slice(0, 8)} can take this wording over.`),
            { text: guardrail.text, kind: 'removed' },
            { text, kind: 'added' },
          ]
        : [
            asks(`Reworded: ${guardrail.id} is no learned rule. Write your line outside the block.`),
            { text, kind: 'added' },
          ],
    ),
    ...removed.flatMap((guardrail): readonly SectionLine[] => [
      asks(
        isRule(guardrail.id)
          ? `Deleted: ${guardrail.id.slice(0, 8)} can be retired.`
          : `Deleted: ${guardrail.id} is no learned rule, so it comes back.`,
      ),
      { text: guardrail.text, kind: 'removed' },
    ]),
    ...added.flatMap((line): readonly SectionLine[] => [
      asks('Added: belongs to no rule. Move it outside the block, or it goes when the edit is dropped.'),
      { text: line, kind: 'added' },
    ]),
  ]
}
