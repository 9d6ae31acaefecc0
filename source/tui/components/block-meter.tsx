import { Box } from 'ink'
import { type FileBudget, sizeWords } from '../../core/guardrail/budget-words.js'
import { clip, columnsOf } from '../theme/measure.js'
import { Meter } from './meter.js'
import { Text } from './text.js'

type BlockMeterProps = {
  readonly budget: FileBudget
  /** What has no room, or what goes next. */
  readonly next: string
  readonly columns: number
}

const BAR = 10
/** Below this the words alone are shown. */
const ROOM_FOR_BAR = 60

/** How full the block that an assistant loads is, and what drops out next. */
export function BlockMeter({ budget, next, columns }: BlockMeterProps) {
  const size = sizeWords(budget)
  const hasBar = columns >= ROOM_FOR_BAR && budget.maxTokens !== null
  const left = columns - columnsOf(size) - (hasBar ? BAR + 1 : 0) - 2
  return (
    <Box height={1} flexShrink={0}>
      {hasBar && <Meter done={budget.tokens} total={budget.maxTokens ?? 0} columns={BAR} />}
      <Text wrap="truncate">{`${hasBar ? ' ' : ''}${size}`}</Text>
      {next !== '' && left >= 12 && <Text tone="quiet" wrap="truncate">{`  ${clip(next, left)}`}</Text>}
    </Box>
  )
}
