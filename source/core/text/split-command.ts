/**
 * Splits a command as a shell would split it, with single quotes, double quotes and backslashes, and nothing more:
 * no variables, no substitution, no pipes. Returns null when a quote is left open.
 */
export function splitCommand(command: string): readonly string[] | null {
  const words: string[] = []
  let word: string | null = null
  let quote: string | null = null
  for (let i = 0; i < command.length; i++) {
    const char = command.charAt(i)
    if (quote !== null) {
      if (char === quote) quote = null
      else if (char === '\\' && quote === '"' && /["\\]/.test(command.charAt(i + 1)))
        word = (word ?? '') + command.charAt(++i)
      else word = (word ?? '') + char
    } else if (char === '"' || char === "'") {
      quote = char
      word ??= ''
    } else if (char === '\\' && i + 1 < command.length) {
      word = (word ?? '') + command.charAt(++i)
    } else if (/\s/.test(char)) {
      if (word !== null) words.push(word)
      word = null
    } else {
      word = (word ?? '') + char
    }
  }
  if (quote !== null) return null
  return word === null ? words : [...words, word]
}

/** Returns a program's own name: without its folder and, on Windows, its ending. */
export function commandName(words: readonly string[]): string {
  return (
    (words[0] ?? '')
      .split(/[\\/]/)
      .at(-1)
      ?.replace(/\.(?:exe|cmd|bat)$/i, '') ?? ''
  )
}
