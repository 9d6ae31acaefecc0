import { Box } from 'ink'
import type { ReactNode } from 'react'
import type { Tone } from '../theme/tones.js'
import { Text } from './text.js'

type ParagraphProps = {
  readonly title?: string
  readonly tone?: Tone
  /** Leaves out the blank line after it. */
  readonly isLast?: boolean
  readonly children?: ReactNode
}

/** A block of text with a blank line after it, and a short title before it. */
export function Paragraph({ title, tone, isLast = false, children }: ParagraphProps) {
  return (
    <Box flexDirection="column" marginBottom={isLast ? 0 : 1} flexShrink={0}>
      {title !== undefined && (
        <Text isBold tone={tone ?? 'accent'}>
          {title}
        </Text>
      )}
      {children}
    </Box>
  )
}
