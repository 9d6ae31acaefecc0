import type { Session } from '../../core/session/session.js'
import { bindingsFor } from './bindings-for.js'
import { mainKey } from './keymap.js'

/** A key and what it does, for the footer. */
export type Hint = { readonly key: string; readonly label: string; readonly isEnabled: boolean }

/**
 * Returns the hints of the keys that do something now and fit into `columns`; whole hints are dropped, the least needed
 * first. The main key stays even while it is disabled: pressing it says why.
 */
export function footerHints(
  session: Session,
  columns: number,
  measure: (text: string) => number,
): readonly Hint[] {
  const ranked = bindingsFor(session)
    .filter(binding => binding.rank !== undefined)
    .filter(
      binding => (binding.rank === 0 && !binding.yields) || (binding.disabled?.(session) ?? null) === null,
    )
    .toSorted((one, other) => (one.rank ?? 0) - (other.rank ?? 0))
    .map(binding => ({
      key: mainKey(binding, session.settings.keys),
      label: binding.labelNow?.(session) ?? binding.label,
      isEnabled: (binding.disabled?.(session) ?? null) === null,
      keep: KEEP[binding.id] ?? (binding.rank === 0 ? MAIN : (binding.rank ?? 0)),
    }))
  let shown = ranked
  while (shown.length > 1 && measure(textOf(shown)) > columns) {
    const least = shown.reduce((worst, hint) => (hint.keep > worst.keep ? hint : worst))
    shown = shown.filter(hint => hint !== least)
  }
  return shown.map(({ key, label, isEnabled }) => ({ key, label, isEnabled }))
}

/** Where the main key of a screen stands among the hints that survive longest; the lowest goes last. */
const MAIN = -3
/** Hints that survive nearly as long: how to get out, how to see the rest, how to find what has no room. */
const KEEP: Readonly<Record<string, number>> = { help: -2, quit: -2, back: -1, palette: -1 }

/** Returns the hints as the footer writes them. */
export function textOf(hints: readonly Hint[]): string {
  return hints.map(hint => `${hint.key} ${hint.label}`).join('  ')
}
