const PLACEHOLDER =
  /example|sample|hunter2|\\u[0-9a-f]{4}|^passw(?:or)?d[0-9]*$|dummy|placeholder|change[_-]?me|changeme|your[_-]|my[_-]?secret|insert|replace|redacted|todo|fixme|xxxx|0000000|1234567|abcdef|auth[_-]?token$|test[_-]?(?:key|token|secret|password)|<[^>]*>|\$\{|\{\{|%\(|\.\.\./i

/** Returns whether a value stands in for a secret, or comes from elsewhere, rather than being one. */
export function isPlaceholder(value: string): boolean {
  // `DB_PASSWORD_GOES_HERE` names what belongs there.
  return (
    PLACEHOLDER.test(value) ||
    /^(.)\1*$/.test(value) ||
    /^(?:[a-z]+(?:[_-][a-z]+)*|[A-Z]+(?:[_-][A-Z]+)*)$/.test(value)
  )
}
