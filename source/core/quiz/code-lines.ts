import type { AskedQuestion } from './quiz-session.js'

/** A line of a question's code; `option` is the position it is answered by, starting at 0, or null. */
export type CodeLine = { readonly text: string; readonly option: number | null }

/**
 * Returns the code of a question line by line. In `spot-the-line` the lines that can be chosen carry their position;
 * an option that the code does not hold stands at the end.
 */
export function codeLines(asked: AskedQuestion): readonly CodeLine[] {
  const { code, format } = asked.item.question
  const lines = code === '' ? [] : code.replace(/\n+$/, '').split('\n')
  if (format !== 'spot-the-line') return lines.map(text => ({ text, option: null }))
  const left = new Map(asked.options.map((option, index) => [index, option.text.trim()]))
  const numbered = lines.map((text): CodeLine => {
    const option = [...left].find(([, line]) => line === text.trim())?.[0] ?? null
    if (option !== null) left.delete(option)
    return { text, option }
  })
  return [...numbered, ...[...left].map(([option, text]) => ({ text, option }))]
}
