import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import stringWidth from 'string-width'
import { expect, test } from 'vitest'
import { DEFAULT_SETTINGS } from '../../../source/core/settings/settings.js'
import { BINDINGS } from '../../../source/tui/keys/bindings/all.js'
import { GLOBAL } from '../../../source/tui/keys/bindings/common.js'
import { fillKeys } from '../../../source/tui/keys/fill-keys.js'
import { footerHints } from '../../../source/tui/keys/footer-hints.js'
import { boundKeys, isFixedKey, isMovable, KEY_SCOPES, refuseKey } from '../../../source/tui/keys/keymap.js'
import { findMovable } from '../../../source/tui/keys/movable-keys.js'
import { pressKey } from '../../../source/tui/keys/press-key.js'
import { aFinding, SessionRun } from '../../support/session.js'

const withKeys = (keys: Readonly<Record<string, readonly string[]>>) =>
  new SessionRun().scanned([aFinding(), aFinding({ fingerprint: 'f2' })], {
    settings: { ...DEFAULT_SETTINGS, keys },
  })

test('a moved key does what the old one did, and the old one nothing more', () => {
  const { session } = withKeys({ filter: ['Z'] })
  expect(pressKey(session, { name: 'Z', text: 'Z' })).toEqual({ type: 'filter-opened' })
  expect(pressKey(session, { name: '/', text: '/' })).toBeNull()
})

test('the footer shows where a key was moved to', () => {
  const { session } = withKeys({ filter: ['Z'], help: ['ctrl+y'] })
  const hints = footerHints(session, 200, stringWidth)
  expect(hints).toContainEqual(expect.objectContaining({ key: 'Z', label: 'filter' }))
  expect(hints).toContainEqual(expect.objectContaining({ key: 'Ctrl+y', label: 'keys' }))
})

test('the way out, the arrows and the numbers stay whatever is moved', () => {
  const everything = [...Object.values(BINDINGS).flat(), ...GLOBAL]
  const keymap = Object.fromEntries(everything.map(binding => [binding.id, ['ctrl+y']]))
  for (const binding of everything)
    for (const key of binding.keys.filter(isFixedKey)) expect(boundKeys(binding, keymap)).toContain(key)
  expect(['escape', 'enter', 'up', 'tab', 'f5', 'ctrl+c', '3'].every(isFixedKey)).toBe(true)
  expect(['q', '?', 'ctrl+d', 'alt+x', 'é', '👍'].some(isFixedKey)).toBe(false)
})

test('a key that means something else beside the action is refused with the name of that one', () => {
  expect(refuseKey(KEY_SCOPES, 'filter', 'r', {})).toContain('rescan')
  expect(refuseKey(KEY_SCOPES, 'filter', '?', {})).toContain('keys')
  expect(refuseKey(KEY_SCOPES, 'filter', 'enter', {})).toContain('Enter')
  expect(refuseKey(KEY_SCOPES, 'filter', 'Z', {})).toBeNull()
  expect(refuseKey(KEY_SCOPES, 'filter', 'r', { scan: ['Z'] })).toBeNull()
})

test('a key that an action of everywhere would take from one screen is refused', () => {
  expect(refuseKey(KEY_SCOPES, 'help', 'w', {})).toMatch(/words|wrong question/)
})

test('a text field takes letters that were moved as letters', () => {
  const run = withKeys({ filter: ['Z'] }).press('filter-opened')
  expect(pressKey(run.session, { name: 'Z', text: 'Z' })).toMatchObject({ type: 'field-edited' })
})

test('a binding of arrows and digits alone cannot be moved', () => {
  expect(BINDINGS.fix.filter(binding => !isMovable(binding)).map(binding => binding.id)).toEqual(
    expect.arrayContaining(['enter.apply', 'fix.number', 'fix.layout']),
  )
})

test('a sentence that names a key names the one it was moved to', () => {
  expect(fillKeys('[[rules.files]] shows the files.', {})).toBe('v shows the files.')
  expect(fillKeys('[[rules.files]] shows the files.', { 'rules.files': ['Z'] })).toBe('Z shows the files.')
  expect(fillKeys('[[ -d x ]] and [[no.action]]', {})).toBe('[[ -d x ]] and [[no.action]]')
})

test('every action that a sentence names is one that can be moved', () => {
  const root = resolve(import.meta.dirname, '../../../source')
  const named = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter(path => /^(?:tui|core|app)\b.*\.tsx?$/.test(path) && !path.endsWith('fill-keys.ts'))
    .flatMap(path => [...readFileSync(join(root, path), 'utf8').matchAll(/\[\[([a-z]+[a-z.-]*)\]\]/g)])
    .map(match => match[1] ?? '')
  expect(named.length).toBeGreaterThan(5)
  expect(named.filter(id => findMovable(id) === null)).toEqual([])
})
