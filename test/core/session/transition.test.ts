import { describe, expect, test } from 'vitest'
import { listedFindings } from '../../../source/core/session/finding-rows.js'
import { NEW_RULES } from '../../../source/core/session/rules-screen.js'
import { findingGroups, homeRows } from '../../../source/core/session/selectors.js'
import type { Session } from '../../../source/core/session/session.js'
import { DEFAULT_SETTINGS } from '../../../source/core/settings/settings.js'
import { aFinding, anAppliedFix, aPreview, aRule, SessionRun, VERIFIED } from '../../support/session.js'

const problem = {
  kind: 'tool-failed' as const,
  message: 'The finding is still there.',
  untouched: 'The file is as it was.',
  nextSteps: ['Choose another fix.'],
}

describe('start', () => {
  test('the project is opened and scanned at once', () => {
    expect(new SessionRun().asked()).toEqual(['open-project', 'scan'])
  })

  test('the rule review needs no scan', () => {
    const run = new SessionRun({ screen: NEW_RULES })
    expect(run.asked()).toEqual(['open-project', 'review-rules', 'measure-budget'])
  })

  test('home shows the smallest of the worst groups first', () => {
    const run = new SessionRun().scanned([
      aFinding({ path: 'a.js', weakness: 'xss', severity: 'high' }),
      aFinding({ path: 'b.js' }),
      aFinding({ path: 'c.js' }),
      aFinding({ path: 'd.js', weakness: 'sql-injection' }),
    ])
    expect(run.session.screen.name).toBe('home')
    expect(findingGroups(run.session).map(group => group.weakness)).toEqual([
      'sql-injection',
      'code-injection',
      'xss',
    ])
  })

  test('the first run explains itself and asks before anything may be recorded', () => {
    const run = new SessionRun().scanned([aFinding()], { isFirstRun: true, mayRecord: false })
    expect(run.session.screen.name).toBe('welcome')
    expect(run.session.mayRecord).toBe(false)
    run.press('accepted')
    expect(run.session.mayRecord).toBe(true)
    expect(run.session.screen.name).toBe('home')
    expect(run.count('save-welcome')).toBe(1)
  })

  test('saying no on the first run keeps nothing but lets the developer look', () => {
    const run = new SessionRun().scanned([aFinding()], { isFirstRun: true, mayRecord: false })
    run.press('declined')
    expect(run.session.mayRecord).toBe(false)
    expect(run.session.screen.name).toBe('home')
  })

  test('a scan that fails leads home with the reason', () => {
    const run = new SessionRun().settle('scan', { type: 'effect-failed', problem })
    expect(run.session.screen.name).toBe('home')
    expect(run.session.notice).toEqual({ kind: 'failed', problem })
  })

  test('Esc calls the scan off, and what it still brings is ignored', () => {
    const run = new SessionRun()
    const ticket = run.session.pending.scan ?? 0
    run.press('went-back')
    expect(run.asked()).toContain('cancel')
    run.send({
      type: 'scan-finished',
      paths: [],
      findings: [aFinding()],
      files: 1,
      durationMs: 1,
      unread: 0,
      lane: 'scan',
      ticket,
    })
    expect(run.session.findings).toEqual([])
    expect(run.session.scan.status).toBe('cancelled')
  })
})

describe('resume', () => {
  const first = aFinding({ path: 'a.js' })
  const second = aFinding({ path: 'b.js' })

  test('home offers the finding where the last session stopped, at its step', () => {
    const run = new SessionRun().scanned([first, second], {
      resume: { fingerprint: second.fingerprint, step: 'fix', round: [] },
    })
    expect(homeRows(run.session)[0]).toMatchObject({ kind: 'resume' })
    run.press('accepted')
    expect(run.session.visit?.finding.fingerprint).toBe(second.fingerprint)
    expect(run.session.screen.name).toBe('fix')
  })

  test('a finding that is gone is not offered', () => {
    const run = new SessionRun().scanned([first], { resume: { fingerprint: 'gone', step: 'see', round: [] } })
    expect(homeRows(run.session).map(row => row.kind)).toEqual(['group'])
  })

  test('stopping in the middle of a finding saves its place', () => {
    const run = new SessionRun().scanned([first]).press('accepted', 'fixes-opened')
    run.send({ type: 'stopped', code: 0 })
    const saved = run.effects.findLast(effect => effect.type === 'save-progress')
    expect(saved).toMatchObject({ bookmark: { fingerprint: first.fingerprint, step: 'fix' } })
    expect(run.session.exitCode).toBe(0)
  })
})

