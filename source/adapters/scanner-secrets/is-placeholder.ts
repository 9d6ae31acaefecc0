const PLACEHOLDER =
  /example|sample|dummy|placeholder|change[_-]?me|changeme|your[_-]|my[_-]?secret|insert|replace|redacted|todo|fixme|xxxx|0000000|1234567|abcdef|auth[_-]?token$|test[_-]?(?:key|token|secret|password)|<[^>]*>|\$\{|\{\{|%\(|\.\.\./i

/** Returns whether a value stands in for a secret, or comes from elsewhere, rather than being one. */
export function isPlaceholder(value: string): boolean {
  return PLACEHOLDER.test(value) || /^(.)\1*$/.test(value) || /^[a-z]+(?:[_-][a-z]+)*$/.test(value)
}
