import { fillKeys } from '../keys/fill-keys.js'
import { useBodySize } from '../session/use-body-size.js'
import { useSession } from '../session/use-session.js'
import { wrap } from '../theme/measure.js'
import type { Tone } from '../theme/tones.js'
import { Text } from './text.js'

type ProseProps = {
  readonly text: string
  readonly tone?: Tone
  readonly isBold?: boolean
  /** Columns to leave free on the left. */
  readonly indent?: number
  /** Columns it may take, when that is not the whole body. */
  readonly columns?: number
}

/** Sentences, broken at blanks, with the keys they name as they are now. Ink's own wrapping keeps the blank at which it breaks, which dents every other line. */
export function Prose({ text, tone, isBold = false, indent = 0, columns }: ProseProps) {
  const body = useBodySize()
  const keymap = useSession(session => session.settings.keys)
  const lines = wrap(fillKeys(text, keymap), (columns ?? body.columns) - indent)
  return (
    <Text tone={tone} isBold={isBold} wrap="truncate">
      {lines.map(line => ' '.repeat(indent) + line).join('\n')}
    </Text>
  )
}
