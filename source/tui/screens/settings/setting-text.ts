import type { SettingRow } from '../../../core/session/screen.js'
import type { Session } from '../../../core/session/session.js'
import { count } from '../../../core/text/words.js'

/** A setting as its line tells it. */
export type SettingText = { readonly name: string; readonly value: string; readonly help: string }

const THEME_WORDS = {
  auto: 'by the terminal',
  dark: 'for a dark background',
  light: 'for a light background',
  contrast: 'high contrast',
  plain: 'no colours',
} as const

const GLYPH_WORDS = { auto: 'by the locale', unicode: 'drawn signs', ascii: 'ASCII only' } as const

/** Returns a setting's name, its present value in words and what it is for. */
export function settingText(row: SettingRow, session: Session): SettingText {
  const { settings, testCommand, systemEditor, project } = session
  switch (row) {
    case 'theme':
      return {
        name: 'Colours',
        value: THEME_WORDS[settings.theme],
        help: 'The 16 colours of your terminal. NO_COLOR in the environment goes before this.',
      }
    case 'glyphs':
      return {
        name: 'Signs',
        value: GLYPH_WORDS[settings.glyphs],
        help: 'ASCII for terminals and fonts that show boxes or question marks instead of signs.',
      }
    case 'session':
      return {
        name: 'Session length',
        value: `about ${count(settings.sessionMinutes, 'minute')}`,
        help: 'How much the home screen plans for one sitting. You can stop or go on at any time.',
      }
    case 'editor':
      return {
        name: 'Editor',
        value: settings.editor || (systemEditor === null ? 'none' : `${systemEditor}, from your environment`),
        help: 'The command that opens a file, for example: code --wait. Empty means VISUAL or EDITOR.',
      }
    case 'tests':
      return {
        name: 'Test command',
        value: testCommand || 'none',
        help: `Runs the tests of ${project.name} when you ask for it. Kept on this machine: no file of a project can set it.`,
      }
    case 'targets':
      return {
        name: 'Assistants',
        value: 'which files a sync writes',
        help: `Kept in .guardrail-coach/config.yml of ${project.name}, after you say so.`,
      }
    case 'keys': {
      const moved = Object.keys(settings.keys).length
      return {
        name: 'Keys',
        value: moved === 0 ? 'as they come' : `${count(moved, 'action')} moved`,
        help: 'Move any letter to another. Enter, Esc, the arrows and the numbers stay where they are.',
      }
    }
  }
}
