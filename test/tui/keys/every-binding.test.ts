import { describe, expect, test } from 'vitest'
import { FINDINGS_SCREEN } from '../../../source/core/session/findings-screen.js'
import { NEW_QUIZ } from '../../../source/core/session/quiz-screen.js'
import { NEW_FILES, NEW_RULES } from '../../../source/core/session/rules-screen.js'
import type { Screen, ScreenName } from '../../../source/core/session/screen.js'
import type { Session } from '../../../source/core/session/session.js'
import { transition } from '../../../source/core/session/transition.js'
import { BINDINGS } from '../../../source/tui/keys/bindings/all.js'
import { GLOBAL, MOVE } from '../../../source/tui/keys/bindings/common.js'
import { pressKey } from '../../../source/tui/keys/press-key.js'
import { sampleQuestion } from '../../support/quiz-samples.js'
import { aFinding, anAppliedFix, aRule, SessionRun } from '../../support/session.js'

const finding = aFinding({ fingerprint: 'f1', path: 'a.js' })
const others = [aFinding({ fingerprint: 'f2', path: 'b.js' }), aFinding({ fingerprint: 'f3', path: 'c.js' })]
const applied = anAppliedFix(finding)
const problem = { kind: 'user-can-act' as const, message: 'It did not hold.', nextSteps: [] }
const field = { text: '', cursor: 0 }
const NOTED = {
  schemaVersion: 1 as const,
  id: 'n1',
  at: '2026-11-23T12:00:00.000Z',
  fingerprint: 'f1',
  path: 'a.js',
  line: 3,
  title: 'Text is run as code',
  fix: 'Parse it',
  beforeHash: 'a',
  afterHash: 'b',
  spans: [],
  remediation: null,
}
const TARGET = {
  id: 'cursor',
  name: 'Cursor',
  path: '.cursor/rules/x.mdc',
  isInUse: false,
  isProposed: false,
}
const RULES = [aRule(), aRule({ id: 'rule-2', status: 'promoted' })]

/** Every screen in the states that its keys tell apart. */
const SCREENS: Readonly<Record<ScreenName, readonly Screen[]>> = {
  welcome: [{ name: 'welcome' }],
  scanning: [{ name: 'scanning' }],
  home: [{ name: 'home', cursor: 0 }],
  findings: [
    FINDINGS_SCREEN,
    { ...FINDINGS_SCREEN, cursor: 0 },
    { ...FINDINGS_SCREEN, isGrouped: false },
    { ...FINDINGS_SCREEN, filter: 'nothing such' },
  ],
  see: [{ name: 'see', scroll: 0 }],
  learn: [{ name: 'learn', scroll: 0 }],
  check: [
    { name: 'check', cursor: 0, picked: null, scroll: 0 },
    { name: 'check', cursor: 0, picked: 1, scroll: 0 },
  ],
  fix: [{ name: 'fix', cursor: 0, scroll: 0, isSideBySide: false, hole: null }],
  verify: [
    { name: 'verify', title: 'A fix', status: 'applying', problem: null },
    { name: 'verify', title: 'A fix', status: 'failed', problem },
  ],
  ask: (['asking', 'running', 'failed'] as const).map(status => ({
    name: 'ask',
    assistant: { id: 'claude-code', name: 'Claude Code' },
    prompt: 'Fix it.',
    status,
    seconds: 3,
    scroll: 0,
    problem: status === 'failed' ? problem : null,
  })),
  tests: (['asking', 'running'] as const).map(status => ({
    name: 'tests',
    applied,
    status,
    command: 'npm test',
    behind: '',
    field: null,
    lines: [],
    scroll: 0,
    seconds: 3,
    run: null,
    problem: null,
  })),
  edit: (['waiting', 'open', 'checking'] as const).map(status => ({
    name: 'edit',
    before: 'eval(x)',
    status,
    saves: 0,
    trial: null,
    problem: null,
    scroll: 0,
  })),
  set: (['looking', 'choosing', 'applying', 'done'] as const).map(status => ({
    name: 'set',
    fix: applied.preview.fix,
    findings: [finding, ...others],
    places: { f1: { finding, preview: applied.preview, reason: null } },
    left: status === 'choosing' ? ['f2'] : [],
    status,
    outcomes: status === 'done' ? { f1: { state: 'fixed' as const, applied, note: 'n1' } } : {},
    cursor: 0,
    scroll: 0,
  })),
  undo: [
    { name: 'undo', rows: null, cursor: 0, scroll: 0 },
    { name: 'undo', rows: [{ fix: NOTED, hunks: [], reason: null }], cursor: 0, scroll: 0 },
    { name: 'undo', rows: [{ fix: NOTED, hunks: [], reason: 'changed since' }], cursor: 0, scroll: 0 },
  ],
  exempt: [{ name: 'exempt', cursor: 0, kind: null, field }],
  remember: [
    {
      name: 'remember',
      applied,
      draft: aRule(),
      isNew: true,
      words: '',
      text: null,
      scroll: 0,
      field: null,
      problem: null,
    },
  ],
  rules: [NEW_RULES, { ...NEW_RULES, filter: 'nothing such' }],
  merge: [{ name: 'merge', rule: 'rule-1', cursor: 0, isSwapped: false, scroll: 0 }],
  places: [{ name: 'places', rule: 'rule-1', scroll: 0 }],
  files: [NEW_FILES],
  quiz: [NEW_QUIZ],
  progress: [{ name: 'progress', scroll: 0 }],
  settings: [{ name: 'settings', cursor: 0, ask: null }],
  targets: [
    { name: 'targets', cursor: 0, lines: [TARGET], chosen: [], saved: [] },
    { name: 'targets', cursor: 0, lines: [TARGET], chosen: ['cursor'], saved: [] },
  ],
  keys: [{ name: 'keys', cursor: 0, filter: '', field: null, waiting: null }],
}

