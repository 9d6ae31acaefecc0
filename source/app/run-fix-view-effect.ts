import { testCommandWords } from '../core/project-tests/test-command.js'
import type { Effect } from '../core/session/effect.js'
import type { FixViewEffect } from '../core/session/fix-view.js'
import { confirmTests, declineTests, readBehind, readTests, runTests } from './project-tests.js'
import type { EffectRun } from './run-effect.js'
import { runSetEffect } from './run-set-effect.js'
import { tellResult } from './tell-result.js'

/** Does what an effect of the fix view says and emits its outcomes. */
export async function runFixViewEffect(
  effect: Extract<Effect, FixViewEffect | { type: 'edit-file' }>,
  run: EffectRun,
): Promise<void> {
  switch (effect.type) {
    case 'find-assistants':
      return run.emit({ type: 'assistants-found', assistants: await run.tools.assistants.installed() })
    case 'ask-assistant':
      return askForFix(effect, run)
    case 'edit-file':
      return editFile(effect, run)
    case 'watch-file':
      return watchFile(effect, run)
    case 'check-edit': {
      const checked = await run.verbs.verifyEdit(effect.finding, effect.before)
      return tellResult(run, checked, applied =>
        applied.trial.verified
          ? { type: 'fix-applied', applied }
          : { type: 'edit-checked', trial: applied.trial },
      )
    }
    case 'plan-set':
    case 'apply-set':
    case 'keep-set':
    case 'list-fixes':
    case 'undo-noted':
      return runSetEffect(effect, run)
    case 'look-for-tests':
      return run.emit({ type: 'tests-looked-for', tests: await readTests(run.tools) })
    case 'look-behind': {
      const { command } = effect
      const words = testCommandWords(command)
      if (!words.ok) return run.emit({ type: 'effect-failed', problem: words.problem })
      return run.emit({ type: 'behind-read', command, behind: await readBehind(run.tools, command) })
    }
    case 'run-tests':
      return testProject(effect, run)
    case 'decline-tests':
      return tellResult(run, await declineTests(run.tools), () => ({ type: 'saved' }))
  }
}

/** The assistant's edit is tried at once, so that its mark stands beside those of the other fixes. */
async function askForFix(effect: Effect & { type: 'ask-assistant' }, run: EffectRun): Promise<void> {
  const { verbs, emit, signal } = run
  const preview = await verbs.askAssistant(effect.finding, effect.assistant, {
    signal,
    onSecond: seconds => emit({ type: 'assistant-worked', seconds }),
  })
  if (!preview.ok) return emit({ type: 'effect-failed', problem: preview.problem })
  const trial = await verbs.tryFix(preview.value)
  if (!trial.ok) return emit({ type: 'effect-failed', problem: trial.problem })
  emit({ type: 'assistant-answered', preview: preview.value, trial: trial.value })
}

async function testProject({ confirm }: Effect & { type: 'run-tests' }, run: EffectRun): Promise<void> {
  const { tools, emit, signal } = run
  if (confirm) {
    const confirmed = await confirmTests(tools, confirm.command, confirm.behind)
    if (!confirmed.ok) return emit({ type: 'effect-failed', problem: confirmed.problem })
  }
  const result = await runTests(tools, {
    signal,
    onLines: lines => emit({ type: 'tests-wrote', lines }),
    onSecond: seconds => emit({ type: 'tests-worked', seconds }),
  })
  tellResult(run, result, ended => ({ type: 'tests-ended', run: ended }))
}

/** An editor with a window of its own leaves the terminal alone; each save of it is seen by the watcher. */
async function editFile({ finding }: Effect & { type: 'edit-file' }, run: EffectRun): Promise<void> {
  const { workspace, editor, personal } = run.tools
  const { editor: own } = await personal.preferences()
  const open = () => editor.open(`${workspace.root}/${finding.path}`, finding.startLine, own)
  const hasWindow = editor.hasOwnWindow(own)
  const opened = hasWindow ? await open() : await run.withTerminalFree(open)
  tellResult(run, opened, () => ({ type: hasWindow ? 'editor-started' : 'editor-closed' }))
}

async function watchFile({ path, before }: Effect & { type: 'watch-file' }, run: EffectRun): Promise<void> {
  const { watcher, hash } = run.tools
  return watcher.watch(path, hash(before), run.signal, () => run.emit({ type: 'file-saved' }))
}
