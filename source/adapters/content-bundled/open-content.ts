import { findWeakness } from '../../core/weakness/find-weakness.js'
import type { Content } from '../../ports/content.js'
import { loadLessons } from './load-lessons.js'
import { loadRuleContent } from './load-rule-content.js'

/** Where the content is: folders of the source tree (`lessons/`, `rules/`), or the bundle's compiled `.json` files. */
export type ContentPaths = { readonly lessons: string; readonly rules: string }

/** Opens what ships with the tool. Nothing is read before it is asked for, and each file once. */
export function openContent(paths: ContentPaths): Content {
  const lessons = once(async () => (await loadLessons(paths.lessons)).lessons)
  const rules = once(() => loadRuleContent(paths.rules))
  return {
    weaknesses: async () => (await rules()).weaknesses,
    baseGuardrails: async () => (await rules()).baseGuardrails,
    lessons,
    lesson: async slug => {
      const weakness = findWeakness((await rules()).weaknesses, slug)?.id ?? slug
      return (await lessons()).find(one => one.weakness === weakness) ?? null
    },
  }
}

function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | null = null
  return () => {
    loaded ??= load()
    return loaded
  }
}
