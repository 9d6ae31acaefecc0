/** What a line of the frame is for the finding. */
export type LineMark = {
  readonly kind: 'source' | 'step' | 'sink' | 'between'
  /** What happens here, or empty. */
  readonly label: string
}

/** A line of a code frame; null stands for lines left out. */
export type FrameLine = { readonly number: number; readonly mark: LineMark | null } | null

/** A marked line of a file; lines start at 1. */
export type MarkedLine = { readonly line: number; readonly label: string }

/** Gaps up to this many lines are shown whole. */
const SMALL_GAP = 4

/**
 * Returns the lines to show of a file of `count` lines so that every mark is in sight with its surroundings. Marks are in
 * the order of the data flow; `context` lines are shown around each, and the lines between the first and the last of them carry the line that joins them.
 */
export function frameLines(marks: readonly MarkedLine[], count: number, context = 2): readonly FrameLine[] {
  const numbers = marks.map(mark => mark.line).filter(line => line >= 1 && line <= count)
  const first = Math.min(...numbers)
  const last = Math.max(...numbers)
  const shown = new Set<number>()
  for (const line of numbers)
    for (let near = line - context; near <= line + context; near++)
      if (near >= 1 && near <= count) shown.add(near)
  const sorted = [...shown].sort((one, other) => one - other)
  const lines: FrameLine[] = []
  let previous: number | null = null
  for (const number of sorted) {
    if (previous !== null && number - previous > SMALL_GAP) lines.push(null)
    else if (previous !== null)
      for (let skipped = previous + 1; skipped < number; skipped++)
        lines.push({ number: skipped, mark: markOf(skipped, marks, first, last) })
    lines.push({ number, mark: markOf(number, marks, first, last) })
    previous = number
  }
  return lines
}

function markOf(number: number, marks: readonly MarkedLine[], first: number, last: number): LineMark | null {
  const here = marks.filter(mark => mark.line === number)
  const sink = marks.at(-1)
  const source = marks[0]
  if (sink && here.includes(sink)) return { kind: 'sink', label: sink.label }
  if (source && here.includes(source)) return { kind: 'source', label: source.label }
  if (here[0]) return { kind: 'step', label: here[0].label }
  return number > first && number < last ? { kind: 'between', label: '' } : null
}
