import { Box } from 'ink'
import type { ReactNode } from 'react'
import { optionLines } from '../../core/quiz/option-lines.js'
import { useBodySize } from '../session/use-body-size.js'
import { wrap } from '../theme/measure.js'
import type { Tone } from '../theme/tones.js'
import { Text } from './text.js'

type OptionViewProps = {
  /** Stands before the first line, always as wide as `lead` says. */
  readonly mark: string
  readonly text: string
  /** The question's code; a longer option is shown by what it changes in it. */
  readonly code: string
  readonly tone?: Tone | undefined
  readonly isBold: boolean
  readonly note?: ReactNode
}

/** Columns the cursor of a menu takes before an option. */
const CURSOR = 2

/** An option of a question: one line, or the lines it changes. */
export function OptionView({ mark, text, code, tone, isBold, note }: OptionViewProps) {
  const { columns } = useBodySize()
  const room = columns - mark.length - CURSOR
  const lines = optionLines(text, code).flatMap(line => wrap(line, room))
  return (
    <Box flexShrink={0}>
      <Box flexShrink={0}>
        <Text tone={tone ?? 'quiet'}>{mark}</Text>
      </Box>
      <Text tone={tone} isBold={isBold} wrap="truncate">
        {lines.join('\n')}
      </Text>
      {note}
    </Box>
  )
}
