import { describe, expect, test } from 'vitest'
import { BINDINGS } from '../../../source/tui/keys/bindings/all.js'
import { isNumbered } from '../../../source/tui/keys/key-binding.js'
import { paletteActions } from '../../../source/tui/keys/palette-actions.js'
import { pressKey } from '../../../source/tui/keys/press-key.js'
import { aFinding, SessionRun } from '../../support/session.js'

const ENTER = { name: 'enter', text: '' }
const DOWN = { name: 'down', text: '' }

function home(): SessionRun {
  return new SessionRun({ editor: null }).scanned([aFinding(), aFinding({ fingerprint: 'f2' })])
}

function press(run: SessionRun, key: { readonly name: string; readonly text: string }): SessionRun {
  const intent = pressKey(run.session, key)
  return intent ? run.send(intent) : run
}

describe('the palette', () => {
  test('holds every action of every screen once, those that work now first', () => {
    const actions = paletteActions(home().press('palette-opened').session)
    const ids = actions.map(({ binding }) => binding.id)
    const all = Object.values(BINDINGS)
      .flat()
      .filter(binding => !isNumbered(binding))
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual(expect.arrayContaining(all.map(binding => binding.id)))
    expect(actions[0]?.reason).toBeNull()
  })

  test('finds an action by some letters of its name and runs it', () => {
    const run = home().press('palette-opened').type('rsc')
    expect(paletteActions(run.session)[0]?.binding.id).toBe('scan')
    press(run, ENTER)
    expect(run.session.overlay).toBeNull()
    expect(run.session.screen.name).toBe('scanning')
  })

  test('goes to a tab from a screen where the digits mean something else', () => {
    const run = home().atFix().press('palette-opened').type('quiz')
    press(run, ENTER)
    expect(run.session.screen.name).toBe('quiz')
  })

  test('says why an action does nothing now and stays open', () => {
    const run = home().press('palette-opened').type('undo fix')
    press(run, ENTER)
    expect(run.session.overlay?.name).toBe('palette')
    expect(run.session.notice).toMatchObject({ text: expect.stringContaining('no fix of this session') })
    const other = home().press('palette-opened').type('promote the')
    press(other, ENTER)
    expect(other.session.notice).toMatchObject({ text: expect.stringContaining('Learned rules') })
  })

  test('its cursor stays within what fits the words', () => {
    const run = home().press('palette-opened').type('quiz')
    for (let i = 0; i < 200; i++) press(run, DOWN)
    const { overlay } = run.session
    expect(overlay).toMatchObject({ cursor: paletteActions(run.session).length - 1 })
    run.type('qqqqq')
    press(run, ENTER)
    expect(run.session.notice).toMatchObject({ text: 'No action fits these words.' })
  })

  test('Esc closes it without doing anything', () => {
    const run = home()
    const before = run.session.screen
    run.press('palette-opened').type('quit').press('went-back')
    expect(run.session).toMatchObject({ overlay: null, screen: before, exitCode: null })
  })
})

describe('the help', () => {
  test('is searched by words, Esc drops the search first and then the help', () => {
    const run = home().press('help-toggled', 'filter-opened').type('scan').press('accepted')
    expect(run.session.overlay).toMatchObject({ name: 'help', filter: 'scan', field: null })
    run.press('went-back')
    expect(run.session.overlay).toMatchObject({ name: 'help', filter: '' })
    run.press('went-back')
    expect(run.session.overlay).toBeNull()
  })
})
