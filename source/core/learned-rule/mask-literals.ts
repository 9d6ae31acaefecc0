const C_LIKE =
  /\/\*[\s\S]*?(?:\*\/|$)|\/\/[^\n]*|"(?:\\[\s\S]|[^"\\\n])*(?:"|$)|'(?:\\[\s\S]|[^'\\\n])*(?:'|$)|`(?:\\[\s\S]|[^`\\])*(?:`|$)/g
const HASH_LIKE =
  /"""[\s\S]*?(?:"""|$)|'''[\s\S]*?(?:'''|$)|#[^\n]*|"(?:\\[\s\S]|[^"\\\n])*(?:"|$)|'(?:\\[\s\S]|[^'\\\n])*(?:'|$)/g

/**
 * Returns the code with the inside of strings and comments blanked out, every offset kept. Their words are free text of
 * the repository and must not be taken for names. `language` is a family such as `javascript`; Python and Ruby have `#`.
 */
export function maskLiterals(code: string, language: string): string {
  const pattern = language === 'python' || language === 'ruby' ? HASH_LIKE : C_LIKE
  return code.replace(pattern, literal => literal.replace(/[^\n]/g, ' '))
}
