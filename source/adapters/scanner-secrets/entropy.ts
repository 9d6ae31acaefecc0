/** Returns the Shannon entropy of a text in bits per character (C. E. Shannon 1948); 0 for the empty text. */
export function entropyOf(text: string): number {
  const counts = new Map<string, number>()
  for (const letter of text) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  const total = [...text].length
  let bits = 0
  for (const count of counts.values()) bits -= (count / total) * Math.log2(count / total)
  return bits
}

const PLACEHOLDER =
  /example|sample|dummy|placeholder|change[_-]?me|changeme|your[_-]|my[_-]?secret|insert|replace|redacted|todo|fixme|xxxx|0000000|1234567|abcdef|auth[_-]?token$|test[_-]?(?:key|token|secret|password)|<[^>]*>|\$\{|\{\{|%\(|\.\.\./i

/** Returns whether a value stands in for a secret, or comes from elsewhere, rather than being one. */
export function isPlaceholder(value: string): boolean {
  return PLACEHOLDER.test(value) || /^(.)\1*$/.test(value) || /^[a-z]+(?:[_-][a-z]+)*$/.test(value)
}
