import type { Guardrail, Place, Target } from './target.js'
import { isSafeGlob } from './target-parts.js'

/** A file for guardrails that hold for some globs only. */
export type ScopedPlace = {
  readonly place: Extract<Place, { carrier: 'own-file' }>
  readonly guardrails: readonly Guardrail[]
}

/**
 * Returns the path-scoped files of a target for guardrails that have no room in the always-on block: one file a scope,
 * named after it. Nothing for a target that cannot scope.
 */
export function scopedPlaces(target: Target, guardrails: readonly Guardrail[]): readonly ScopedPlace[] {
  const { scoped } = target
  if (!scoped) return []
  const groups = new Map<string, Guardrail[]>()
  for (const one of guardrails) {
    if (one.scope.length === 0 || !one.scope.every(isSafeGlob)) continue
    const key = [...one.scope].sort().join(',')
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups].sort().map(([key, group]) => {
    const { path, head } = scoped(`guardrail-coach-${nameOf(key)}`, key.split(','))
    return { place: { carrier: 'own-file', path, head }, guardrails: group }
  })
}

/** A scope as part of a file name: its letters, and a few digits that tell long or similar ones apart. */
function nameOf(key: string): string {
  const letters = key
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40)
  let sum = 7
  for (const character of key) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 46_656
  return `${letters}-${sum.toString(36).padStart(3, '0')}`
}
