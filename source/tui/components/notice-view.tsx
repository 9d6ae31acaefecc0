import { Box } from 'ink'
import type { Notice } from '../../core/session/session.js'
import type { Keymap } from '../../core/settings/settings.js'
import { fillKeys } from '../keys/fill-keys.js'
import { useSession } from '../session/use-session.js'
import { wrap } from '../theme/measure.js'
import { Text } from './text.js'

/** Most lines a notice takes, so that the screen behind it stays readable. */
const MOST = 5

/** Returns a notice as lines of at most `columns`, at most five of them. */
export function noticeLines(notice: Notice | null, columns: number, keymap: Keymap): readonly string[] {
  if (!notice) return []
  if (notice.kind === 'told') return wrap(fillKeys(notice.text, keymap), columns).slice(0, MOST)
  const { message, path, untouched, nextSteps } = notice.problem
  const where = path && !message.includes(path) ? `${path}: ` : ''
  return [where + message, untouched ?? '', ...nextSteps]
    .filter(Boolean)
    .flatMap(text => wrap(text, columns))
    .slice(0, MOST)
}

/** A line or a few to the developer above the keys; the next key clears it. */
export function NoticeView({ notice, columns }: { readonly notice: Notice; readonly columns: number }) {
  const keymap = useSession(session => session.settings.keys)
  const lines = noticeLines(notice, columns, keymap)
  return (
    <Box flexDirection="column" flexShrink={0}>
      {lines.map((line, index) => (
        <Text
          key={line}
          tone={notice.kind === 'told' ? 'good' : index === 0 ? 'bad' : undefined}
          wrap="truncate"
        >
          {line}
        </Text>
      ))}
    </Box>
  )
}
