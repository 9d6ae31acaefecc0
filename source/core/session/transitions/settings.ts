import { GLYPH_SETS, SESSION_MINUTES, type Settings, THEMES } from '../../settings/settings.js'
import { editField, fieldWith } from '../../text/field.js'
import { commandName, splitCommand } from '../../text/split-command.js'
import { moveCursor } from '../cursor.js'
import type { Intent, Outcome } from '../event.js'
import { type KeysScreen, SETTING_ROWS, type SettingRow, type SettingsScreen } from '../screen.js'
import type { Session } from '../session.js'
import { open, type Step, start, stay, tell } from '../step.js'
import { goBack } from './navigation.js'
import { targetsIntent } from './targets.js'

/** Returns the session with other settings in force; the editor's name follows its command. */
export function withSettings(session: Session, settings: Settings): Session {
  const words = splitCommand(settings.editor) ?? []
  return { ...session, settings, editor: words.length > 0 ? commandName(words) : session.systemEditor }
}

/** Returns the step for an intent on the settings and the two screens behind them. */
export function settingsIntent(session: Session, intent: Intent): Step {
  const { screen } = session
  if (screen.name === 'targets') return targetsIntent(session, screen, intent)
  if (screen.name === 'keys') return onKeys(session, screen, intent)
  if (screen.name !== 'settings') return stay(session)
  return screen.ask ? onAsk(session, screen, screen.ask, intent) : onList(session, screen, intent)
}

function onList(session: Session, screen: SettingsScreen, intent: Intent): Step {
  const row = SETTING_ROWS[screen.cursor]
  if (intent.type === 'went-back') return goBack(session)
  if (intent.type === 'accepted' && row) return change(session, screen, row)
  if (intent.type === 'default-wanted' && row) return restore(session, row)
  const cursor = moveCursor(screen.cursor, intent, SETTING_ROWS.length, session.size)
  return stay({ ...session, screen: { ...screen, cursor } })
}

function change(session: Session, screen: SettingsScreen, row: SettingRow): Step {
  const { settings } = session
  switch (row) {
    case 'theme':
      return save(session, { theme: after(THEMES, settings.theme) })
    case 'glyphs':
      return save(session, { glyphs: after(GLYPH_SETS, settings.glyphs) })
    case 'session':
      return save(session, { sessionMinutes: after<number>(SESSION_MINUTES, settings.sessionMinutes) })
    case 'editor':
      return ask(session, screen, 'editor', settings.editor)
    case 'tests':
      return ask(session, screen, 'tests', session.testCommand)
    case 'targets':
      return start(
        stay(open(session, { name: 'targets', cursor: 0, lines: null, chosen: [], saved: [] })),
        'targets',
        { type: 'load-targets' },
      )
    case 'keys':
      return stay(open(session, { name: 'keys', cursor: 0, filter: '', field: null, waiting: null }))
  }
}

function restore(session: Session, row: SettingRow): Step {
  switch (row) {
    case 'theme':
      return save(session, { theme: 'auto' })
    case 'glyphs':
      return save(session, { glyphs: 'auto' })
    case 'session':
      return save(session, { sessionMinutes: 5 })
    case 'editor':
      return save(session, { editor: '' })
    case 'tests':
      return saveTests(session, '')
    default:
      return stay(tell(session, 'Enter opens it; the defaults are there.'))
  }
}

/** The value behind this one, round again to the first; one that is none of them counts as before the first. */
function after<T>(values: readonly T[], value: T): T {
  return values[(values.indexOf(value) + 1) % values.length] ?? value
}

function save(session: Session, next: Partial<Settings>): Step {
  const settings = { ...session.settings, ...next }
  return start(stay(withSettings(session, settings)), 'keep', { type: 'save-settings', settings })
}

function saveTests(session: Session, command: string): Step {
  return start(stay({ ...session, testCommand: command }), 'keep', { type: 'save-test-command', command })
}

function ask(session: Session, screen: SettingsScreen, of: 'editor' | 'tests', text: string): Step {
  return stay({ ...session, screen: { ...screen, ask: { of, field: fieldWith(text) } } })
}

type Ask = NonNullable<SettingsScreen['ask']>

function onAsk(session: Session, screen: SettingsScreen, asked: Ask, intent: Intent): Step {
  const closed = { ...session, screen: { ...screen, ask: null } }
  if (intent.type === 'went-back') return stay(closed)
  if (intent.type === 'field-edited')
    return stay({
      ...session,
      screen: { ...screen, ask: { ...asked, field: editField(asked.field, intent.edit) } },
    })
  if (intent.type !== 'accepted') return stay(session)
  const command = asked.field.text.trim()
  if (splitCommand(command) === null)
    return stay(tell(session, 'A quote is left open in this command. Close it, or take it out.'))
  return asked.of === 'editor' ? save(closed, { editor: command }) : saveTests(closed, command)
}

function onKeys(session: Session, screen: KeysScreen, intent: Intent): Step {
  const put = (next: Partial<KeysScreen>) => stay({ ...session, screen: { ...screen, ...next } })
  switch (intent.type) {
    case 'went-back':
      if (screen.waiting !== null) return put({ waiting: null })
      if (screen.field) return put({ field: null, cursor: 0 })
      return screen.filter === '' ? goBack(session) : put({ filter: '', cursor: 0 })
    case 'filter-opened':
      return put({ field: fieldWith(screen.filter), cursor: 0 })
    case 'field-edited':
      return screen.field ? put({ field: editField(screen.field, intent.edit), cursor: 0 }) : stay(session)
    case 'accepted':
      return screen.field ? put({ field: null, filter: screen.field.text.trim() }) : stay(session)
    case 'row-marked':
      return put({ cursor: intent.row })
    case 'key-wanted':
      return put({ waiting: intent.binding })
    case 'key-moved': {
      const at = tell({ ...session, screen: { ...screen, waiting: null } }, intent.told)
      return save(at, { keys: { ...session.settings.keys, [intent.binding]: [intent.key] } })
    }
    case 'keys-reset': {
      const { [intent.binding ?? '']: _, ...others } = session.settings.keys
      return save(tell(session, intent.told), { keys: intent.binding === null ? {} : others })
    }
    default:
      return stay(session)
  }
}

/** Returns the step for what was loaded or saved for the settings, null for other outcomes. */
export function settingsOutcome(session: Session, outcome: Outcome): Step | null {
  const { screen } = session
  if (outcome.type === 'targets-loaded')
    return stay(
      screen.name === 'targets'
        ? {
            ...session,
            screen: { ...screen, lines: outcome.lines, chosen: outcome.chosen, saved: outcome.chosen },
          }
        : session,
    )
  if (outcome.type === 'targets-saved') {
    const back = screen.name === 'targets' ? goBack(session).session : session
    const told = tell(back, 'Saved in .guardrail-coach/config.yml. The files change at the next sync.')
    return start(stay({ ...told, mayRecord: true }), 'budget', { type: 'measure-budget' })
  }
  return null
}
