import type { Effect, EffectBody } from './effect.js'
import type { Screen } from './screen.js'
import type { Lane, Session } from './session.js'

/** A session after an event, with the work that is to start. */
export type Step = { readonly session: Session; readonly effects: readonly Effect[] }

/** Returns a step that starts no work. */
export function stay(session: Session): Step {
  return { session, effects: [] }
}

/** Returns `step` with one more piece of work in a lane; what ran there before becomes stale. */
export function start(step: Step, lane: Lane, body: EffectBody): Step {
  const ticket = step.session.lastTicket + 1
  return {
    session: {
      ...step.session,
      lastTicket: ticket,
      pending: { ...step.session.pending, [lane]: ticket },
    },
    effects: [...step.effects, { ...body, lane, ticket }],
  }
}

/** Returns `step` with the work of a lane called off; its results will be ignored. */
export function cancel(step: Step, lane: Lane): Step {
  if (step.session.pending[lane] === undefined) return step
  const { [lane]: ticket = 0, ...pending } = step.session.pending
  return {
    session: { ...step.session, pending },
    effects: [...step.effects, { type: 'cancel', lane, ticket }],
  }
}

/** Returns whether work is under way in a lane. */
export function isBusy(session: Session, lane: Lane): boolean {
  return session.pending[lane] !== undefined
}

/** Returns the session on another screen, with the present one to come back to. */
export function open(session: Session, screen: Screen): Session {
  return { ...session, screen, back: [...session.back, session.screen] }
}

/** Returns the session on another screen in place of the present one; Esc skips what was replaced. */
export function replace(session: Session, screen: Screen): Session {
  return { ...session, screen }
}

/** Returns the session with a line for the developer. */
export function tell(session: Session, text: string): Session {
  return { ...session, notice: { kind: 'told', text } }
}
