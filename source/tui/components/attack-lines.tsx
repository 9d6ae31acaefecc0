import { Box } from 'ink'
import { fillAttack } from '../../core/lesson/fill-attack.js'
import type { Lesson } from '../../core/lesson/lesson.js'
import { Prose } from './prose.js'

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
      <Prose text={attack.text} />
      {attack.lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of an example have no other identity
        <Prose key={index} tone="warn" indent={2} text={line} />
      ))}
    </Box>
  )
}
