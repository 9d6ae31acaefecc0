import type { Severity } from '../finding/severity.js'

/** A class of vulnerability, one entry of `rules/weaknesses.yml`. */
export type Weakness = {
  /** Slug, for example `sql-injection`; also the name of the lesson. */
  readonly id: string
  /** Two or three words for lists: "SQL injection". */
  readonly title: string
  readonly cwe: readonly number[]
  /** OWASP Top 10:2025 category, for example `A05:2025`; empty when none lists these CWEs. */
  readonly owasp: string
  readonly severity: Severity
  /** Other slugs that mean the same weakness. */
  readonly aliases: readonly string[]
  readonly frame: SentenceFrame
}

/** The closed template a guardrail sentence is made from (design.md §8): `NEVER {never}: {why}. Use {use}.` */
export type SentenceFrame = {
  /** The sink and shape to avoid, without the word NEVER: "build SQL from strings that hold values". */
  readonly never: string
  /** At most ten words: "values must never become SQL". */
  readonly why: string
  /** The replacement when the project's own call is not known, without the word Use. */
  readonly use: string
}
