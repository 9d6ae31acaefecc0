import { createContext, useContext } from 'react'

export const AsciiContext = createContext(false)

/** Returns whether this terminal shows ASCII only. */
export function useAscii(): boolean {
  return useContext(AsciiContext)
}
