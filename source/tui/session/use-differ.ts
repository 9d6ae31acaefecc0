import { createContext, useContext } from 'react'
import type { Differ } from '../../ports/system.js'

export const DifferContext = createContext<Differ>(() => [])

/** Returns the project's differ, with its last result kept: the same two texts are not compared at every key. */
export function useDiffer(): Differ {
  return useContext(DifferContext)
}
