import { Box } from 'ink'
import { fillAttack } from '../../core/lesson/fill-attack.js'
import type { Lesson } from '../../core/lesson/lesson.js'
import { Text } from './text.js'

/** What a stranger can send, and what comes of it. */
export function AttackLines({
  lesson,
  parameter,
}: {
  readonly lesson: Lesson
  readonly parameter: string | null
}) {
  const attack = fillAttack(lesson, parameter)
  return (
    <Box flexDirection="column" flexShrink={0}>
      <Text>{attack.text}</Text>
      {attack.lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of an example have no other identity
        <Text key={index} tone="warn">{`  ${line}`}</Text>
      ))}
    </Box>
  )
}
