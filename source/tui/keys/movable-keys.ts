import type { Session } from '../../core/session/session.js'
import { GLOBAL } from './bindings/common.js'
import type { Binding } from './key-binding.js'
import { isMovable, KEY_SCOPES } from './keymap.js'

/** A binding that can be moved, and the screens it works on. */
export type MovableKey = { readonly binding: Binding; readonly places: readonly string[] }

const EVERYWHERE = new Set(GLOBAL.map(binding => binding.id))
const ALL = collect()

function collect(): readonly MovableKey[] {
  const found = new Map<string, { readonly binding: Binding; readonly places: string[] }>()
  for (const { title, bindings } of KEY_SCOPES)
    for (const binding of bindings.filter(isMovable)) {
      const known = found.get(binding.id) ?? { binding, places: [] }
      known.places.push(title)
      found.set(binding.id, known)
    }
  return [...found.values()].map(({ binding, places }) => ({
    binding,
    places: EVERYWHERE.has(binding.id) ? ['everywhere'] : places,
  }))
}

/** Returns the binding of an id that can be moved, or null. */
export function findMovable(id: string): Binding | null {
  return ALL.find(one => one.binding.id === id)?.binding ?? null
}

/** Returns the bindings that can be moved, those that hold the words looked for on the screen of keys. */
export function movableKeys({ screen }: Pick<Session, 'screen'>): readonly MovableKey[] {
  const filter = screen.name === 'keys' ? (screen.field?.text ?? screen.filter) : ''
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean)
  return ALL.filter(({ binding, places }) => {
    const text = `${binding.label} ${binding.help} ${places.join(' ')}`.toLowerCase()
    return words.every(word => text.includes(word))
  })
}
