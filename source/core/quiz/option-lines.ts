/** Most lines of an option that are shown; the idea of a change fits into them. */
const MOST = 6

/**
 * Returns an option as the lines to show. An option that is a whole piece of code is shown by what it changes in the
 * question's code, each line with a plus or minus sign; a short one as it is.
 */
export function optionLines(text: string, code: string): readonly string[] {
  const lines = text.split('\n').filter(line => line.trim() !== '')
  if (lines.length <= 1) return [text.trim()]
  const known = new Set(code.split('\n').map(line => line.trim()))
  const kept = new Set(lines.map(line => line.trim()))
  const removed = code.split('\n').filter(line => line.trim() !== '' && !kept.has(line.trim()))
  const added = lines.filter(line => !known.has(line.trim()))
  const changes = [...removed.map(line => `- ${line.trim()}`), ...added.map(line => `+ ${line.trim()}`)]
  const shown = changes.length > 0 && known.size > 1 ? changes : dedent(lines)
  return shown.length <= MOST
    ? shown
    : [...shown.slice(0, MOST - 1), `… ${shown.length - MOST + 1} more lines`]
}

/** Returns code as lines without blank ones at its ends and without the blanks that all begin with. */
export function codeLines(code: string): readonly string[] {
  const lines = code.replace(/\t/g, '    ').split(/\r?\n/)
  const first = lines.findIndex(line => line.trim() !== '')
  const last = lines.findLastIndex(line => line.trim() !== '')
  return first < 0 ? [] : dedent(lines.slice(first, last + 1))
}

function dedent(lines: readonly string[]): readonly string[] {
  const indents = lines.filter(line => line.trim() !== '').map(line => line.length - line.trimStart().length)
  const indent = Math.min(...indents)
  return lines.map(line => line.slice(indent))
}
