import type { ScreenName } from '../../../core/session/screen.js'
import type { Binding } from '../key-binding.js'
import { FILES } from './files.js'
import { SET, UNDO_KEYS } from './fix-set.js'
import { ASK, EDIT, TESTS } from './fix-view.js'
import { FINDINGS, HOME, SCANNING, WELCOME } from './lists.js'
import { QUIZ } from './quiz.js'
import { MERGE, PLACES, PROGRESS, RULES } from './rules.js'
import { KEYS, SETTINGS, TARGETS } from './settings.js'
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
  ask: ASK,
  tests: TESTS,
  edit: EDIT,
  set: SET,
  undo: UNDO_KEYS,
  remember: REMEMBER,
  exempt: EXEMPT_KEYS,
  rules: RULES,
  merge: MERGE,
  places: PLACES,
  files: FILES,
  quiz: QUIZ,
  progress: PROGRESS,
  settings: SETTINGS,
  targets: TARGETS,
  keys: KEYS,
}
