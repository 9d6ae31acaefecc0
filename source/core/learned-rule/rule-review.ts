import type { Outlook } from '../guardrail/outlook.js'
import type { BaseRelation } from './base-relations.js'
import type { Remediation } from './remediation.js'

/** A place of the project that a rule's detector matches; lines start at 1. */
export type MorePlace = {
  readonly path: string
  readonly line: number
  /** The line itself, without its indent and with secrets cut; absent where only the place is known. */
  readonly code?: string
}

/** What looking through the project brought for one rule. */
export type RulePlaces = {
  /** Where its detector matches now, at most 100 places. */
  readonly places: readonly MorePlace[]
  /** How a learned pattern did on code known to be fine; null for a detector that was not learned here. */
  readonly safe: { readonly samples: number; readonly hits: number } | null
  /** Why a promoted rule has lost its ground, one plain sentence; absent while it has not. */
  readonly lost?: string
}

/** What a person needs to decide on one rule, beside the rule itself. */
export type RuleFacts = {
  readonly score: number
  /** The fixes behind it, newest first. */
  readonly fixes: readonly Remediation[]
  /** The lines of the base layer it meets. */
  readonly base: readonly BaseRelation[]
  /** The block with it: as it is for a promoted one, as it would be for others. Null when a better line says the same. */
  readonly outlook: Outlook | null
}

/** The facts of every learned rule, by id, and the project's files, on which a scope is tried. */
export type RuleReview = {
  readonly facts: Readonly<Record<string, RuleFacts>>
  readonly files: readonly string[]
}
