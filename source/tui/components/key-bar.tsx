import { Box } from 'ink'
import type { Hint } from '../keys/footer-hints.js'
import { Text } from './text.js'

/** The last line of every screen: the keys that do something here. */
export function KeyBar({ hints }: { readonly hints: readonly Hint[] }) {
  return (
    <Box height={1} flexShrink={0}>
      <Text wrap="truncate">
        {hints.map((hint, index) => (
          <Text key={`${hint.key} ${hint.label}`}>
            {index > 0 ? '  ' : ''}
            <Text isBold tone={hint.isEnabled ? 'accent' : 'quiet'}>
              {hint.key}
            </Text>
            <Text tone="quiet">{` ${hint.label}`}</Text>
          </Text>
        ))}
      </Text>
    </Box>
  )
}
