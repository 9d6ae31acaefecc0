import type { Finding } from '../finding/finding.js'
import type { FixPreview, FixTrial } from '../fix/fix-preview.js'
import type { InstalledAssistant } from '../fix/installed-assistant.js'
import type { Problem } from '../problem.js'
import type { Screen } from './screen.js'

/** An assistant is to write the fix: its prompt is shown first, then it runs on a copy. */
export type AskScreen = {
  readonly name: 'ask'
  readonly assistant: InstalledAssistant
  readonly prompt: string
  readonly status: 'asking' | 'running' | 'failed'
  /** Seconds it has run. */
  readonly seconds: number
  readonly scroll: number
  readonly problem: Problem | null
}

/** Screens of the fix view beside the choice itself. */
export type FixViewScreen = AskScreen

/** Returns whether a program that the coach started is running on this screen, so that an interrupt is meant for it. */
export function runsInFront(screen: Screen): boolean {
  return screen.name === 'ask' && screen.status === 'running'
}

/** Work that the fix view asks for. */
export type FixViewEffect =
  | { readonly type: 'find-assistants' }
  | {
      readonly type: 'ask-assistant'
      readonly finding: Finding
      readonly assistant: InstalledAssistant
    }

/** What that work brought back. */
export type FixViewOutcome =
  | { readonly type: 'assistants-found'; readonly assistants: readonly InstalledAssistant[] }
  | { readonly type: 'assistant-worked'; readonly seconds: number }
  | { readonly type: 'assistant-answered'; readonly preview: FixPreview; readonly trial: FixTrial }

/** Outcomes after which the same work goes on. */
export const FIX_VIEW_PROGRESS: readonly FixViewOutcome['type'][] = ['assistant-worked']
