import { Box } from 'ink'
import {
  type Crossing,
  type FrameLine,
  frameLines,
  type LineMark,
  type MarkedLine,
} from '../../core/session/frame-lines.js'
import { printableSpans, type Span, sliceSpans, spansWidth } from '../highlight/span.js'
import { useHighlight } from '../highlight/use-highlight.js'
import { useBodySize } from '../session/use-body-size.js'
import { GLYPHS } from '../theme/glyphs.js'
import { columnsOf } from '../theme/measure.js'
import { CodeLine } from './code-line.js'
import { Text } from './text.js'

/** Lines around a marked one: at least these, and in a tall window one for so many rows. */
const LEAST_CONTEXT = 2
const CONTEXT_SHARE = 8

type CodeFrameProps = {
  readonly path: string
  readonly source: string
  readonly marks: readonly MarkedLine[]
  /** How the way of the data crosses the edges of this frame. */
  readonly crossing?: Crossing
  readonly columns: number
}

/** The developer's own lines with the way of the data marked beside them. */
export function CodeFrame({ path, source, marks, columns, crossing }: CodeFrameProps) {
  const lines = useHighlight(path, source)
  const { rows } = useBodySize()
  const context = Math.max(LEAST_CONTEXT, Math.floor(rows / CONTEXT_SHARE))
  const frame = frameLines(marks, lines.length, context, crossing)
  const digits = String(Math.max(...frame.map(line => line?.number ?? 0))).length
  const room = columns - digits - 4
  const shown = frame.map(line => ({ line, spans: printableSpans((line && lines[line.number - 1]) ?? []) }))
  const indent = commonIndent(shown.filter(({ line }) => line !== null).map(({ spans }) => spans))
  return (
    <Box flexDirection="column" flexShrink={0}>
      {shown.map(({ line, spans }, index) => (
        <FrameRow
          key={line?.number ?? `gap ${index}`}
          line={line}
          spans={sliceSpans(spans, indent, indent + room)}
          isCut={spansWidth(spans) - indent > room}
          digits={digits}
          room={room}
        />
      ))}
    </Box>
  )
}

type FrameRowProps = {
  readonly line: FrameLine
  readonly spans: readonly Span[]
  readonly isCut: boolean
  readonly digits: number
  readonly room: number
}

function FrameRow({ line, spans, isCut, digits, room }: FrameRowProps) {
  if (!line) return <Text tone="quiet">{`  ${' '.repeat(digits - 1)}${GLYPHS.gap}`}</Text>
  const label = line.mark?.label ? `${GLYPHS.from} ${line.mark.label}` : ''
  const width = spansWidth(spans)
  const fits = label !== '' && width + 2 + columnsOf(label) <= room
  return (
    <Box flexDirection="column" flexShrink={0}>
      <Box height={1}>
        <Text tone={toneOfMark(line.mark)} isBold={line.mark !== null}>
          {`${glyphOf(line.mark)} `}
        </Text>
        <Text tone="quiet">{`${String(line.number).padStart(digits)}  `}</Text>
        <CodeLine
          spans={
            isCut ? [...sliceSpans(spans, 0, room - 1), { text: GLYPHS.ellipsis, tone: 'quiet' }] : spans
          }
        />
        {fits && <Text tone={toneOfMark(line.mark)}>{`  ${label}`}</Text>}
      </Box>
      {label !== '' && !fits && (
        <Text tone={toneOfMark(line.mark)} wrap="truncate">
          {`${line.mark?.kind === 'sink' ? ' ' : GLYPHS.step} ${' '.repeat(digits)}  ${label}`}
        </Text>
      )}
    </Box>
  )
}

function glyphOf(mark: LineMark | null): string {
  if (!mark) return ' '
  if (mark.kind === 'source') return GLYPHS.source
  return mark.kind === 'sink' ? GLYPHS.sink : GLYPHS.step
}

function toneOfMark(mark: LineMark | null) {
  if (!mark) return undefined
  return mark.kind === 'sink' ? 'bad' : 'warn'
}

/** Returns how many columns of blanks all lines begin with; they are not worth their room. */
function commonIndent(lines: readonly (readonly Span[])[]): number {
  const indents = lines
    .map(spans => spans.map(span => span.text).join(''))
    .filter(text => text.trim() !== '')
    .map(text => text.length - text.trimStart().length)
  return indents.length > 0 ? Math.min(...indents) : 0
}
