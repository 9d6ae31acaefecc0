import type { FileChange } from '../guardrail/target.js'
import type { GitStatusLine } from '../guardrail/written-lines.js'
import type { LearnedRuleStatus } from '../learned-rule/learned-rule.js'
import type { Field } from '../text/field.js'
import type { FilePlan } from './file-plan.js'

/** Which rules the review lists. */
export const RULE_STATES = ['all', 'candidate', 'promoted', 'stale', 'retired'] as const
export type RuleState = (typeof RULE_STATES)[number] & (LearnedRuleStatus | 'all')

/** In which order the review lists rules; each ends with what the one before it decides. */
export const RULE_ORDERS = ['state', 'score', 'newest', 'weakness'] as const
export type RuleOrder = (typeof RULE_ORDERS)[number]

/** The review of learned rules: a list, the marked rule in detail, and the line being typed for it. */
export type RulesScreen = {
  readonly name: 'rules'
  readonly cursor: number
  readonly state: RuleState
  readonly order: RuleOrder
  readonly filter: string
  /** The filter being typed; null when the keys move the cursor. */
  readonly field: Field | null
  /** Whether the arrows read the detail instead of moving through the list. */
  readonly isReading: boolean
  readonly scroll: number
  readonly ask: RuleAsk | null
}

/** A line being typed for one rule: its sentence, its globs, or why it is retired. */
export type RuleAsk = {
  readonly of: 'edit' | 'scope' | 'retire'
  readonly rule: string
  readonly field: Field
}

/** The review as it opens. */
export const NEW_RULES: RulesScreen = {
  name: 'rules',
  cursor: 0,
  state: 'all',
  order: 'state',
  filter: '',
  field: null,
  isReading: false,
  scroll: 0,
  ask: null,
}

/** Two rules and what would become of them, before the yes. */
export type MergeScreen = {
  readonly name: 'merge'
  readonly rule: string
  /** The partner among those the rule could be merged with. */
  readonly cursor: number
  /** Whether the partner is the one that stays. */
  readonly isSwapped: boolean
  readonly scroll: number
}

/** Where else a learned pattern matches; a person says whether those places are mistakes before it is promoted. */
export type PlacesScreen = { readonly name: 'places'; readonly rule: string; readonly scroll: number }

/** Every file that assistants read guardrails from, as it will be, before anything is written. */
export type FilesScreen = {
  readonly name: 'files'
  readonly plan: FilePlan | null
  readonly cursor: number
  readonly scroll: number
  /** Whether the whole file is shown instead of the difference to the disk. */
  readonly isWhole: boolean
  /** What was written, once it was. */
  readonly written: Written | null
}

/** What a sync wrote, and what git says of it (null outside git). */
export type Written = {
  readonly changes: readonly FileChange[]
  readonly status: readonly GitStatusLine[] | null
}

/** The preview as it opens. */
export const NEW_FILES: FilesScreen = {
  name: 'files',
  plan: null,
  cursor: 0,
  scroll: 0,
  isWhole: false,
  written: null,
}
