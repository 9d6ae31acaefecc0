/** The four severities, mildest first; the order is the rank. */
export const SEVERITIES = ['low', 'medium', 'high', 'critical'] as const
export type Severity = (typeof SEVERITIES)[number]

/** How sure a rule is that a finding is real, least sure first. */
export const CONFIDENCES = ['low', 'medium', 'high'] as const
export type Confidence = (typeof CONFIDENCES)[number]

/** Returns the rank of a severity: 0 for low up to 3 for critical. */
export function severityRank(severity: Severity): number {
  return SEVERITIES.indexOf(severity)
}

/** Returns the rank of a confidence: 0 for low up to 2 for high. */
export function confidenceRank(confidence: Confidence): number {
  return CONFIDENCES.indexOf(confidence)
}

/** Returns whether `value` is one of the four severities. */
export function isSeverity(value: unknown): value is Severity {
  return SEVERITIES.includes(value as Severity)
}
