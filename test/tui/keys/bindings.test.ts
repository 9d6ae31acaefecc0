import stringWidth from 'string-width'
import { describe, expect, test } from 'vitest'
import { BINDINGS } from '../../../source/tui/keys/bindings/all.js'
import { GLOBAL } from '../../../source/tui/keys/bindings/common.js'
import { bindingsFor } from '../../../source/tui/keys/bindings-for.js'
import { footerHints, textOf } from '../../../source/tui/keys/footer-hints.js'
import { pressKey } from '../../../source/tui/keys/press-key.js'
import { aFinding, SessionRun } from '../../support/session.js'

describe('the table of keys', () => {
  test.each(Object.entries(BINDINGS))('on %s no key has two meanings', (_, bindings) => {
    const keys = [...bindings, ...GLOBAL].flatMap(binding => binding.keys)
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
  })

  test.each(Object.entries(BINDINGS))('on %s every binding has its own name and help', (_, bindings) => {
    const names = [...bindings, ...GLOBAL].map(binding => binding.id)
    expect(new Set(names).size).toBe(names.length)
    expect(bindings.filter(binding => binding.help === '' || binding.label === '')).toEqual([])
  })
})

describe('the footer', () => {
  const home = () => new SessionRun().scanned([aFinding()]).session

  test('shows whole hints only, and the way out and the help to the last', () => {
    for (let columns = 78; columns >= 38; columns--) {
      const hints = footerHints(home(), columns, stringWidth)
      expect(stringWidth(textOf(hints))).toBeLessThanOrEqual(columns)
      expect(hints.map(hint => hint.key)).toEqual(expect.arrayContaining(['?', 'q']))
    }
  })

  test('names only keys that do something now', () => {
    const run = new SessionRun({ editor: null }).scanned([aFinding()]).press('accepted')
    expect(footerHints(run.session, 200, stringWidth).map(hint => hint.key)).not.toContain('e')
  })
})

describe('a key', () => {
  const see = () => new SessionRun({ editor: null }).scanned([aFinding()]).press('accepted')

  test('that is disabled says why', () => {
    expect(pressKey(see().session, { name: 'e', text: 'e' })).toMatchObject({
      type: 'refused',
      reason: expect.stringContaining('EDITOR'),
    })
  })

  test('without a meaning does nothing', () => {
    expect(pressKey(see().session, { name: '%', text: '%' })).toBeNull()
  })

  test('types into a field instead of quitting or choosing', () => {
    const run = new SessionRun().scanned([aFinding()]).press('filter-opened')
    expect(pressKey(run.session, { name: 'q', text: 'q' })).toEqual({
      type: 'field-edited',
      edit: { kind: 'insert', text: 'q' },
    })
    expect(pressKey(run.session, { name: 'ctrl+c', text: '' })).toEqual({ type: 'stopped', code: 130 })
  })

  test('a paste means nothing outside a field, whatever it holds', () => {
    expect(pressKey(see().session, { name: 'paste', text: 'f\r\r' })).toBeNull()
  })

  test('while the help is open only closing, scrolling and leaving work', () => {
    const run = see().press('help-toggled')
    const ids = bindingsFor(run.session).map(binding => binding.id)
    expect(ids).toEqual(expect.arrayContaining(['help.close', 'quit', 'interrupt', 'down']))
    expect(pressKey(run.session, { name: 'f', text: 'f' })).toBeNull()
  })
})
