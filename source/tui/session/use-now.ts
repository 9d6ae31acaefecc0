import { createContext, useContext } from 'react'

/** Milliseconds since the epoch at the start of the session; a screen does not read the clock. */
export const NowContext = createContext(0)

/** Returns when the session began, in milliseconds since the epoch. */
export function useNow(): number {
  return useContext(NowContext)
}
