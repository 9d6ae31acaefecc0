import { type Measure, takeColumns } from './truncate.js'

/** Returns `text` as lines of at most `columns` columns, broken at blanks; a word that is too long is cut. */
export function wrapText(text: string, columns: number, measure: Measure): readonly string[] {
  return text.split('\n').flatMap(paragraph => wrapParagraph(paragraph, Math.max(1, columns), measure))
}

function wrapParagraph(paragraph: string, columns: number, measure: Measure): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of paragraph.split(/ +/)) {
    const joined = line === '' ? word : `${line} ${word}`
    if (measure(joined) <= columns) {
      line = joined
      continue
    }
    if (line !== '') lines.push(line)
    line = word
    while (measure(line) > columns) {
      const start = takeColumns(line, columns, measure) || line.slice(0, 1)
      lines.push(start)
      line = line.slice(start.length)
    }
  }
  return [...lines, line]
}
