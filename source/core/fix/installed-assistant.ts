/** An assistant's command line that is installed on this machine. */
export type InstalledAssistant = {
  /** Key of the table in `adapters/assistant-process/known-assistants.ts`. */
  readonly id: string
  /** For the screen: "Claude Code". */
  readonly name: string
}

/** What the ids of fixes that an assistant wrote begin with. */
const BY_ASSISTANT = 'assistant:'

/** Returns the id of the fix that an assistant writes, as it goes into the record: who made it stays told. */
export function assistantFixId(assistant: Pick<InstalledAssistant, 'id'>): string {
  return `${BY_ASSISTANT}${assistant.id}`
}

/** Returns whether an assistant wrote the fix with this id; such a fix says nothing of what the developer knows. */
export function isByAssistant(fixId: string): boolean {
  return fixId.startsWith(BY_ASSISTANT)
}
