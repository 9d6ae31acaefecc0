import type { Field } from '../text/field.js'

/** How the list of findings can be sorted, in the order the key goes through them. */
export const FINDING_ORDERS = ['severity', 'confidence', 'file', 'newest'] as const
export type FindingOrder = (typeof FINDING_ORDERS)[number]

/** A list of findings: cursor on a row, an optional filter. */
export type FindingsScreen = {
  readonly name: 'findings'
  readonly cursor: number
  readonly filter: string
  /** The filter being typed; null when the keys move the cursor. */
  readonly field: Field | null
  readonly order: FindingOrder
  /** Whether findings of one rule stand together under its name. */
  readonly isGrouped: boolean
  /** Rules whose findings are folded away. */
  readonly folded: readonly string[]
}

/** The list as it opens: on the first finding, which stands below the name of its rule. */
export const FINDINGS_SCREEN: FindingsScreen = {
  name: 'findings',
  cursor: 1,
  filter: '',
  field: null,
  order: 'severity',
  isGrouped: true,
  folded: [],
}

/** When the lines of findings were committed, by fingerprint; null for a line that is not committed. */
export type FindingAges = {
  readonly dates: Readonly<Record<string, string | null>>
  /** Files looked at, and files there are. */
  readonly done: number
  readonly total: number
}
