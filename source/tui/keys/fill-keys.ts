import type { Keymap } from '../../core/settings/settings.js'
import { mainKey } from './keymap.js'
import { findMovable } from './movable-keys.js'

/**
 * Returns a sentence with the names of actions, `[[rules.files]]`, as the keys they are on now: a sentence that names a
 * key must not lie after it was moved. What is no action stays as it stands.
 */
export function fillKeys(text: string, keymap: Keymap): string {
  return text.replace(/\[\[([a-z.-]+)\]\]/g, (whole, id: string) => {
    const binding = findMovable(id)
    return binding ? mainKey(binding, keymap) : whole
  })
}
