import type { Finding } from '../core/finding/finding.js'
import { assistantPrompt } from '../core/fix/assistant-prompt.js'
import type { FixPreview } from '../core/fix/fix-preview.js'
import { assistantFixId, type InstalledAssistant } from '../core/fix/installed-assistant.js'
import { fail, type Result, succeed } from '../core/problem.js'
import { findHiddenCharacters } from '../core/text/find-hidden-characters.js'
import { count } from '../core/text/words.js'
import type { AssistantRun } from '../ports/assistant-runner.js'
import type { Toolbox } from '../ports/toolbox.js'

type Tools = Pick<Toolbox, 'workspace' | 'differ' | 'assistants'>

/**
 * Has an installed assistant write the fix on a copy of the project and returns it as a preview, which goes through
 * the same gate as any other fix. Writes nothing. The prompt is `assistantPrompt(finding)`; show it and ask first.
 */
export async function askAssistant(
  tools: Tools,
  finding: Finding,
  assistant: InstalledAssistant,
  run: AssistantRun = {},
): Promise<Result<FixPreview>> {
  const file = await tools.workspace.read(finding.path)
  if (!file.ok) return file
  const edit = await tools.assistants.edit(assistant, assistantPrompt(finding), finding.path, run)
  if (!edit.ok) return edit
  const { text, otherFiles } = edit.value
  if (hiddenIn(text) > hiddenIn(file.value.text)) return refuse(finding, assistant)
  return succeed({
    finding,
    fix: { id: assistantFixId(assistant), title: `Written by ${assistant.name}`, kind: 'rewrite' },
    path: finding.path,
    before: file.value.text,
    after: text,
    hash: file.value.hash,
    hunks: tools.differ(file.value.text, text),
    holes: [],
    note: `Written by ${assistant.name}.${leftOut(otherFiles)}`,
  })
}

/** Names shown of what was left out; the rest is counted. */
const NAMED = 3

function leftOut(otherFiles: readonly string[]): string {
  if (otherFiles.length === 0) return ''
  const more = otherFiles.length - NAMED
  const names = otherFiles.slice(0, NAMED).join(', ')
  return ` Its changes to ${names}${more > 0 ? ` and ${count(more, 'more file')}` : ''} were left out.`
}

/** Control characters other than tab and line ends: they have no place in source that a person is to read. */
const CONTROL = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/g

function hiddenIn(text: string): number {
  return findHiddenCharacters(text).length + (text.match(CONTROL)?.length ?? 0)
}

function refuse({ path }: Finding, { name }: InstalledAssistant) {
  return fail({
    kind: 'user-can-act',
    message: `${name} wrote characters that a reader does not see, so its edit was dropped.`,
    path,
    untouched: 'The project was not touched; the assistant worked on a copy.',
    nextSteps: ['Choose another fix, or edit the file yourself.'],
  })
}
