import type { Hole } from '../fix/fix.js'
import type { AppliedFix } from '../fix/fix-preview.js'
import type { LearnedRule } from '../learned-rule/learned-rule.js'
import type { Problem } from '../problem.js'
import type { Field } from '../text/field.js'
import type { FindingsScreen } from './findings-screen.js'
import type { FixViewScreen } from './fix-view.js'
import type { QuizScreen } from './quiz-screen.js'
import type { FilesScreen, MergeScreen, PlacesScreen, RulesScreen } from './rules-screen.js'

/** The tabs that a number key opens from the home screen. */
export const TABS = ['home', 'findings', 'rules', 'quiz', 'progress', 'settings'] as const
export type Tab = (typeof TABS)[number]

/** Choosing a fix; `hole` is the question the developer is answering for a fix that needs an answer. */
export type FixScreen = {
  readonly name: 'fix'
  readonly cursor: number
  readonly scroll: number
  readonly isSideBySide: boolean
  readonly hole: {
    readonly fixId: string
    readonly hole: Hole
    readonly field: Field
    readonly filled: Readonly<Record<string, string>>
  } | null
}

/** A fix being written and checked; on failure `problem` tells what was restored. */
export type VerifyScreen = {
  readonly name: 'verify'
  readonly title: string
  readonly status: 'applying' | 'failed'
  readonly problem: Problem | null
}

/** The learned rule as it would read. `text` is null until the developer changed the sentence. */
export type RememberScreen = {
  readonly name: 'remember'
  readonly applied: AppliedFix
  readonly draft: LearnedRule | null
  readonly isNew: boolean
  readonly words: string
  readonly text: string | null
  readonly scroll: number
  readonly field: { readonly of: 'words' | 'text'; readonly field: Field } | null
  readonly problem: Problem | null
}

/** "Not a problem here": what kind, then why. */
export type ExemptScreen = {
  readonly name: 'exempt'
  readonly cursor: number
  readonly kind: 'false-positive' | 'accepted-risk' | null
  readonly field: Field
}

/** What can be set, one a line. The last two open a screen of their own. */
export const SETTING_ROWS = ['theme', 'glyphs', 'session', 'editor', 'tests', 'targets', 'keys'] as const
export type SettingRow = (typeof SETTING_ROWS)[number]

/** The settings; `ask` is the line being typed for the marked one. */
export type SettingsScreen = {
  readonly name: 'settings'
  readonly cursor: number
  readonly ask: { readonly of: 'editor' | 'tests'; readonly field: Field } | null
}

/** An assistant whose file a sync can write. */
export type TargetLine = {
  readonly id: string
  readonly name: string
  /** The file that would be written, empty when there is no place for it now. */
  readonly path: string
  /** Whether files of the project say that it is used here. */
  readonly isInUse: boolean
  /** Whether a sync would write it when none is marked. */
  readonly isProposed: boolean
}

/** Which assistants' files a sync writes. `chosen` is empty when the coach goes by what is in use. */
export type TargetsScreen = {
  readonly name: 'targets'
  readonly cursor: number
  readonly lines: readonly TargetLine[] | null
  readonly chosen: readonly string[]
  /** As the config has it. */
  readonly saved: readonly string[]
}

/** The keys that can be moved; `waiting` is the binding that takes the next key. */
export type KeysScreen = {
  readonly name: 'keys'
  readonly cursor: number
  readonly filter: string
  readonly field: Field | null
  readonly waiting: string | null
}

/** One variant a screen, each with exactly what that screen needs beside the session. */
export type Screen =
  | { readonly name: 'welcome' }
  | { readonly name: 'scanning' }
  | { readonly name: 'home'; readonly cursor: number }
  | FindingsScreen
  | { readonly name: 'see'; readonly scroll: number }
  | { readonly name: 'learn'; readonly scroll: number }
  | {
      readonly name: 'check'
      readonly cursor: number
      readonly picked: number | null
      readonly scroll: number
    }
  | FixScreen
  | VerifyScreen
  | FixViewScreen
  | RememberScreen
  | ExemptScreen
  | RulesScreen
  | MergeScreen
  | PlacesScreen
  | FilesScreen
  | QuizScreen
  | { readonly name: 'progress'; readonly scroll: number }
  | SettingsScreen
  | TargetsScreen
  | KeysScreen

export type ScreenName = Screen['name']
