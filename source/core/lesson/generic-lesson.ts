import type { Finding } from '../finding/finding.js'
import { CWE_FACTS } from '../weakness/cwe-facts.js'
import type { Lesson } from './lesson.js'

/**
 * Returns a short lesson for a finding whose weakness has none of its own (findings of other scanners): what its CWE
 * is about where we know it, else what the scanner said. It has no samples and no questions.
 */
export function genericLesson(finding: Finding): Lesson {
  const known = finding.cwe.map(id => CWE_FACTS[id]).find(fact => fact !== undefined)
  const id = finding.cwe[0]
  return {
    weakness: finding.weakness,
    title: known?.name ?? finding.title,
    cwe: finding.cwe,
    owasp: finding.owasp,
    seconds: 30,
    what:
      known?.what ??
      `${finding.message} This is what the scanner says; guardrail-coach has no lesson of its own for it.`,
    attack: { text: 'What an attacker gains depends on where this line can be reached from.', lines: [] },
    why: known?.advice ?? 'A fix is right when the cause is gone, not only the message.',
    notEnough:
      id === undefined
        ? 'Silencing the scanner leaves the code as it was.'
        : `Silencing the scanner leaves the code as it was. CWE-${id} describes the whole class.`,
    samples: [],
    questions: [],
  }
}
