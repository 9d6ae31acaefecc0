import { Box } from 'ink'
import type { Hunk, HunkLine } from '../../core/fix/hunk.js'
import { dedentHunks, mapLines, pairLines } from '../../core/fix/hunk-lines.js'
import { GLYPHS } from '../theme/glyphs.js'
import { cell, clip, codeText, wrap } from '../theme/measure.js'
import type { Tone } from '../theme/tones.js'
import { Text } from './text.js'

const SIGNS = { same: ' ', added: '+', removed: '-' } as const
const LINE_TONES: Readonly<Record<HunkLine['kind'], Tone | undefined>> = {
  same: undefined,
  added: 'good',
  removed: 'bad',
}

type DiffViewProps = {
  readonly hunks: readonly Hunk[]
  readonly columns: number
  readonly isSideBySide?: boolean
  /** Shows long lines whole, on several rows, instead of cutting them: for prose that is about to be written. */
  readonly isWhole?: boolean
}

/** A change to a file, with a sign beside each line that colour only repeats. */
export function DiffView({ hunks, columns, isSideBySide = false, isWhole = false }: DiffViewProps) {
  const printed = mapLines(hunks, line => ({ ...line, text: codeText(line.text) }))
  const shown = isWhole ? printed : dedentHunks(printed)
  return (
    <Box flexDirection="column" flexShrink={0}>
      {shown.map((hunk, index) => (
        <Box key={`${hunk.beforeStart} ${hunk.afterStart}`} flexDirection="column" flexShrink={0}>
          {index > 0 && <Text tone="quiet">{GLYPHS.gap}</Text>}
          {isSideBySide ? (
            <Pairs hunk={hunk} columns={columns} />
          ) : (
            <Lines lines={hunk.lines} columns={columns} isWhole={isWhole} />
          )}
        </Box>
      ))}
    </Box>
  )
}

type LinesProps = Required<Pick<DiffViewProps, 'columns' | 'isWhole'>> & {
  readonly lines: readonly HunkLine[]
}

function Lines({ lines, columns, isWhole }: LinesProps) {
  return lines.map((line, index) => {
    const rows = isWhole ? wrap(line.text, columns - 2) : [clip(line.text, columns - 2)]
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: lines of a hunk have no other identity
      <Text key={index} tone={LINE_TONES[line.kind]} wrap="truncate">
        {rows.map((row, at) => `${at === 0 ? SIGNS[line.kind] : ' '} ${row}`).join('\n')}
      </Text>
    )
  })
}

function Pairs({ hunk, columns }: { readonly hunk: Hunk; readonly columns: number }) {
  const half = Math.floor((columns - 3) / 2)
  return pairLines(hunk.lines).map(({ left, right }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: pairs of a hunk have no other identity
    <Box key={index} height={1}>
      <Text tone={left ? LINE_TONES[left.kind] : undefined}>{side(left, half)}</Text>
      <Text tone="quiet">{'   '}</Text>
      <Text tone={right ? LINE_TONES[right.kind] : undefined}>{side(right, half)}</Text>
    </Box>
  ))
}

function side(line: HunkLine | null, columns: number): string {
  return cell(line ? `${SIGNS[line.kind]} ${line.text}` : '', columns)
}
