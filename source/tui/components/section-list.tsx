import { Box } from 'ink'
import type { Section, SectionLine } from '../../core/learned-rule/review-sections.js'
import { GLYPHS } from '../theme/glyphs.js'
import { clip, wrap } from '../theme/measure.js'
import type { Tone } from '../theme/tones.js'
import { Text } from './text.js'

/** Columns of the longest name, with a blank behind it. */
const NAMES = 10

/** The sign before a line; colour only repeats it. */
const SIGNS: Readonly<Record<SectionLine['kind'], string>> = {
  text: '',
  code: '  ',
  added: '+ ',
  removed: '- ',
  passed: `${GLYPHS.right} `,
  failed: `${GLYPHS.wrong} `,
  asks: '! ',
  waits: `${GLYPHS.dot} `,
}

const TONES: Readonly<Partial<Record<SectionLine['kind'], Tone>>> = {
  added: 'good',
  removed: 'bad',
  passed: 'good',
  failed: 'bad',
  asks: 'warn',
  waits: 'quiet',
}

type SectionListProps = { readonly sections: readonly Section[]; readonly columns: number }

/** Names with what is told under each, wrapped in its own column; code is cut instead, it reads worse in pieces. */
export function SectionList({ sections, columns }: SectionListProps) {
  return sections.map(section => (
    <Box key={section.name} flexShrink={0}>
      <Box width={NAMES} flexShrink={0}>
        <Text tone="quiet">{section.name}</Text>
      </Box>
      <Box flexDirection="column" flexShrink={0}>
        <SectionLines lines={section.lines} columns={Math.max(12, columns - NAMES)} />
      </Box>
    </Box>
  ))
}

type SectionLinesProps = {
  readonly lines: readonly SectionLine[]
  readonly columns: number
  /** Breaks added and removed lines instead of cutting them: for prose. */
  readonly isProse?: boolean
}

/** Lines with the sign of their kind before them. */
export function SectionLines({ lines, columns, isProse = false }: SectionLinesProps) {
  return lines.map((line, index) => {
    const sign = SIGNS[line.kind]
    const room = columns - sign.length
    const isCode = !isProse && (line.kind === 'added' || line.kind === 'removed')
    const rows = isCode ? [clip(line.text, room)] : wrap(line.text, room)
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: lines of a section have no other identity
      <Text key={index} tone={TONES[line.kind]} wrap="truncate">
        {rows.map((row, at) => `${at === 0 ? sign : ' '.repeat(sign.length)}${row}`).join('\n')}
      </Text>
    )
  })
}
