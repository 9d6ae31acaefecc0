import { Box } from 'ink'
import type { Field } from '../../core/text/field.js'
import { graphemes } from '../../core/text/graphemes.js'
import { Text } from './text.js'

/** A line being typed, with the cursor in it. */
export function TextField({ label, field }: { readonly label: string; readonly field: Field }) {
  const before = field.text.slice(0, field.cursor)
  const [under = ' ', ...rest] = graphemes(field.text.slice(field.cursor))
  return (
    <Box flexShrink={0}>
      <Text>
        <Text isBold>{label === '' ? '' : `${label} `}</Text>
        {before}
        <Text isInverse>{under}</Text>
        {rest.join('')}
      </Text>
    </Box>
  )
}
