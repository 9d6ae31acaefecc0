import type { ScreenName } from '../../core/session/screen.js'
import type { Keymap } from '../../core/settings/settings.js'
import { BINDINGS } from './bindings/all.js'
import { GLOBAL } from './bindings/common.js'
import { HELP_KEYS } from './bindings/help-keys.js'
import type { Binding } from './key-binding.js'
import { keyText } from './keys-text.js'
import { SCREEN_TITLES } from './screen-titles.js'

/**
 * Returns whether a key stays where it is: those with a name of their own (Enter, Esc, arrows), digits, and Ctrl+C.
 * So whatever is moved, the way out, the arrows and the numbers always work.
 */
export function isFixedKey(key: string): boolean {
  if (key === 'ctrl+c' || /^\d$/.test(key)) return true
  return key.length > 1 && [...key].length > 1 && !/^(?:ctrl|alt)\+.$/u.test(key)
}

/** Returns whether the developer may move a binding to other keys: it has one that is not fixed. */
export function isMovable(binding: Binding): boolean {
  return binding.keys.some(key => !isFixedKey(key))
}

/** Returns the keys a binding has under a keymap: its own, or its fixed ones and those it was moved to. */
export function boundKeys(binding: Binding, keymap: Keymap): readonly string[] {
  const moved = keymap[binding.id]
  if (!moved || !isMovable(binding)) return binding.keys
  const fixed = binding.keys.filter(isFixedKey)
  return isFixedKey(binding.keys[0] ?? '') ? [...fixed, ...moved] : [...moved, ...fixed]
}

/** Returns the one key of a binding that there is room for, as a person writes it ("↑↓", "Ctrl+d"). */
export function mainKey(binding: Binding, keymap: Keymap): string {
  const [first = ''] = boundKeys(binding, keymap)
  return first === binding.keys[0] && binding.shown !== undefined ? binding.shown : keyText(first)
}

/** Bindings that are in force together, under the name of their screen. */
export type KeyScope = { readonly title: string; readonly bindings: readonly Binding[] }

/** The keys of every screen as they are in force there: its own with those of everywhere. */
export const KEY_SCOPES: readonly KeyScope[] = [
  ...Object.entries(BINDINGS).map(([name, bindings]) => ({
    title: SCREEN_TITLES[name as ScreenName],
    bindings: [...bindings, ...GLOBAL],
  })),
  { title: 'Help', bindings: HELP_KEYS },
]

/**
 * Returns why `key` cannot be given to the binding `id`, or null when it can: the key is a fixed one,
 * or means something else on a screen that has this binding.
 */
export function refuseKey(
  scopes: readonly KeyScope[],
  id: string,
  key: string,
  keymap: Keymap,
): string | null {
  if (isFixedKey(key)) return `${keyText(key)} cannot be given away: it means the same everywhere.`
  for (const { title, bindings } of scopes) {
    if (!bindings.some(binding => binding.id === id)) continue
    const other = bindings.find(binding => binding.id !== id && boundKeys(binding, keymap).includes(key))
    if (other) return `${keyText(key)} is “${other.label}” already (${title}). Move that one first.`
  }
  return null
}
