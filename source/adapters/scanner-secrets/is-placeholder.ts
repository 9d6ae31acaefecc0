const PLACEHOLDER =
  /example|sample|hunter2|\\u[0-9a-f]{4}|^passw(?:or)?d[0-9]*$|dummy|placeholder|change[_-]?me|changeme|your[_-]|my[_-]?secret|insert|replace|redacted|todo|fixme|xxxx|0000000|1234567|abcdef|auth[_-]?token$|test[_-]?(?:key|token|secret|password)|<[^>]*>|\$\{|\{\{|%\(|\.\.\.|Eby8vdM02xNOcqFlq/i

/** Returns whether a value stands in for a secret, or comes from elsewhere, rather than being one. */
export function isPlaceholder(value: string): boolean {
  // `DB_PASSWORD_GOES_HERE` names what belongs there.
  return (
    PLACEHOLDER.test(value) ||
    /^(.)\1*$/.test(value) ||
    // `MasterKey` as well.
    /^[A-Z]?[a-z]+(?:[A-Z][a-z]+)+$/.test(value) ||
    /^(?:[a-z]+(?:[_-][a-z]+)*|[A-Z]+(?:[_-][A-Z]+)*)$/.test(value)
  )
}

/** Words of the trade, as people make passwords up for trials: `demosecret123`, `G00dp455word!`. */
const TRADE_WORD = /p[a4@][s5$]{2}(?:w[o0]rd)?|secret|admin|root|test|demo|devel|local|token/i

/** Returns whether a value is a word of the trade with a number or a sign behind it. */
export function isWeakWord(value: string): boolean {
  return (
    /p[a4@][s5$]{2}w[o0]rd/i.test(value) ||
    (TRADE_WORD.test(value) && /^[a-z_-]{1,40}[0-9]{0,5}[!@#$.]?$/i.test(value))
  )
}
