import { verifyNotedEdit } from '../../app/note-fix.js'
import { previewFix } from '../../app/preview-fix.js'
import { tryFix } from '../../app/try-fix.js'
import type { Finding } from '../../core/finding/finding.js'
import type { AppliedFix } from '../../core/fix/fix-preview.js'
import { stillThere } from '../../core/fix/still-there.js'
import { printable } from '../../core/text/printable.js'
import type { Toolbox } from '../../ports/toolbox.js'
import { hunkLines } from './finding-lines.js'
import type { Talk } from './menu.js'
import { tell } from './tell.js'

type Step = { readonly tools: Toolbox; readonly talk: Talk; readonly signal: AbortSignal }

/**
 * The developer edits in their own window while the file is watched: each save is checked, and Enter checks at once.
 * Returns the edit once it is verified; null when the developer stops waiting. An edit is never rolled back by itself.
 */
export async function watchOwnEdit(step: Step, finding: Finding): Promise<AppliedFix | null> {
  const { tools, talk, signal } = step
  const before = await tools.workspace.read(finding.path)
  if (!before.ok) {
    tell(talk, before)
    return null
  }
  for (const line of await patternLines(step, finding)) talk.say(line)
  talk.say(
    `Edit ${printable(finding.path)}, line ${finding.startLine}, and save it: each save is checked. Enter checks at once, q stops.`,
  )
  const watching = new AbortController()
  const onAbort = () => watching.abort()
  signal.addEventListener('abort', onAbort, { once: true })
  let wake: () => void = () => {}
  const watcher = tools.watcher.watch(finding.path, before.value.hash, watching.signal, () => wake())
  try {
    for (;;) {
      const saved = new Promise<'saved'>(resolve => {
        wake = () => resolve('saved')
      })
      const event = await Promise.race([saved, talk.lines.peek()])
      if (event !== 'saved') await talk.lines.next()
      if (event === null || event.trim().toLowerCase() === 'q') return null
      const edited = await verifyNotedEdit(tools, finding, before.value.text)
      if (!edited.ok) tell(talk, edited)
      else if (edited.value.trial.verified) return edited.value
      else talk.say(`${stillThere(edited.value.trial)} Your edit stays in the file.`)
    }
  } finally {
    watching.abort()
    signal.removeEventListener('abort', onAbort)
    await watcher
  }
}

/** One way that holds, as a diff of this very code; nothing when none of the rule's fixes does by itself. */
async function patternLines({ tools }: Step, finding: Finding): Promise<readonly string[]> {
  for (const { id, kind, title } of finding.fixes) {
    if (kind !== 'rewrite') continue
    const preview = await previewFix(tools, finding, id)
    if (!preview.ok || preview.value.holes.length > 0) continue
    const trial = await tryFix(tools, preview.value)
    if (trial.ok && trial.value.verified)
      return [`One way that holds: ${printable(title)}`, ...hunkLines(preview.value)]
  }
  return []
}
