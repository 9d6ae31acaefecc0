import { Box } from 'ink'
import type { Session } from '../core/session/session.js'
import { Header } from './components/header.js'
import { KeyBar } from './components/key-bar.js'
import { NoticeView, noticeLines } from './components/notice-view.js'
import { Text } from './components/text.js'
import { footerHints } from './keys/footer-hints.js'
import { ScreenView } from './screen-view.js'
import { HelpScreen } from './screens/help/help-screen.js'
import { PaletteScreen } from './screens/palette/palette-screen.js'
import { headerOf } from './session/header-of.js'
import { BodyContext } from './session/use-body-size.js'
import { useSession } from './session/use-session.js'
import { chooseTheme } from './theme/choose-theme.js'
import { GLYPHS } from './theme/glyphs.js'
import { columnsOf } from './theme/measure.js'
import { THEME_TONES } from './theme/tones.js'
import { useColours } from './theme/use-colours.js'
import { TonesContext } from './theme/use-tones.js'

/** Below this a screen would be a puzzle; a plain sentence is not. Rows count the one that is left free. */
const SMALLEST = { columns: 40, rows: 9 }
/** Below this many rows the blank lines around the body are given to it. */
const ROOMY = 17

/** Everything on screen: header, one screen or the help, a notice, the keys. */
export function App() {
  const session = useSession(whole => whole)
  const { size, notice, settings } = session
  const colours = useColours()
  if (size.columns < SMALLEST.columns || size.rows < SMALLEST.rows) return <TooSmall />
  const columns = size.columns - 2
  const blank = size.rows >= ROOMY ? 1 : 0
  const told = noticeLines(notice, columns, settings.keys).length
  const rows = size.rows - 2 - 2 * blank - (told > 0 ? told + blank : 0)
  const header = headerOf(session)
  return (
    <TonesContext.Provider value={THEME_TONES[chooseTheme(settings.theme, colours)]}>
      <Box flexDirection="column" width={size.columns} height={size.rows} paddingX={1}>
        <Header title={header.title} facts={header.facts} columns={columns} separator={GLYPHS.dot} />
        <Box height={rows} marginY={blank} flexDirection="column" overflow="hidden">
          <BodyContext.Provider value={{ columns, rows }}>
            <Body session={session} />
          </BodyContext.Provider>
        </Box>
        {notice && (
          <Box marginBottom={blank} flexShrink={0}>
            <NoticeView notice={notice} columns={columns} />
          </Box>
        )}
        <KeyBar hints={footerHints(session, columns, columnsOf)} />
      </Box>
    </TonesContext.Provider>
  )
}

function Body({ session }: { readonly session: Session }) {
  if (session.overlay?.name === 'help') return <HelpScreen />
  return session.overlay ? <PaletteScreen /> : <ScreenView session={session} />
}

function TooSmall() {
  return <Text wrap="wrap">This window is too small. 40 columns and 10 rows are enough. q quits.</Text>
}