function sessionOn(screen: Screen, change: Partial<Session> = {}): Session {
  const run = new SessionRun().scanned([finding, ...others], { rules: RULES })
  const { session } = run.press('accepted')
  const question = sampleQuestion('code-injection/1')
  const visit = session.visit && { ...session.visit, check: { question, options: question.options } }
  return {
    ...session,
    back: [{ name: 'home', cursor: 0 }],
    screen,
    visit,
    scrollLimit: 5,
    scan: screen.name === 'scanning' ? { ...session.scan, status: 'running' } : session.scan,
    ...change,
  }
}

const MOVES = new Set(MOVE.map(binding => binding.id))
/** Redrawing is done by the terminal: the session stays as it is. */
const OUTSIDE = new Set(['redraw'])

describe('every key on every screen', () => {
  const cases = Object.entries(SCREENS).flatMap(([name, screens]) =>
    screens.map((screen, index) => [`${name} ${index + 1}`, screen] as const),
  )

  test.each(cases)('on %s does something or says why', (_, screen) => {
    const silent: string[] = []
    for (const binding of [...BINDINGS[screen.name], ...GLOBAL]) {
      if (MOVES.has(binding.id) || OUTSIDE.has(binding.id)) continue
      for (const key of binding.keys) {
        const before = sessionOn(screen)
        const intent = pressKey(before, { name: key, text: key.length === 1 ? key : '' })
        const { session, effects } = intent ? transition(before, intent) : { session: before, effects: [] }
        const isSame = JSON.stringify(session) === JSON.stringify(before) && effects.length === 0
        if (isSame) silent.push(`${binding.id} (${key})`)
      }
    }
    expect(silent).toEqual([])
  })

  test('every screen there is stands here', () => {
    expect(Object.keys(SCREENS).sort()).toEqual(Object.keys(BINDINGS).sort())
  })

  test.each(cases.filter(([, screen]) => BINDINGS[screen.name].some(binding => binding.id === 'down')))(
    'on %s the arrows and the letters beside them move the same way',
    (_, screen) => {
      for (const [arrow, letter] of [
        ['down', 'j'],
        ['up', 'k'],
        ['home', 'g'],
        ['end', 'G'],
      ] as const) {
        const before = sessionOn(screen)
        const press = (key: string) => pressKey(before, { name: key, text: '' })
        expect(press(letter)).toEqual(press(arrow))
        expect(press(arrow)).not.toBeNull()
      }
    },
  )
})
