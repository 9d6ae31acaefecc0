import type { FindingExemption } from './finding.js'

/** A function of the project that a person vouched for: values may go into it, and what it gives back is clean. Plain data. */
export type TrustedFunction = {
  /** File it stands in, relative to the root. */
  readonly path: string
  /** Its name, `Db.query` for a member of a class. */
  readonly name: string
  /** Whether the module itself is this function (`export default`, `module.exports =`). */
  readonly isDefault: boolean
  /** The one weakness it is trusted for. */
  readonly weakness: string
  /** What the findings that it silences are told with. */
  readonly exempt: FindingExemption
}
