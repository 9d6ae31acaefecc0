import { createContext, useContext } from 'react'
import type { Size } from '../../core/session/session.js'

export const BodyContext = createContext<Size>({ columns: 78, rows: 18 })

/** Returns the cells between header and footer that a screen may fill. */
export function useBodySize(): Size {
  return useContext(BodyContext)
}
