import { indexLines } from '../../core/text/line-index.js'
import { utf16ColumnFromPoints, utf16FromUtf8 } from '../../core/text/utf8-offset.js'
import type { ForeignRegion } from './foreign-result.js'

/** Half-open range in UTF-16 offsets. */
export type Range = { readonly start: number; readonly end: number }

/**
 * Returns the range of a tool's region in `text`: no end line means one line, no end column the end of the line,
 * no start column the first character that is not a blank (SARIF 2.1.0 §3.30). Out-of-text places are clamped.
 */
export function resolveRegion(text: string, region: ForeignRegion): Range {
  if (region.unit === 'byte-offset') {
    return ordered(utf16FromUtf8(text, region.start), utf16FromUtf8(text, region.end))
  }
  if (!('startLine' in region))
    return ordered(Math.min(region.start, text.length), Math.min(region.end, text.length))
  const index = indexLines(text)
  const column = (line: number, given: number): number =>
    region.unit === 'points' ? utf16ColumnFromPoints(index.lineText(line), given) : given
  const startLine = region.startLine
  const endLine = region.endLine ?? startLine
  const firstText = index.lineText(startLine).search(/\S/) + 1
  const start = index.offsetAt(
    startLine,
    region.startColumn === null ? Math.max(1, firstText) : column(startLine, region.startColumn),
  )
  const end = index.offsetAt(
    endLine,
    region.endColumn === null ? Number.MAX_SAFE_INTEGER : column(endLine, region.endColumn),
  )
  return ordered(start, end)
}

/** Returns the lines of a region (both ends included), as far as they can be told without the text. */
export function regionLines(
  region: ForeignRegion,
  text: string,
): { readonly start: number; readonly end: number } {
  if ('startLine' in region) return { start: region.startLine, end: region.endLine ?? region.startLine }
  const range = resolveRegion(text, region)
  const index = indexLines(text)
  return { start: index.placeAt(range.start).line, end: index.placeAt(range.end).line }
}

/** Returns the region moved by a number of lines; regions given in offsets stay. */
export function shiftRegion(region: ForeignRegion, lines: number): ForeignRegion {
  if (!('startLine' in region) || lines === 0) return region
  return {
    ...region,
    startLine: region.startLine + lines,
    endLine: region.endLine === null ? null : region.endLine + lines,
  }
}

function ordered(start: number, end: number): Range {
  return { start, end: Math.max(start, end) }
}
