import type { Result } from '../core/problem.js'

/** An assistant's command line that is installed on this machine. */
export type InstalledAssistant = {
  /** Key of the table in `adapters/assistant-process/known-assistants.ts`. */
  readonly id: string
  /** For the screen: "Claude Code". */
  readonly name: string
}

/** What an assistant did in its copy of the project; nothing of it has reached the project. */
export type AssistantEdit = {
  /** The file's text after the run. */
  readonly text: string
  /** Other files it changed; they are dropped. */
  readonly otherFiles: readonly string[]
}

export type AssistantRunner = {
  readonly installed: () => Promise<readonly InstalledAssistant[]>
  /**
   * Runs an assistant on a temporary copy of the project and returns what it made of one file (relative path).
   * Fails when it cannot be started, takes too long, or left the file unchanged. Rejects with AbortError when cancelled.
   */
  readonly edit: (
    assistant: InstalledAssistant,
    prompt: string,
    path: string,
    signal?: AbortSignal,
  ) => Promise<Result<AssistantEdit>>
}
