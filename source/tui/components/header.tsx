import { Box } from 'ink'
import { clip, clipPath, columnsOf } from '../theme/measure.js'
import { Text } from './text.js'

type HeaderProps = {
  readonly title: string
  /** Facts on the right, most important first; the last are dropped when they do not fit, the first is cut. */
  readonly facts: readonly string[]
  readonly columns: number
  readonly separator: string
}

/** Part of the line that the title may always have. */
const TITLE_SHARE = 0.6
const GAP = 2

/** The first line of every screen: where one is, and what matters about it. */
export function Header({ title, facts, columns, separator }: HeaderProps) {
  const width = Math.min(columnsOf(title), Math.ceil(columns * TITLE_SHARE))
  const join = (kept: readonly string[]) => kept.filter(Boolean).join(` ${separator} `)
  let kept = facts.filter(Boolean)
  while (kept.length > 1 && columnsOf(join(kept)) + width + GAP > columns) kept = kept.slice(0, -1)
  const right = clipPath(join(kept), Math.max(0, columns - width - GAP))
  const room = columns - columnsOf(right) - (right === '' ? 0 : GAP)
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
