import type { CodeEdit } from '../generalise/edit-of-fix.js'
import type { LearnedRule } from './learned-rule.js'

/** Chosen rules of one project for another. Nothing in it names the project's files or people. */
export type RulePack = {
  readonly schemaVersion: 1
  readonly rules: readonly {
    readonly rule: LearnedRule
    /** Code before and after, on which the detector is tried again where the rule is imported. */
    readonly edits: readonly CodeEdit[]
  }[]
}
