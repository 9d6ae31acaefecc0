import type { Effect } from '../core/session/effect.js'
import type { FixViewEffect } from '../core/session/fix-view.js'
import type { EffectRun } from './run-effect.js'

/** Does what an effect of the fix view says and emits its outcomes. */
export async function runFixViewEffect(
  effect: Extract<Effect, FixViewEffect>,
  run: EffectRun,
): Promise<void> {
  switch (effect.type) {
    case 'find-assistants':
      return run.emit({ type: 'assistants-found', assistants: await run.tools.assistants.installed() })
    case 'ask-assistant':
      return askForFix(effect, run)
  }
}

/** The assistant's edit is tried at once, so that its mark stands beside those of the other fixes. */
async function askForFix(effect: Effect & { type: 'ask-assistant' }, run: EffectRun): Promise<void> {
  const { verbs, emit, signal } = run
  const preview = await verbs.askAssistant(effect.finding, effect.assistant, {
    signal,
    onSecond: seconds => emit({ type: 'assistant-worked', seconds }),
  })
  if (!preview.ok) return emit({ type: 'effect-failed', problem: preview.problem })
  const trial = await verbs.tryFix(preview.value)
  if (!trial.ok) return emit({ type: 'effect-failed', problem: trial.problem })
  emit({ type: 'assistant-answered', preview: preview.value, trial: trial.value })
}
