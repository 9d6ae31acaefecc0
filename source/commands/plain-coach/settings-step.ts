import { listTargets, saveTargets } from '../../app/list-targets.js'
import type { Result } from '../../core/problem.js'
import { SESSION_MINUTES } from '../../core/settings/settings.js'
import { printable } from '../../core/text/printable.js'
import { splitCommand } from '../../core/text/split-command.js'
import { count } from '../../core/text/words.js'
import { askLine, chooseFrom, type MenuItem } from './menu.js'
import type { PlainCoach } from './plain-coach.js'
import { tell } from './tell.js'

type Step = 'session' | 'editor' | 'tests' | 'targets'

/**
 * The settings that mean something on plain lines: session length, editor, test command, assistants. Colours, signs and
 * keys belong to the screens.
 */
export async function setSettings(coach: PlainCoach): Promise<void> {
  const { tools, talk } = coach
  while (!coach.signal.aborted) {
    const preferences = await tools.personal.preferences()
    const tests = await tools.personal.testCommand(tools.workspace.root)
    const items: readonly MenuItem<Step>[] = [
      { value: 'session', label: `session length: about ${count(preferences.sessionMinutes, 'minute')}` },
      {
        value: 'editor',
        label: `editor: ${printable(preferences.editor || tools.editor.name || 'none')}`,
      },
      { value: 'tests', label: `test command of this project: ${printable(tests || 'none')}` },
      { value: 'targets', label: 'assistants: which files a sync writes' },
    ]
    talk.say('Colours, signs and keys are set on the screens, with 5.')
    const step = await chooseFrom(talk, 'Which setting', items, 'go back')
    if (step === null) return
    if (step === 'session') await setMinutes(coach)
    if (step === 'editor') await setEditor(coach)
    if (step === 'tests') await setTests(coach)
    if (step === 'targets') await setTargets(coach)
  }
}

function saved({ talk }: PlainCoach, result: Result<unknown>): void {
  if (result.ok) talk.say('Saved.')
  else tell(talk, result)
}

async function setMinutes(coach: PlainCoach): Promise<void> {
  const { tools, talk } = coach
  const items = SESSION_MINUTES.map(minutes => ({
    value: minutes,
    label: `about ${count(minutes, 'minute')}`,
  }))
  const sessionMinutes = await chooseFrom(talk, 'How long', items, 'go back')
  if (sessionMinutes === null) return
  const preferences = await tools.personal.preferences()
  saved(coach, await tools.personal.savePreferences({ ...preferences, sessionMinutes }))
}

async function setEditor(coach: PlainCoach): Promise<void> {
  const { tools, talk } = coach
  const editor = await askLine(talk, 'The command that opens a file (nothing means VISUAL or EDITOR):')
  if (splitCommand(editor) === null)
    return talk.say('A quote is left open in this command. Nothing was saved.')
  const preferences = await tools.personal.preferences()
  saved(coach, await tools.personal.savePreferences({ ...preferences, editor }))
}

async function setTests(coach: PlainCoach): Promise<void> {
  const { tools, talk } = coach
  const command = await askLine(talk, 'The command that runs the tests of this project (nothing means none):')
  if (splitCommand(command) === null)
    return talk.say('A quote is left open in this command. Nothing was saved.')
  saved(coach, await tools.personal.saveTestCommand(tools.workspace.root, command))
}

/** Marks and unmarks assistants; the config is written only when that is chosen. */
async function setTargets(coach: PlainCoach): Promise<void> {
  const { tools, talk } = coach
  const { lines, chosen: before } = await listTargets(tools)
  let chosen = before
  for (;;) {
    const items: readonly MenuItem<string | true>[] = [
      ...lines.map(({ id, name, path, isInUse }) => ({
        value: id,
        label: `${chosen.includes(id) ? 'marked: ' : ''}${name}${isInUse ? ', used here' : ''}${path === '' ? '' : `, ${path}`}`,
      })),
      { value: true, label: 'save the marked ones in .guardrail-coach/config.yml' },
    ]
    talk.say(chosen.length === 0 ? 'None is marked: a sync goes by what is used here.' : '')
    const id = await chooseFrom(talk, 'Mark or save', items, 'go back without saving')
    if (id === null) return
    if (id === true) return saved(coach, await saveTargets(tools, chosen))
    chosen = chosen.includes(id) ? chosen.filter(one => one !== id) : [...chosen, id]
  }
}
