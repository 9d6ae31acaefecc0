import type { Finding } from '../finding/finding.js'
import type { MarkedLine } from './frame-lines.js'

/** A stretch of the data's way within one file. */
export type TracePlace = { readonly path: string; readonly marks: readonly MarkedLine[] }

/** Returns the way of the data file by file, in its order; a finding without a trace marks its own lines. */
export function tracePlaces(finding: Finding): readonly TracePlace[] {
  if (finding.trace.length === 0) return [{ path: finding.path, marks: ownLines(finding) }]
  const places: { path: string; marks: MarkedLine[] }[] = []
  for (const { path, line, label } of finding.trace) {
    const last = places.at(-1)
    if (last?.path === path) last.marks.push({ line, label })
    else places.push({ path, marks: [{ line, label }] })
  }
  return places
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
