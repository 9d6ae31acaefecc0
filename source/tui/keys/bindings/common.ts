import { runsInFront } from '../../../core/session/fix-view.js'
import type { Tab } from '../../../core/session/screen.js'
import type { Binding } from '../key-binding.js'

/** Another program may write over any screen, also while something is typed or open above it. */
export const REDRAW: Binding = {
  id: 'redraw',
  keys: ['ctrl+l'],
  label: 'redraw',
  help: 'draw the screen again, when something else wrote over it',
  intent: { type: 'redraw-wanted' },
}

/** Keys that mean the same on every screen without a text field. */
export const GLOBAL: readonly Binding[] = [
  {
    id: 'help',
    keys: ['?'],
    label: 'keys',
    help: 'show every key of this screen',
    rank: 90,
    intent: { type: 'help-toggled' },
  },
  {
    id: 'palette',
    keys: [':'],
    label: 'more',
    help: 'find any action by its name and do it',
    rank: 85,
    intent: { type: 'palette-opened' },
  },
  {
    id: 'quit',
    keys: ['q'],
    label: 'quit',
    help: 'stop; the next start goes on from here',
    rank: 95,
    intent: { type: 'stopped', code: 0 },
  },
  REDRAW,
  {
    id: 'interrupt',
    keys: ['ctrl+c'],
    label: 'interrupt',
    help: 'stop at once, also while typing; a program that runs in front is stopped first',
    intent: ({ screen }) => (runsInFront(screen) ? { type: 'went-back' } : { type: 'stopped', code: 130 }),
  },
]

/** Back to the screen before. */
export const BACK: Binding = {
  id: 'back',
  keys: ['escape', 'left', 'h'],
  shown: 'Esc',
  label: 'back',
  help: 'go back one screen',
  rank: 80,
  intent: { type: 'went-back' },
}

/** Moving a cursor or a text up and down. */
export const MOVE: readonly Binding[] = [
  {
    id: 'down',
    keys: ['down', 'j', 'ctrl+n'],
    shown: '↑↓',
    label: 'move',
    help: 'one row down',
    intent: { type: 'moved', by: 1, unit: 'row' },
  },
  {
    id: 'up',
    keys: ['up', 'k', 'ctrl+p'],
    label: 'up',
    help: 'one row up',
    intent: { type: 'moved', by: -1, unit: 'row' },
  },
  {
    id: 'page-down',
    keys: ['pagedown', 'ctrl+d', 'ctrl+f', 'space'],
    label: 'page down',
    help: 'one page down',
    intent: { type: 'moved', by: 1, unit: 'page' },
  },
  {
    id: 'page-up',
    keys: ['pageup', 'ctrl+u', 'ctrl+b'],
    label: 'page up',
    help: 'one page up',
    intent: { type: 'moved', by: -1, unit: 'page' },
  },
  {
    id: 'first',
    keys: ['home', 'g'],
    label: 'first',
    help: 'to the first row',
    intent: { type: 'jumped', to: 'first' },
  },
  {
    id: 'last',
    keys: ['end', 'G'],
    label: 'last',
    help: 'to the last row',
    intent: { type: 'jumped', to: 'last' },
  },
]

const tab = (key: string, name: Tab, label: string, rank: number): Binding => ({
  id: `tab.${name}`,
  keys: [key],
  label,
  help: `go to ${label.toLowerCase()}`,
  rank,
  intent: { type: 'tab-opened', tab: name },
})

/** The tabs of the home screen and the lists. */
export const TAB_KEYS: readonly Binding[] = [
  tab('1', 'findings', 'Findings', 10),
  tab('2', 'rules', 'Rules', 11),
  tab('3', 'quiz', 'Quiz', 12),
  tab('4', 'progress', 'Progress', 13),
  tab('5', 'settings', 'Settings', 14),
]

/** Home, on the screens that a tab opens. */
export const HOME_KEY: Binding = {
  id: 'tab.home',
  keys: ['0'],
  label: 'Home',
  help: 'go to the home screen',
  intent: { type: 'tab-opened', tab: 'home' },
}

/** The numbers on screens whose footer has other things to tell; the palette has them everywhere. */
export const NAVIGATION: readonly Binding[] = [
  HOME_KEY,
  ...TAB_KEYS.map(({ rank: _rank, ...binding }) => binding),
]

/** Undo of the last fix. */
export const UNDO: Binding = {
  id: 'undo',
  keys: ['u'],
  label: 'undo fix',
  help: 'take back the last fix of this session',
  intent: { type: 'undo-wanted' },
  disabled: session => (session.lastFix ? null : 'There is no fix of this session to undo.'),
}

/** The list of fixes that can be taken back, those of earlier sessions too. */
export const UNDO_LIST: Binding = {
  id: 'undo-list',
  keys: ['U'],
  label: 'undo list',
  help: 'show the fixes of this and earlier sessions, each to be taken back',
  intent: { type: 'undo-list-wanted' },
}

/** Accept and leave, while a text field has the keys. */
export const FIELD_KEYS: readonly Binding[] = [
  {
    id: 'field.accept',
    keys: ['enter'],
    shown: 'Enter',
    label: 'done',
    help: 'take what was typed',
    rank: 1,
    intent: { type: 'accepted' },
  },
  {
    id: 'field.leave',
    keys: ['escape'],
    shown: 'Esc',
    label: 'cancel',
    help: 'leave without a change',
    rank: 2,
    intent: { type: 'went-back' },
  },
  {
    id: 'field.interrupt',
    keys: ['ctrl+c'],
    label: 'interrupt',
    help: 'stop at once',
    intent: { type: 'stopped', code: 130 },
  },
]

/** Returns the binding for Enter on a screen. */
export function enter(label: string, help: string): Binding {
  return {
    id: `enter.${label.replaceAll(' ', '-')}`,
    keys: ['enter', 'right'],
    shown: 'Enter',
    label,
    help,
    rank: 0,
    intent: { type: 'accepted' },
  }
}
