import { Box } from 'ink'
import { clip, columnsOf } from '../theme/measure.js'
import { Text } from './text.js'

type HeaderProps = {
  readonly title: string
  /** Facts on the right, most important first; the last are dropped when they do not fit. */
  readonly facts: readonly string[]
  readonly columns: number
  readonly separator: string
}

/** The first line of every screen: where one is, and what matters about it. */
export function Header({ title, facts, columns, separator }: HeaderProps) {
  const join = (kept: readonly string[]) => kept.filter(Boolean).join(` ${separator} `)
  let kept = facts
  while (kept.length > 0 && columnsOf(join(kept)) + Math.min(24, columnsOf(title)) + 2 > columns)
    kept = kept.slice(0, -1)
  const right = join(kept)
  const room = columns - columnsOf(right) - (right === '' ? 0 : 2)
  return (
    <Box justifyContent="space-between" height={1} flexShrink={0}>
      <Text isBold wrap="truncate">
        {clip(title, room)}
      </Text>
      <Text tone="quiet" wrap="truncate">
        {right}
      </Text>
    </Box>
  )
}
