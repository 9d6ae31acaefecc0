/** What a line of the frame is for the finding. */
export type LineMark = {
  readonly kind: 'source' | 'step' | 'sink' | 'between'
  /** What happens here, or empty. */
  readonly label: string
}

/** A line of a code frame; null stands for lines left out. */
export type FrameLine = { readonly number: number; readonly mark: LineMark | null } | null

/** A marked line of a file; lines start at 1. */
export type MarkedLine = {
  readonly line: number
  readonly label: string
  /** What it is on the whole way; absent means by its place among the marks: the first is the source, the last the sink. */
  readonly kind?: 'source' | 'step' | 'sink'
}

/** How the way crosses the edges of a frame. */
export type Crossing = { readonly comes: boolean; readonly goes: boolean }

const WITHIN: Crossing = { comes: false, goes: false }

/** Gaps up to this many lines are shown whole. */
const SMALL_GAP = 4

/**
 * Returns the lines to show of a file of `count` lines so that every mark is in sight with its surroundings. Marks are in
 * the order of the data flow; `context` lines are shown around each, and the lines between the first and the last of them carry the line that joins them.
 */
export function frameLines(
  marks: readonly MarkedLine[],
  count: number,
  context = 2,
  crossing: Crossing = WITHIN,
): readonly FrameLine[] {
  const numbers = marks.map(mark => mark.line).filter(line => line >= 1 && line <= count)
  // What comes from another file enters at the top of the frame, what goes on in another leaves at its end.
  const first = crossing.comes ? 0 : Math.min(...numbers)
  const last = crossing.goes ? count + 1 : Math.max(...numbers)
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
  const kindOf = (mark: MarkedLine) =>
    mark.kind ?? (mark === marks.at(-1) ? 'sink' : mark === marks[0] ? 'source' : 'step')
  const sink = here.find(mark => kindOf(mark) === 'sink')
  if (sink) return { kind: 'sink', label: sink.label }
  const source = here.find(mark => kindOf(mark) === 'source')
  // The last mark of a frame without the sink tells where the way goes on, which is worth more than another step.
  const leaving = here.find(mark => mark === marks.at(-1))
  if (source && leaving && leaving !== source)
    return { kind: 'source', label: `${source.label}, ${leaving.label}` }
  if (source) return { kind: 'source', label: source.label }
  const step = leaving ?? here[0]
  if (step) return { kind: 'step', label: step.label }
  return number > first && number < last ? { kind: 'between', label: '' } : null
}
