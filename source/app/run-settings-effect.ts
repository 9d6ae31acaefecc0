import type { Effect } from '../core/session/effect.js'
import type { OutcomeBody } from '../core/session/event.js'
import { listTargets, saveTargets } from './list-targets.js'
import type { EffectRun } from './run-effect.js'
import { tellResult } from './tell-result.js'

type SettingsEffect = Extract<
  Effect,
  { type: 'save-settings' | 'save-test-command' | 'load-targets' | 'save-targets' }
>

/** Does what an effect of the settings says and emits its outcome. */
export async function runSettingsEffect(effect: SettingsEffect, run: EffectRun): Promise<void> {
  const { tools, emit } = run
  switch (effect.type) {
    case 'save-settings': {
      const preferences = await tools.personal.preferences()
      return tellResult(
        run,
        await tools.personal.savePreferences({ ...preferences, ...effect.settings }),
        saved,
      )
    }
    case 'save-test-command':
      return tellResult(
        run,
        await tools.personal.saveTestCommand(tools.workspace.root, effect.command),
        saved,
      )
    case 'load-targets':
      return emit({ type: 'targets-loaded', ...(await listTargets(tools)) })
    case 'save-targets':
      return tellResult(run, await saveTargets(tools, effect.chosen), chosen => ({
        type: 'targets-saved',
        chosen,
      }))
  }
}

const saved = (): OutcomeBody => ({ type: 'saved' })