describe('the walk through a finding', () => {
  test('goes from the code to the fixes, and without a lesson it does not stop for one', () => {
    const run = new SessionRun().scanned([aFinding()]).press('accepted')
    expect(run.session.screen.name).toBe('see')
    run.settle('lesson', { type: 'lesson-loaded', lesson: null, isShort: false }).press('accepted')
    expect(run.session.screen.name).toBe('fix')
  })

  test('later sets the finding aside and opens the next of its kind', () => {
    const run = new SessionRun().scanned([aFinding({ path: 'a.js' }), aFinding({ path: 'b.js' })])
    run.press('accepted', 'put-off')
    expect(run.session.later).toEqual(['a.js:3'])
    expect(run.session.visit?.finding.path).toBe('b.js')
    run.press('put-off')
    expect(run.session.screen.name).toBe('home')
  })

  test('what was loaded for another finding is ignored', () => {
    const run = new SessionRun().scanned([aFinding({ path: 'a.js' }), aFinding({ path: 'b.js' })])
    run.press('accepted')
    const ticket = run.session.pending.source ?? 0
    run.press('next-wanted')
    run.send({ type: 'sources-loaded', sources: { 'a.js': 'old' }, lane: 'source', ticket })
    expect(run.session.visit?.sources).toEqual({})
  })

  test('Esc goes back one screen at a time and ends at home', () => {
    const run = new SessionRun().scanned([aFinding()]).press('accepted', 'fixes-opened')
    run.press('went-back')
    expect(run.session.screen.name).toBe('see')
    run.press('went-back')
    expect(run.session.screen.name).toBe('home')
    run.press('went-back')
    expect(run.session.screen.name).toBe('home')
  })
})

