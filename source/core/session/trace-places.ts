import type { Finding } from '../finding/finding.js'
import type { MarkedLine } from './frame-lines.js'

/** A stretch of the data's way within one file. */
export type TracePlace = {
  readonly path: string
  readonly marks: readonly MarkedLine[]
  /** Whether the way comes here from another file, and goes on in another. */
  readonly comes: boolean
  readonly goes: boolean
}

/**
 * Returns the way of the data file by file, in its order: one source where it begins and one sink where it ends, all
 * between are steps. A line from which it goes to another file says to which. Without a trace the finding's own lines
 * are marked.
 */
export function tracePlaces(finding: Finding): readonly TracePlace[] {
  if (finding.trace.length === 0)
    return [{ path: finding.path, marks: ownLines(finding), comes: false, goes: false }]
  const places: { path: string; marks: MarkedLine[] }[] = []
  const end = finding.trace.length - 1
  for (const [index, { path, line, label }] of finding.trace.entries()) {
    const next = finding.trace[index + 1]
    const isLeaving = next !== undefined && next.path !== path
    const mark: MarkedLine = {
      line,
      label: isLeaving ? `goes on in ${next.path}` : label,
      kind: index === end ? 'sink' : index === 0 ? 'source' : 'step',
    }
    const last = places.at(-1)
    if (last?.path === path) last.marks.push(mark)
    else places.push({ path, marks: [mark] })
  }
  return places.map((place, index) => ({ ...place, comes: index > 0, goes: index < places.length - 1 }))
}

/** Most lines of a match that are marked; the rest is in the file. */
const MOST = 6

function ownLines(finding: Finding): readonly MarkedLine[] {
  const last = Math.min(finding.endLine, finding.startLine + MOST - 1)
  const lines: MarkedLine[] = []
  for (let line = finding.startLine; line <= last; line++)
    lines.push({ line, label: line === last ? 'here' : '' })
  return lines
}
