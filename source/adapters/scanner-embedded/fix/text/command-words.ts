import type { TextPart } from './text-part.js'

/** Characters that mean something to a shell: without a shell they would mean themselves. */
const SHELL = /[|&;<>()$`\\*?[\]#~={}!\n\r]/

/**
 * Returns the words of a command, each with its parts, as a shell would split the literal text; or null when the text
 * needs a shell. A value never splits: it is one argument, or part of one.
 */
export function splitCommand(parts: readonly TextPart[]): readonly (readonly TextPart[])[] | null {
  const words: TextPart[][] = []
  let word: TextPart[] | null = null
  let quote = ''
  const open = (): TextPart[] => {
    if (word === null) {
      word = []
      words.push(word)
    }
    return word
  }
  for (const part of parts) {
    if (part.kind === 'value') {
      open().push(part)
      continue
    }
    for (const char of part.text) {
      if (quote !== '') {
        if (char === quote) quote = ''
        else addChar(open(), char)
      } else if (char === '"' || char === "'") {
        quote = char
        open()
      } else if (char === ' ' || char === '\t') word = null
      else if (SHELL.test(char) && !(char === '=' && word !== null)) return null
      else addChar(open(), char)
    }
  }
  const [program] = words
  const hasFixedProgram = program?.every(part => part.kind === 'literal') === true
  return quote === '' && hasFixedProgram ? words : null
}

function addChar(word: TextPart[], char: string): void {
  const last = word.at(-1)
  if (last?.kind === 'literal') word[word.length - 1] = { kind: 'literal', text: last.text + char }
  else word.push({ kind: 'literal', text: char })
}