describe('applying a fix', () => {
  test('two Enter in one burst apply it once', () => {
    const run = new SessionRun().scanned([aFinding()]).atFix().press('accepted', 'accepted', 'accepted')
    expect(run.count('apply-fix')).toBe(1)
    expect(run.session.screen).toMatchObject({ name: 'verify', status: 'applying' })
  })

  test('a fix that is still being worked out is not applied', () => {
    const run = new SessionRun().scanned([aFinding()]).press('accepted', 'fixes-opened', 'accepted')
    expect(run.count('apply-fix')).toBe(0)
    expect(run.session.notice).toMatchObject({ kind: 'told' })
  })

  test('a verified fix leaves the list and asks what to remember', () => {
    const finding = aFinding()
    const run = new SessionRun()
      .scanned([finding, aFinding({ path: 'z.js' })])
      .atFix()
      .press('accepted')
    run.settle('write', { type: 'fix-applied', applied: anAppliedFix(finding) })
    expect(run.session.screen.name).toBe('remember')
    expect(run.session.findings.map(one => one.path)).toEqual(['z.js'])
    expect(run.session.tally.mended).toHaveLength(1)
    expect(run.asked()).toContain('draft-rule')
  })

  test('a fix that does not hold says what was put back, and can be followed by another', () => {
    const run = new SessionRun().scanned([aFinding()]).atFix().press('accepted')
    run.settle('write', { type: 'effect-failed', problem })
    expect(run.session.screen).toMatchObject({ name: 'verify', status: 'failed', problem })
    expect(run.session.findings).toHaveLength(1)
    run.press('accepted')
    expect(run.session.screen.name).toBe('fix')
  })

  test('after a failure the fixes are tried again on the file as it is now', () => {
    const run = new SessionRun().scanned([aFinding()]).atFix().press('accepted')
    run.settle('write', { type: 'effect-failed', problem })
    run.settle('rescan', {
      type: 'scan-finished',
      paths: ['web/run.js'],
      findings: [aFinding({ startLine: 9, fingerprint: 'web/run.js:3' })],
      files: 1,
      durationMs: 1,
      unread: 0,
    })
    expect(run.session.visit?.finding.startLine).toBe(9)
    expect(run.effects.at(-1)).toMatchObject({ type: 'try-fixes', finding: { startLine: 9 } })
  })

  test('a fix with a hole asks for it, and an empty answer is not taken', () => {
    const finding = aFinding()
    const hole = { id: 'table', question: 'Which table?', placeholder: 'OPERATIONS' }
    const run = new SessionRun().scanned([finding]).press('accepted', 'fixes-opened')
    run.settle('fixes', {
      type: 'fix-previewed',
      fixId: 'parse',
      preview: aPreview(finding, { holes: [hole] }),
    })
    run.press('accepted', 'accepted')
    expect(run.session.screen).toMatchObject({ hole: { hole } })
    expect(run.count('fill-holes')).toBe(0)
    run.type('TABLE').press('accepted')
    expect(run.effects.at(-1)).toMatchObject({ type: 'fill-holes', holes: { table: 'TABLE' } })
    run.settle('hole', { type: 'fix-previewed', fixId: 'parse', preview: aPreview(finding) })
    run.settle('hole', { type: 'fix-tried', fixId: 'parse', trial: VERIFIED })
    run.settle('hole', { type: 'fixes-tried' })
    expect(run.session.screen).toMatchObject({ name: 'fix', hole: null })
    run.press('accepted')
    expect(run.count('apply-fix')).toBe(1)
  })

  test('leaving for another tab waits while a file is being written', () => {
    const run = new SessionRun().scanned([aFinding()]).atFix().press('accepted')
    run.send({ type: 'tab-opened', tab: 'home' })
    expect(run.session.screen.name).toBe('verify')
  })

  test('undo takes the last fix back once, and the record of it', () => {
    const finding = aFinding()
    const run = new SessionRun().scanned([finding]).atFix().press('accepted')
    run.settle('write', { type: 'fix-applied', applied: anAppliedFix(finding) })
    run.settle('draft', { type: 'rule-drafted', rule: aRule(), isNew: true }).press('accepted')
    run.settle('write', { type: 'rule-kept', rule: aRule(), isNew: true, remediation: 'r1' })
    run.press('undo-wanted', 'undo-wanted')
    expect(run.count('undo-fix')).toBe(1)
    run.settle('write', { type: 'fix-undone', applied: anAppliedFix(finding) })
    expect(run.session.tally.mended).toEqual([])
    expect(run.effects.find(effect => effect.type === 'forget-fix')).toMatchObject({ remediation: 'r1' })
    run.press('undo-wanted')
    expect(run.count('undo-fix')).toBe(1)
  })
})

