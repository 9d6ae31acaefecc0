import { Box } from 'ink'
import { SETTING_ROWS, type SettingsScreen as Shown } from '../../../core/session/screen.js'
import { Prose } from '../../components/prose.js'
import { Text } from '../../components/text.js'
import { TextField } from '../../components/text-field.js'
import { WindowList } from '../../components/window-list.js'
import { useBodySize } from '../../session/use-body-size.js'
import { useSession } from '../../session/use-session.js'
import { cell, clip } from '../../theme/measure.js'
import { settingText } from './setting-text.js'

const NAME = 16

/** What the developer prefers, one setting a line, and what the marked one is for. */
export function SettingsScreen({ screen }: { readonly screen: Shown }) {
  const { columns } = useBodySize()
  const session = useSession(whole => whole)
  const marked = settingText(SETTING_ROWS[screen.cursor] ?? 'theme', session)
  return (
    <Box flexDirection="column">
      <WindowList
        rows={SETTING_ROWS}
        cursor={screen.cursor}
        height={SETTING_ROWS.length}
        keyOf={row => row}
        renderRow={(row, isMarked) => {
          const { name, value } = settingText(row, session)
          return (
            <>
              <Text isBold={isMarked}>{cell(name, NAME)}</Text>
              <Text tone={isMarked ? 'accent' : undefined}>{` ${clip(value, columns - NAME - 3)}`}</Text>
            </>
          )
        }}
      />
      <Box marginTop={1} flexDirection="column">
        {screen.ask && <TextField label={`${marked.name}:`} field={screen.ask.field} />}
        <Prose tone="quiet" text={marked.help} />
      </Box>
    </Box>
  )
}
