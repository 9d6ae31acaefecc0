import { isEnforced } from '../core/learned-rule/gate.js'
import type { LearnedRule } from '../core/learned-rule/learned-rule.js'
import type { Remediation } from '../core/learned-rule/remediation.js'
import { printable } from '../core/text/printable.js'

/** Returns one rule as one line: id, status, fixes behind it, sentence. */
export function ruleLine(rule: LearnedRule): string {
  const fixes = `${rule.evidence.length} fix${rule.evidence.length === 1 ? '' : 'es'}`
  return `${rule.id}  ${rule.status.padEnd(9)}  ${rule.severity.padEnd(8)}  ${fixes.padEnd(8)}  ${printable(rule.text)}`
}

/** Returns everything known of a rule, with the code before and after each fix behind it. */
export function ruleLines(
  rule: LearnedRule,
  evidence: readonly Remediation[],
  places: readonly { readonly path: string; readonly line: number }[],
  score: number,
): readonly string[] {
  return [
    printable(rule.text),
    '',
    `id        ${rule.id}`,
    `status    ${rule.status}${rule.reason === '' ? '' : ` (${printable(rule.reason)})`}`,
    `about     ${printable(rule.weakness)}, ${rule.severity}${rule.cwe.length > 0 ? `, ${rule.cwe.map(id => `CWE-${id}`).join(' ')}` : ''}`,
    `applies   ${rule.scope.length === 0 ? 'everywhere' : printable(rule.scope.join(', '))}`,
    `detector  ${detectorText(rule)}`,
    `score     ${score.toFixed(2)}, from severity, fixes, who wrote the mistakes, and false positives`,
    ...(places.length === 0
      ? []
      : [
          `also in   ${places.length} more place${places.length === 1 ? '' : 's'}`,
          ...places.slice(0, 10).map(place => `          ${printable(place.path)}:${place.line}`),
        ]),
    ...evidence.flatMap(one => [
      '',
      `${one.fixedOn}  ${printable(one.path)}  fix ${printable(one.fixId)}${one.words === '' ? '' : `: ${printable(one.words)}`}`,
      ...one.before.split('\n').map(line => `- ${printable(line)}`),
      ...one.after.split('\n').map(line => `+ ${printable(line)}`),
    ]),
  ]
}

function detectorText(rule: LearnedRule): string {
  if (rule.detector.kind === 'none') return 'none: the sentence alone'
  if (isEnforced(rule)) return 'fires on the old code and is silent on the new'
  return rule.gate.firesOnBefore
    ? 'still fires on the fixed code, so it cannot be promoted with it'
    : 'does not fire on the old code, so it cannot be promoted with it'
}
