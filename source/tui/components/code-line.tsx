import type { Span } from '../highlight/span.js'
import { Text } from './text.js'

/** One line of code, its pieces in their colours. */
export function CodeLine({ spans }: { readonly spans: readonly Span[] }) {
  return (
    <Text wrap="truncate">
      {spans.map((span, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a line have no other identity
        <Text key={index} tone={span.tone}>
          {span.text}
        </Text>
      ))}
    </Text>
  )
}
