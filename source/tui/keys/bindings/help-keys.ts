import type { Binding } from '../key-binding.js'
import { BACK, GLOBAL, MOVE } from './common.js'

/** Keys while the help lies over a screen. */
export const HELP_KEYS: readonly Binding[] = [
  { ...BACK, id: 'help.close', label: 'close', help: 'close this help, or drop the search', rank: 1 },
  {
    id: 'help.again',
    keys: ['?'],
    label: 'close',
    help: 'close this help',
    intent: { type: 'help-toggled' },
  },
  {
    id: 'help.search',
    keys: ['/'],
    label: 'search',
    help: 'show only keys that hold some words',
    rank: 2,
    intent: { type: 'filter-opened' },
  },
  ...MOVE,
  ...GLOBAL.filter(binding => binding.id !== 'help' && binding.id !== 'palette'),
]
