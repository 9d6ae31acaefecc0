import { Box } from 'ink'
import { Text } from './text.js'

/** A learned rule as an assistant reads it. */
export function RuleText({ text, scope }: { readonly text: string; readonly scope: readonly string[] }) {
  return (
    <Box marginLeft={2} flexShrink={0}>
      <Text>
        {text}
        {scope.length > 0 && !text.includes(scope[0] ?? '') ? (
          <Text tone="quiet">{`  (${scope.join(', ')})`}</Text>
        ) : (
          ''
        )}
      </Text>
    </Box>
  )
}
