import { Box } from 'ink'
import { columnsOf } from '../theme/measure.js'
import type { Tone } from '../theme/tones.js'
import { Prose } from './prose.js'
import { Text } from './text.js'

type FactProps = {
  readonly name: string
  readonly value: string
  /** Columns of the name. */
  readonly width: number
  /** Columns of both. */
  readonly columns: number
  readonly tone?: Tone
  readonly isBold?: boolean
}

/** A name and what stands beside it, wrapped in its own column. */
export function Fact({ name, value, width, columns, tone = 'quiet', isBold = false }: FactProps) {
  const lead = Math.max(width, columnsOf(name) + 1)
  return (
    <Box flexShrink={0}>
      <Box width={lead} flexShrink={0}>
        <Text tone={tone} isBold={isBold}>
          {name}
        </Text>
      </Box>
      <Prose text={value} columns={Math.max(10, columns - lead)} />
    </Box>
  )
}
