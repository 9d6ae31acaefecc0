import type { Lesson } from './lesson.js'

/** Pages of the OWASP Top 10:2025, as its own site names them; the key is the category without the year. */
const TOP_TEN: Readonly<Record<string, string>> = {
  A01: 'Broken_Access_Control',
  A02: 'Security_Misconfiguration',
  A03: 'Software_Supply_Chain_Failures',
  A04: 'Cryptographic_Failures',
  A05: 'Injection',
  A06: 'Insecure_Design',
  A07: 'Authentication_Failures',
  A08: 'Software_or_Data_Integrity_Failures',
  A09: 'Security_Logging_and_Alerting_Failures',
  A10: 'Mishandling_of_Exceptional_Conditions',
}

/**
 * Returns the addresses where a reader finds more: the first CWE of a lesson and its OWASP category, made from their
 * ids. Nothing is fetched. Empty for a finding that has neither.
 */
export function lessonLinks({ cwe, owasp }: Pick<Lesson, 'cwe' | 'owasp'>): readonly string[] {
  const [first] = cwe
  const category = owasp.replace(/:2025$/, '')
  const page = TOP_TEN[category]
  return [
    ...(first === undefined ? [] : [`https://cwe.mitre.org/data/definitions/${first}.html`]),
    ...(page === undefined ? [] : [`https://owasp.org/Top10/2025/${category}_2025-${page}/`]),
    ...(category.startsWith('LLM') ? ['https://genai.owasp.org/llm-top-10/'] : []),
  ]
}
