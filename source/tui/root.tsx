import type { SessionStore } from '../app/create-session-store.js'
import type { Differ } from '../ports/system.js'
import { App } from './app.js'
import { DifferContext } from './session/use-differ.js'
import { NowContext } from './session/use-now.js'
import { StoreContext } from './session/use-session.js'
import type { TerminalColours } from './theme/choose-theme.js'
import { ColoursContext } from './theme/use-colours.js'

type RootProps = {
  readonly store: SessionStore
  readonly differ: Differ
  /** Milliseconds since the epoch. */
  readonly now: number
  readonly colours: TerminalColours
}

/** The app with what its parts read from context: four values that never change during a session. */
export function Root({ store, differ, now, colours }: RootProps) {
  return (
    <StoreContext.Provider value={store}>
      <DifferContext.Provider value={differ}>
        <NowContext.Provider value={now}>
          <ColoursContext.Provider value={colours}>
            <App />
          </ColoursContext.Provider>
        </NowContext.Provider>
      </DifferContext.Provider>
    </StoreContext.Provider>
  )
}
