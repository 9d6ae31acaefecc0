import type { InstalledAssistant } from '../core/fix/installed-assistant.js'
import type { Result } from '../core/problem.js'

/** What an assistant did in its copy of the project; nothing of it has reached the project. */
export type AssistantEdit = {
  /** The file's text after the run. */
  readonly text: string
  /** Other files it changed, made or removed, relative; they are dropped. */
  readonly otherFiles: readonly string[]
}

/** How a run is called off and followed. */
export type AssistantRun = {
  readonly signal?: AbortSignal
  /** Called once a second with the seconds since it was started. */
  readonly onSecond?: (seconds: number) => void
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
    run?: AssistantRun,
  ) => Promise<Result<AssistantEdit>>
}
