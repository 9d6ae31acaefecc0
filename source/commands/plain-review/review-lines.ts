import type { LearnedRule } from '../../core/learned-rule/learned-rule.js'
import { mergePartners } from '../../core/learned-rule/merge-rules.js'
import { ruleSections, type SectionLine } from '../../core/learned-rule/review-sections.js'
import { printable } from '../../core/text/printable.js'
import type { Review } from './review.js'

/** How a line stands, in words: there is no colour here, and a screen reader does not say signs. */
const WORDS: Readonly<Record<SectionLine['kind'], string>> = {
  text: '',
  code: '  ',
  added: '+ ',
  removed: '- ',
  passed: 'passed: ',
  failed: 'failed: ',
  asks: 'look: ',
  waits: 'not yet: ',
}

/** Returns a line of a section, safe to print, with how it stands in words. */
export function sectionLine({ text, kind }: SectionLine): string {
  return `${WORDS[kind]}${printable(text)}`
}

/** Returns everything a person needs to decide on a rule, a name and then its lines, one fact a line. */
export function ruleDetailLines(
  { review, places, rules }: Pick<Review, 'review' | 'places' | 'rules'>,
  rule: LearnedRule,
): readonly string[] {
  const sections = ruleSections(rule, {
    facts: review.facts[rule.id] ?? null,
    found: places[rule.id] ?? null,
    files: review.files,
    partners: mergePartners(rule, rules),
  })
  const cwe = rule.cwe.map(id => `CWE-${id}`).join(' ')
  return [
    printable(rule.text),
    printable([rule.status, rule.severity, cwe, rule.id].filter(Boolean).join(', ')),
    ...sections.flatMap(({ name, lines }) => [`${name}:`, ...lines.map(line => `  ${sectionLine(line)}`)]),
  ]
}
