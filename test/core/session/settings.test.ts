import { describe, expect, test } from 'vitest'
import { SETTING_ROWS, type SettingRow } from '../../../source/core/session/screen.js'
import { DEFAULT_SETTINGS, THEMES } from '../../../source/core/settings/settings.js'
import { SessionRun } from '../../support/session.js'

function at(row: SettingRow, start: ConstructorParameters<typeof SessionRun>[0] = {}): SessionRun {
  const run = new SessionRun(start).scanned([]).send({ type: 'tab-opened', tab: 'settings' })
  return run.down(SETTING_ROWS.indexOf(row))
}

const saved = (run: SessionRun) => run.effects.filter(effect => effect.type === 'save-settings').at(-1)

describe('the settings', () => {
  test('a theme is in force at once and saved; after the last comes the first', () => {
    const run = at('theme')
    for (const theme of [...THEMES.slice(1), THEMES[0]]) {
      run.press('accepted')
      expect(run.session.settings.theme).toBe(theme)
      expect(saved(run)).toMatchObject({ settings: { theme } })
    }
  })

  test('a length that is none of ours goes on with the first', () => {
    const run = at('session')
    run.session = { ...run.session, settings: { ...DEFAULT_SETTINGS, sessionMinutes: 7 } }
    expect(run.press('accepted').session.settings.sessionMinutes).toBe(2)
  })

  test('the editor that was set is the one that opens, and emptied it is that of the environment', () => {
    const run = at('editor').press('accepted').type('code --wait').press('accepted')
    expect(run.session).toMatchObject({ editor: 'code', settings: { editor: 'code --wait' } })
    expect(run.press('default-wanted').session).toMatchObject({ editor: 'vim', settings: { editor: '' } })
  })

  test('a command with an open quote is refused, and Esc changes nothing', () => {
    const run = at('editor').press('accepted').type('code "x').press('accepted')
    expect(run.session.notice).toMatchObject({ text: expect.stringContaining('quote') })
    expect(run.press('went-back').session.settings.editor).toBe('')
    expect(saved(run)).toBeUndefined()
  })

  test('the test command is saved for this project alone and never as a setting', () => {
    const run = at('tests').press('accepted').type(' npm test ').press('accepted')
    expect(run.session.testCommand).toBe('npm test')
    expect(run.effects.at(-1)).toMatchObject({ type: 'save-test-command', command: 'npm test' })
    expect(saved(run)).toBeUndefined()
  })
})

describe('the assistants to write for', () => {
  const open = () =>
    at('targets')
      .press('accepted')
      .settle('targets', {
        type: 'targets-loaded',
        lines: [
          { id: 'claude-code', name: 'Claude Code', path: 'CLAUDE.md', isInUse: true, isProposed: true },
          { id: 'cursor', name: 'Cursor', path: '.cursor/rules', isInUse: false, isProposed: false },
        ],
        chosen: ['cursor'],
      })

  test('are saved only with Enter', () => {
    const run = open().press('target-switched')
    expect(run.session.screen).toMatchObject({ chosen: ['cursor', 'claude-code'] })
    expect(run.press('went-back').effects.map(effect => effect.type)).not.toContain('save-targets')
    const other = open().press('target-switched', 'accepted')
    expect(other.effects.at(-1)).toMatchObject({
      type: 'save-targets',
      lane: 'write',
      chosen: ['cursor', 'claude-code'],
    })
    other.settle('write', { type: 'targets-saved', chosen: ['cursor', 'claude-code'] })
    expect(other.session).toMatchObject({ screen: { name: 'settings' }, mayRecord: true })
  })

  test('without a mark the coach goes by use', () => {
    expect(open().press('default-wanted').session.screen).toMatchObject({ chosen: [], saved: ['cursor'] })
  })
})

describe('a key', () => {
  const keys = () => at('keys').press('accepted')

  test('is moved, kept, and given back', () => {
    const run = keys().send({ type: 'key-wanted', binding: 'filter' })
    run.send({ type: 'key-moved', binding: 'filter', key: 'z', told: 'Moved to z.' })
    expect(run.session).toMatchObject({
      settings: { keys: { filter: ['z'] } },
      screen: { waiting: null },
      notice: { text: 'Moved to z.' },
    })
    expect(saved(run)).toMatchObject({ settings: { keys: { filter: ['z'] } } })
    run.send({ type: 'keys-reset', binding: 'filter', told: 'Back.' })
    expect(run.session.settings.keys).toEqual({})
  })

  test('Esc while a key is awaited leaves everything as it was', () => {
    const run = keys().send({ type: 'key-wanted', binding: 'filter' }).press('went-back')
    expect(run.session).toMatchObject({ screen: { name: 'keys', waiting: null }, settings: { keys: {} } })
  })
})
