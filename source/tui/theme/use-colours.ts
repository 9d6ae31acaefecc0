import { createContext, useContext } from 'react'
import type { TerminalColours } from './choose-theme.js'

export const ColoursContext = createContext<TerminalColours>({
  isOff: false,
  hasColours: true,
  background: null,
})

/** Returns what the terminal told of its colours when the session began. */
export function useColours(): TerminalColours {
  return useContext(ColoursContext)
}
