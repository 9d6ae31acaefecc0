import type { ScreenName } from '../../../core/session/screen.js'
import type { Session } from '../../../core/session/session.js'
import type { Binding } from '../key-binding.js'
import { BACK, FIELD_KEYS, GLOBAL, MOVE } from './common.js'
import { FINDINGS, HOME, SCANNING, WELCOME } from './lists.js'
import { QUIZ } from './quiz.js'
import { FILES, PROGRESS, RULES } from './rules.js'
import { CHECK, EXEMPT_KEYS, FIX, LEARN, REMEMBER, SEE, VERIFY } from './walk.js'

/** Every screen's keys: the one table that footer, help, key handling and `docs/keys.md` read. */
export const BINDINGS: Readonly<Record<ScreenName, readonly Binding[]>> = {
  welcome: WELCOME,
  scanning: SCANNING,
  home: HOME,
  findings: FINDINGS,
  see: SEE,
  learn: LEARN,
  check: CHECK,
  fix: FIX,
  verify: VERIFY,
  remember: REMEMBER,
  exempt: EXEMPT_KEYS,
  rules: RULES,
  files: FILES,
  quiz: QUIZ,
  progress: PROGRESS,
}

const HELP: readonly Binding[] = [
  { ...BACK, keys: ['escape', '?'], label: 'close', help: 'close this help', rank: 1 },
  ...MOVE,
  ...GLOBAL.filter(binding => binding.id !== 'help'),
]

/** While a filter is typed the arrows still move through what it leaves. */
const FILTER_KEYS: readonly Binding[] = [
  ...FIELD_KEYS,
  ...MOVE.map(binding => ({ ...binding, keys: binding.keys.filter(key => key.length > 1) })),
]

/** Returns whether a text field has the keys. */
export function isTyping({ screen }: Session): boolean {
  switch (screen.name) {
    case 'findings':
    case 'remember':
      return screen.field !== null
    case 'quiz':
      return screen.turn?.field !== null && screen.turn?.field !== undefined && !screen.turn.feedback
    case 'fix':
      return screen.hole !== null
    case 'exempt':
      return screen.kind !== null
    case 'rules':
      return screen.ask !== null
    default:
      return false
  }
}

/** Returns the bindings in force: those of the help, of a text field, or of the screen with the global ones. */
export function bindingsFor(session: Session): readonly Binding[] {
  if (session.isHelpOpen) return HELP
  if (isTyping(session)) return session.screen.name === 'findings' ? FILTER_KEYS : FIELD_KEYS
  return [...BINDINGS[session.screen.name], ...GLOBAL]
}
