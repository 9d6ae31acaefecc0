import { createContext, useContext } from 'react'
import { THEME_TONES, type Tones } from './tones.js'

export const TonesContext = createContext<Tones>(THEME_TONES.either)

/** Returns how the tones look in the theme that is drawn. */
export function useTones(): Tones {
  return useContext(TonesContext)
}
