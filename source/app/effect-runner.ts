import type { Effect } from '../core/session/effect.js'
import type { Event, OutcomeBody } from '../core/session/event.js'
import { type Lane, WRITING_LANES } from '../core/session/session.js'
import type { EffectTools } from './run-effect.js'
import { runEffect } from './run-effect.js'

/** Runs effects, one at a time in each lane. */
export type EffectRunner = {
  readonly run: (effect: Effect, dispatch: (event: Event) => void) => void
  /** Resolves when nothing that writes is under way any more. */
  readonly settled: () => Promise<void>
  /** Calls off everything that only reads. */
  readonly cancelAll: () => void
}

/**
 * Returns a runner over `tools`. In a reading lane a newer effect calls off the older; in a writing lane it waits for
 * it, so two writes never overlap. Results carry their effect's ticket; an error that nobody expected becomes a problem.
 */
export function createEffectRunner(tools: EffectTools): EffectRunner {
  const running = new Map<Lane, AbortController>()
  const writing = new Map<Lane, Promise<void>>()

  const perform = async (
    effect: Exclude<Effect, { type: 'cancel' }>,
    dispatch: (event: Event) => void,
    signal: AbortSignal,
  ) => {
    const { lane, ticket } = effect
    const emit = (body: OutcomeBody) => {
      if (!signal.aborted) dispatch({ ...body, lane, ticket } as Event)
    }
    try {
      await runEffect(effect, { ...tools, signal, emit })
    } catch (error) {
      if (!signal.aborted) emit({ type: 'effect-failed', problem: unexpected(effect, error) })
    }
  }

  return {
    run: (effect, dispatch) => {
      if (effect.type === 'cancel') {
        running.get(effect.lane)?.abort()
        return
      }
      const { lane } = effect
      const controller = new AbortController()
      if (WRITING_LANES.includes(lane)) {
        const before = writing.get(lane) ?? Promise.resolve()
        writing.set(
          lane,
          before.then(() => perform(effect, dispatch, controller.signal)),
        )
        return
      }
      running.get(lane)?.abort()
      running.set(lane, controller)
      void perform(effect, dispatch, controller.signal)
    },
    settled: async () => {
      for (const lane of WRITING_LANES) await writing.get(lane)
    },
    cancelAll: () => {
      for (const controller of running.values()) controller.abort()
    },
  }
}

function unexpected(effect: Effect, error: unknown) {
  const message = error instanceof Error ? error.message : String(error)
  return {
    kind: 'bug' as const,
    message: `Something went wrong inside the coach (${effect.type}): ${message}`,
    nextSteps: ['Go on with another finding, and please report this message.'],
  }
}
