/**
 * Returns the text whose SHA-256 is a finding's fingerprint (engine.md §7): rule id, path, the matched text with
 * blanks normalised, and which of several equal matches in the file it is. Moved lines do not change it.
 */
export function fingerprintInput(ruleId: string, path: string, matched: string, occurrence: number): string {
  return JSON.stringify([ruleId, path, matched.replace(/\s+/g, ' ').trim(), occurrence])
}
