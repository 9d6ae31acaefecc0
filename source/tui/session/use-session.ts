import { createContext, useContext, useSyncExternalStore } from 'react'
import type { SessionStore } from '../../app/create-session-store.js'
import type { Session } from '../../core/session/session.js'

export const StoreContext = createContext<SessionStore | null>(null)

/** Returns the session store. Throws outside of the provider, which is a bug. */
export function useStore(): SessionStore {
  const store = useContext(StoreContext)
  if (!store) throw new Error('useStore needs a StoreContext above it')
  return store
}

/** Returns a part of the session; the component draws again only when that part is another object or value. */
export function useSession<Part>(select: (session: Session) => Part): Part {
  const store = useStore()
  return useSyncExternalStore(store.subscribe, () => select(store.getSnapshot()))
}
