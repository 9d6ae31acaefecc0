import type { Effect } from '../core/session/effect.js'
import type { Event } from '../core/session/event.js'
import type { Session } from '../core/session/session.js'
import type { Step } from '../core/session/step.js'
import { transition } from '../core/session/transition.js'

/** The one place that holds the session; React reads it through `useSyncExternalStore`. */
export type SessionStore = {
  readonly getSnapshot: () => Session
  readonly subscribe: (listener: () => void) => () => void
  /** Changes the session at once: the next line sees the new snapshot. */
  readonly dispatch: (event: Event) => void
  /** Starts the work of the first step; before that the first frame can be drawn. */
  readonly begin: () => void
}

/** Returns a store that stands at `first` and hands every effect of a transition to `run`. */
export function createSessionStore(
  first: Step,
  run: (effect: Effect, dispatch: (event: Event) => void) => void,
): SessionStore {
  let session = first.session
  const listeners = new Set<() => void>()
  const dispatch = (event: Event) => {
    const step = transition(session, event)
    const hasChanged = step.session !== session
    session = step.session
    if (hasChanged) for (const listener of [...listeners]) listener()
    for (const effect of step.effects) run(effect, dispatch)
  }
  return {
    getSnapshot: () => session,
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    dispatch,
    begin: () => {
      for (const effect of first.effects) run(effect, dispatch)
    },
  }
}
