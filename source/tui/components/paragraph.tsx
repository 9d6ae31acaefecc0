import { Box } from 'ink'
import type { ReactNode } from 'react'
import type { Tone } from '../theme/tones.js'
import { Text } from './text.js'

type ParagraphProps = {
  readonly title?: string
  readonly tone?: Tone
  readonly children?: ReactNode
}

/** A block of text with a blank line after it, and a short title before it. */
export function Paragraph({ title, tone, children }: ParagraphProps) {
  return (
    <Box flexDirection="column" marginBottom={1} flexShrink={0}>
      {title !== undefined && (
        <Text isBold tone={tone ?? 'accent'}>
          {title}
        </Text>
      )}
      {children}
    </Box>
  )
}
