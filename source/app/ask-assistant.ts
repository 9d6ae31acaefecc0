import type { Finding } from '../core/finding/finding.js'
import { assistantPrompt } from '../core/fix/assistant-prompt.js'
import type { FixPreview } from '../core/fix/fix-preview.js'
import { type Result, succeed } from '../core/problem.js'
import type { AssistantRunner, InstalledAssistant } from '../ports/assistant-runner.js'
import type { Toolbox } from '../ports/toolbox.js'

type Tools = Pick<Toolbox, 'workspace' | 'differ'> & { readonly assistants: AssistantRunner }

/**
 * Has an installed assistant write the fix on a copy of the project and returns it as a preview, which goes through
 * the same gate as any other fix. Writes nothing. The prompt is `assistantPrompt(finding)`; show it and ask first.
 */
export async function askAssistant(
  tools: Tools,
  finding: Finding,
  assistant: InstalledAssistant,
  signal?: AbortSignal,
): Promise<Result<FixPreview>> {
  const file = await tools.workspace.read(finding.path)
  if (!file.ok) return file
  const edit = await tools.assistants.edit(assistant, assistantPrompt(finding), finding.path, signal)
  if (!edit.ok) return edit
  const { text, otherFiles } = edit.value
  const dropped = otherFiles.length === 1 ? 'one other file' : `${otherFiles.length} other files`
  return succeed({
    finding,
    fix: { id: `assistant:${assistant.id}`, title: `Written by ${assistant.name}`, kind: 'rewrite' },
    path: finding.path,
    before: file.value.text,
    after: text,
    hash: file.value.hash,
    hunks: tools.differ(file.value.text, text),
    holes: [],
    note:
      otherFiles.length === 0
        ? `Written by ${assistant.name}.`
        : `Written by ${assistant.name}; changes to ${dropped} were left out.`,
  })
}