describe('an edit by hand', () => {
  const editing = (start: Partial<Session> = {}) => {
    const run = new SessionRun(start).scanned([aFinding()]).press('accepted')
    return run.settle('source', { type: 'sources-loaded', sources: { 'web/run.js': 'eval(x)' } })
  }
  const still = { ...VERIFIED, findingGone: false, verified: false }

  test('watches the file, opens the editor and checks against the text that was there before', () => {
    const run = editing().press('editor-opened')
    expect(run.asked().slice(-2)).toEqual(['watch-file', 'edit-file'])
    run.settle('write', { type: 'editor-closed' })
    expect(run.effects.at(-1)).toMatchObject({ type: 'check-edit', before: 'eval(x)' })
  })

  test('each save is checked while it is not enough, and the one that mends it goes on', () => {
    const run = editing({ editor: null }).press('fixes-opened')
    run.send({ type: 'jumped', to: 'last' }).send({ type: 'moved', by: -1, unit: 'row' }).press('accepted')
    expect(run.session.screen.name).toBe('edit')
    for (const saves of [1, 2]) {
      run.settle('watch', { type: 'file-saved' })
      run.settle('check', { type: 'edit-checked', trial: still })
      expect(run.session.screen).toMatchObject({ name: 'edit', status: 'waiting', saves, trial: still })
    }
    run.settle('watch', { type: 'file-saved' })
    run.settle('check', { type: 'fix-applied', applied: anAppliedFix(aFinding()) })
    expect(run.session.screen.name).toBe('remember')
    expect(run.session.pending.watch).toBeUndefined()
    expect(run.effects.some(effect => effect.type === 'cancel' && effect.lane === 'watch')).toBe(true)
  })

  test('a save while an editor has the terminal waits until it is closed', () => {
    const run = editing().press('editor-opened')
    run.settle('watch', { type: 'file-saved' })
    expect(run.count('check-edit')).toBe(0)
    run.settle('write', { type: 'editor-closed' })
    expect(run.count('check-edit')).toBe(1)
  })

  test('left after a save that mended nothing, the file is scanned again and its fixes are tried anew', () => {
    const run = editing({ editor: null }).press('fixes-opened')
    run.settle('fixes', {
      type: 'fix-impossible',
      fixId: 'parse',
      problem: { kind: 'bug', message: '', nextSteps: [] },
    })
    run.send({ type: 'jumped', to: 'last' }).send({ type: 'moved', by: -1, unit: 'row' }).press('accepted')
    run.settle('watch', { type: 'file-saved' })
    run.settle('check', { type: 'edit-checked', trial: still })
    expect(Object.keys(run.session.visit?.attempts ?? {})).toEqual(['parse'])
    const tried = run.count('try-fixes')
    run.press('went-back')
    const finding = aFinding()
    run.settle('rescan', {
      type: 'scan-finished',
      paths: ['web/run.js'],
      findings: [finding],
      files: 1,
      durationMs: 1,
      unread: 0,
    })
    expect(run.session.screen.name).toBe('fix')
    expect(run.count('try-fixes')).toBe(tried + 1)
  })

  test('the watcher ends on every way out', () => {
    for (const leave of [
      (run: SessionRun) => run.press('went-back'),
      (run: SessionRun) => run.send({ type: 'tab-opened', tab: 'home' }),
    ]) {
      const run = editing({ editor: null }).press('fixes-opened')
      run.send({ type: 'jumped', to: 'last' }).send({ type: 'moved', by: -1, unit: 'row' }).press('accepted')
      expect(run.session.pending.watch).toBeDefined()
      leave(run)
      expect(run.session.pending.watch).toBeUndefined()
    }
  })

  test('without an editor it says how to set one', () => {
    const run = new SessionRun({ editor: null }).scanned([aFinding()]).press('accepted', 'editor-opened')
    expect(run.count('edit-file')).toBe(0)
    expect(run.session.notice).toMatchObject({ text: expect.stringContaining('EDITOR') })
  })
})

describe('an exemption', () => {
  test('needs a reason, and then the finding leaves the list', () => {
    const run = new SessionRun().scanned([aFinding()]).press('accepted', 'exempt-opened')
    run.down().press('accepted', 'accepted')
    expect(run.count('exempt')).toBe(0)
    run.type('behind the admin login').press('accepted')
    expect(run.effects.at(-1)).toMatchObject({
      type: 'exempt',
      decision: { kind: 'accepted-risk', reason: 'behind the admin login' },
    })
    run.settle('write', { type: 'finding-exempted', fingerprint: 'web/run.js:3' })
    expect(run.session.findings).toEqual([])
    expect(run.session.screen.name).toBe('home')
  })
})

describe('remember', () => {
  const finding = aFinding()
  const atRemember = () => {
    const run = new SessionRun()
      .scanned([finding, aFinding({ path: 'z.js' })])
      .atFix()
      .press('accepted')
    return run
      .settle('write', { type: 'fix-applied', applied: anAppliedFix(finding) })
      .settle('draft', { type: 'rule-drafted', rule: aRule(), isNew: true })
  }

  test('the developer’s words make the rule be drafted anew and go into the record', () => {
    const run = atRemember().press('words-wanted').type('orders come from outside').press('accepted')
    expect(run.effects.at(-1)).toMatchObject({ type: 'draft-rule', words: 'orders come from outside' })
    run.press('accepted')
    expect(run.effects.at(-1)).toMatchObject({ type: 'keep-rule', words: 'orders come from outside' })
  })

  test('an edited sentence is kept as it was written', () => {
    const run = atRemember().press('edit-wanted')
    run
      .send({ type: 'field-edited', edit: { kind: 'delete-all' } })
      .type('NEVER eval.')
      .press('accepted')
    run.press('accepted')
    expect(run.effects.at(-1)).toMatchObject({ type: 'keep-rule', text: 'NEVER eval.' })
  })

  test('declining keeps the fix and no rule', () => {
    const run = atRemember().press('declined')
    expect(run.count('keep-rule')).toBe(0)
    expect(run.session.visit?.finding.path).toBe('z.js')
    expect(run.session.tally.mended).toHaveLength(1)
  })

  test('the same fix is offered for the next place', () => {
    const run = atRemember().press('next-wanted')
    run.settle('write', { type: 'rule-kept', rule: aRule(), isNew: true, remediation: 'r1' })
    expect(run.session.screen).toMatchObject({ name: 'fix', cursor: 0 })
    expect(run.session.visit?.finding.path).toBe('z.js')
  })

  test('a second fix of the same kind counts as evidence, not as a second rule', () => {
    const run = atRemember().press('accepted')
    const rule = aRule({ evidence: ['r1', 'r2'] })
    run.settle('write', { type: 'rule-kept', rule, isNew: false, remediation: 'r2' })
    expect(run.session.rules).toHaveLength(1)
    expect(run.session.notice).toMatchObject({ text: expect.stringContaining('2 fixes') })
  })
})

