import type { Effect } from '../core/session/effect.js'
import type { EffectRun } from './run-effect.js'
import { tellResult } from './tell-result.js'

type SetEffect = Extract<
  Effect,
  { type: 'plan-set' | 'apply-set' | 'keep-set' | 'list-fixes' | 'undo-noted' }
>

/** Does what an effect on a set of fixes, or on fixes that were noted, says and emits its outcomes. */
export async function runSetEffect(effect: SetEffect, run: EffectRun): Promise<void> {
  const { verbs, emit, signal } = run
  switch (effect.type) {
    case 'plan-set':
      await verbs.planSet(
        effect.findings,
        effect.fixId,
        place => emit({ type: 'place-planned', place }),
        signal,
      )
      return emit({ type: 'set-planned' })
    case 'apply-set':
      await verbs.applySet(effect.previews, place => {
        const { fingerprint } = place.finding
        emit({
          type: 'place-applied',
          fingerprint,
          outcome: place.applied
            ? { state: 'fixed', applied: place.applied, note: place.note }
            : { state: 'refused', reason: place.reason },
        })
      })
      return emit({ type: 'set-applied' })
    case 'keep-set':
      return tellResult(run, await verbs.keepSet(effect.places), rules => ({ type: 'set-kept', rules }))
    case 'list-fixes':
      return emit({ type: 'fixes-listed', rows: await verbs.listUndoable() })
    case 'undo-noted': {
      const noted = await run.tools.machine.notedFixes()
      for (const id of effect.ids) {
        const fix = noted.find(one => one.id === id)
        if (!fix) continue
        const undone = await verbs.undoNoted(fix)
        const { fingerprint, path } = fix
        emit(
          undone.ok
            ? { type: 'noted-undone', id, fingerprint, path }
            : { type: 'noted-refused', id, problem: undone.problem },
        )
      }
      return emit({ type: 'notes-undone' })
    }
  }
}
