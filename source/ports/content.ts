import type { Lesson } from '../core/lesson/lesson.js'
import type { Weakness } from '../core/weakness/weakness.js'

/** A line of the base layer, from `rules/base/<stack>.yml`. */
export type BaseGuardrail = {
  readonly id: string
  readonly weakness: string
  readonly text: string
  readonly scope: readonly string[]
  /** When it applies: any of these packages in a manifest, or any of these languages in the project; empty means always. */
  readonly packages: readonly string[]
  readonly languages: readonly string[]
}

/** What ships with the tool: lessons, weaknesses, base guardrails. Rules belong to the scanner. */
export type Content = {
  readonly weaknesses: () => Promise<readonly Weakness[]>
  /** Returns the lesson of a weakness (aliases included), or null. */
  readonly lesson: (weakness: string) => Promise<Lesson | null>
  readonly lessons: () => Promise<readonly Lesson[]>
  readonly baseGuardrails: () => Promise<readonly BaseGuardrail[]>
}