describe('rules and files', () => {
  const withRules = () =>
    new SessionRun({ screen: NEW_RULES }).settle('open', {
      type: 'project-opened',
      project: { name: 'p', root: '/p', branch: '', dirty: false },
      mayRecord: true,
      isFirstRun: true,
      weaknesses: {},
      rules: [aRule(), aRule({ id: 'rule-2', status: 'promoted' })],
      settings: DEFAULT_SETTINGS,
      testCommand: '',
      later: [],
      resume: null,
      problems: [],
    })
  const budget = { rules: 1, maxRules: 15, tokens: 40, maxTokens: 900, kept: [], dropped: [], next: null }
  const change = {
    path: 'AGENTS.md',
    kind: 'create' as const,
    before: '',
    after: 'x',
    targets: ['codex'],
  }
  const plan = { files: [], changes: [change], refusals: [], handEdits: [], budget, notes: [], config: null }

  test('promoting twice in a burst promotes once', () => {
    const run = withRules().press('promote-wanted', 'promote-wanted')
    expect(run.count('decide')).toBe(1)
  })

  test('retiring needs a reason', () => {
    const run = withRules().press('retire-wanted', 'accepted')
    expect(run.count('decide')).toBe(0)
    run.type('we dropped eval').press('accepted')
    expect(run.effects.at(-1)).toMatchObject({ decision: { kind: 'retire', reason: 'we dropped eval' } })
  })

  test('files are written only after they were shown, and once', () => {
    const run = withRules().press('files-wanted', 'accepted')
    expect(run.count('apply-sync')).toBe(0)
    run.settle('plan', { type: 'plan-made', plan }).press('accepted', 'accepted')
    expect(run.count('apply-sync')).toBe(1)
    run.settle('write', { type: 'plan-applied', written: { changes: [change], status: null } })
    expect(run.session.screen).toMatchObject({ name: 'files', written: { changes: [change] } })
    expect(run.press('accepted').session.screen.name).toBe('rules')
    expect(run.session.tally.filesSynced).toEqual(['AGENTS.md'])
  })
})

describe('the list of findings', () => {
  test('the filter narrows while it is typed, and Esc shows all again', () => {
    const run = new SessionRun().scanned([aFinding({ path: 'a.js' }), aFinding({ path: 'web/b.js' })])
    run.send({ type: 'tab-opened', tab: 'findings' }).press('filter-opened').type('web')
    const shown = () =>
      run.session.screen.name === 'findings' ? listedFindings(run.session, run.session.screen).length : -1
    expect(shown()).toBe(1)
    run.press('accepted')
    expect(shown()).toBe(1)
    run.press('went-back')
    expect(shown()).toBe(2)
  })

  test('the cursor stays inside the list', () => {
    const run = new SessionRun().scanned([aFinding({ path: 'a.js' }), aFinding({ path: 'b.js' })])
    run.send({ type: 'tab-opened', tab: 'findings' }).down(50)
    expect(run.session.screen).toMatchObject({ cursor: 2 })
    run.down(-50)
    expect(run.session.screen).toMatchObject({ cursor: 0 })
  })
})

test('a session that was left takes no more keys', () => {
  const run = new SessionRun().scanned([aFinding()])
  run.send({ type: 'stopped', code: 0 }).press('accepted')
  expect(run.session.screen.name).toBe('home')
})
