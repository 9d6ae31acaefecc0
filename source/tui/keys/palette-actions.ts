import type { Intent } from '../../core/session/event.js'
import type { ScreenName } from '../../core/session/screen.js'
import type { Session } from '../../core/session/session.js'
import { fuzzyScore } from '../../core/text/fuzzy.js'
import { BINDINGS } from './bindings/all.js'
import { GLOBAL, NAVIGATION } from './bindings/common.js'
import { type Binding, isNumbered } from './key-binding.js'
import { resolveIntent } from './resolve-intent.js'
import { SCREEN_TITLES } from './screen-titles.js'

/** One line of the palette: an action, and why it does nothing now when it does nothing. */
export type PaletteAction = {
  readonly binding: Binding
  /** What choosing it does; a disabled one says why. */
  readonly intent: Intent
  /** Why it does nothing now, null when it works. */
  readonly reason: string | null
  /** What stands beside its name: what it does, and when it does not, why or where. */
  readonly text: string
}

/** Bindings that only move a cursor come last: nobody looks for them by name. */
const MOVES = ['moved', 'jumped']

/**
 * Returns every action there is, those of the present screen first, the ones of other screens disabled with the name of
 * their screen; only those that fit what was typed, the best first.
 */
export function paletteActions(session: Session): readonly PaletteAction[] {
  const typed = session.overlay?.name === 'palette' ? session.overlay.field.text : ''
  const all = everyAction(session)
  if (typed.trim() === '') return all
  return all
    .map((action, index) => ({ action, index, score: scoreOf(typed, action) }))
    .filter(({ score }) => score !== null)
    .toSorted(
      (one, other) =>
        Number(one.action.reason !== null) - Number(other.action.reason !== null) ||
        (other.score ?? 0) - (one.score ?? 0) ||
        one.index - other.index,
    )
    .map(({ action }) => action)
}

/** A fit of the name counts more than one of the explanation, which has to hold the words as they are. */
function scoreOf(typed: string, { binding }: PaletteAction): number | null {
  const named = fuzzyScore(typed, binding.label)
  if (named !== null) return named + NAMED
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  return words.every(word => binding.help.toLowerCase().includes(word)) ? 0 : null
}

const NAMED = 100

function everyAction(session: Session): readonly PaletteAction[] {
  const { screen } = session
  const here = [...BINDINGS[screen.name], ...NAVIGATION, ...GLOBAL]
  const seen = new Set<string>()
  const once = (binding: Binding) => {
    if (seen.has(binding.id) || binding.id === 'palette' || isNumbered(binding)) return false
    seen.add(binding.id)
    return true
  }
  const own = here.filter(once).map(binding => toAction(binding, session))
  const elsewhere = Object.entries(BINDINGS).flatMap(([name, bindings]) =>
    bindings.filter(once).map(binding => toForeign(binding, name as ScreenName)),
  )
  const [moves, rest] = [own.filter(isMove), own.filter(action => !isMove(action))]
  return [...rest.toSorted(byReason), ...elsewhere, ...moves]
}

function isMove({ binding }: PaletteAction): boolean {
  return typeof binding.intent === 'object' && MOVES.includes(binding.intent.type)
}

function byReason(one: PaletteAction, other: PaletteAction): number {
  return Number(one.reason !== null) - Number(other.reason !== null)
}

function toAction(binding: Binding, session: Session): PaletteAction {
  const reason = binding.disabled?.(session) ?? null
  const text = reason === null ? binding.help : `not now: ${reason}`
  return { binding, intent: resolveIntent(binding, session), reason, text }
}

function toForeign(binding: Binding, screen: ScreenName): PaletteAction {
  const reason = `This works on the screen “${SCREEN_TITLES[screen]}”.`
  const text = `${SCREEN_TITLES[screen]}: ${binding.help}`
  return { binding, intent: { type: 'refused', reason }, reason, text }
}
