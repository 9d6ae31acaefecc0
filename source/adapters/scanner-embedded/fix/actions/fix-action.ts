import type { FixContext } from '../fix-context.js'
import type { FixEdits } from '../propose-fix.js'

/** A fix that text with metavariables cannot express; null when it does not fit the place. */
export type FixAction = (context: FixContext) => FixEdits | null
