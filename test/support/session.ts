import type { Finding } from '../../source/core/finding/finding.js'
import type { AppliedFix, FixPreview, FixTrial } from '../../source/core/fix/fix-preview.js'
import type { LearnedRule } from '../../source/core/learned-rule/learned-rule.js'
import type { Effect } from '../../source/core/session/effect.js'
import type { Event, Intent, Outcome, OutcomeBody } from '../../source/core/session/event.js'
import { type Lane, newSession, type Session } from '../../source/core/session/session.js'
import { startSession } from '../../source/core/session/start-session.js'
import { transition } from '../../source/core/session/transition.js'
import { DEFAULT_SETTINGS } from '../../source/core/settings/settings.js'

/** Returns a finding; each test says only what it is about. */
export function aFinding(over: Partial<Finding> = {}): Finding {
  const path = over.path ?? 'web/run.js'
  const startLine = over.startLine ?? 3
  return {
    fingerprint: `${path}:${startLine}`,
    engine: 'builtin',
    ruleId: 'js/eval',
    weakness: 'code-injection',
    title: 'Text is run as code',
    severity: 'critical',
    confidence: 'high',
    cwe: [95],
    owasp: 'A05:2025',
    path,
    startLine,
    startColumn: 1,
    endLine: startLine,
    endColumn: 10,
    startOffset: 0,
    endOffset: 9,
    message: 'Text is run as code.',
    lesson: 'code-injection',
    trace: [],
    fixes: [
      { id: 'parse', title: 'Parse it', kind: 'rewrite' },
      { id: 'table', title: 'Look it up', kind: 'template' },
    ],
    exempt: null,
    ...over,
  }
}

/** Returns a preview of a finding's fix. */
export function aPreview(finding: Finding, over: Partial<FixPreview> = {}): FixPreview {
  return {
    finding,
    fix: finding.fixes[0] ?? { id: 'parse', title: 'Parse it', kind: 'rewrite' },
    path: finding.path,
    before: 'eval(x)\n',
    after: 'JSON.parse(x)\n',
    hash: 'h1',
    hunks: [],
    holes: [],
    note: '',
    ...over,
  }
}

export const VERIFIED: FixTrial = {
  parses: true,
  findingGone: true,
  newFindings: [],
  verified: true,
  checkedBy: 'rule',
}

/** Returns a fix that was written and verified. */
export function anAppliedFix(finding: Finding): AppliedFix {
  return { preview: aPreview(finding), trial: VERIFIED, writtenHash: 'h2' }
}

/** Returns a learned rule. */
export function aRule(over: Partial<LearnedRule> = {}): LearnedRule {
  return {
    schemaVersion: 1,
    id: 'rule-1',
    status: 'candidate',
    kind: 'prohibition',
    weakness: 'code-injection',
    cwe: [95],
    severity: 'critical',
    language: 'javascript',
    anchors: [],
    text: 'NEVER run text as code: it runs with your rights. Use `JSON.parse`.',
    edited: false,
    scope: [],
    detector: { kind: 'shipped-rule', ruleId: 'js/eval' },
    gate: { firesOnBefore: true, silentOnAfter: true },
    evidence: ['r1'],
    reason: '',
    ...over,
  }
}

/** A session that is driven by events and keeps every effect it asked for. */
export class SessionRun {
  session: Session
  readonly effects: Effect[] = []

  constructor(start: Partial<Session> = {}) {
    const step = startSession({
      ...newSession({
        size: { columns: 80, rows: 23 },
        version: '0.0.0',
        project: { name: 'parcel-desk', root: '/parcel-desk', branch: '', dirty: false },
        editor: start.editor === undefined ? 'vim' : start.editor,
        screen: { name: 'scanning' },
      }),
      ...start,
    })
    this.session = step.session
    this.effects.push(...step.effects)
  }

  send(event: Event): this {
    const step = transition(this.session, event)
    this.session = step.session
    this.effects.push(...step.effects)
    return this
  }

  press(...types: Exclude<Intent['type'], 'moved' | 'resized'>[]): this {
    for (const type of types) this.send({ type } as Intent)
    return this
  }

  type(text: string): this {
    return this.send({ type: 'field-edited', edit: { kind: 'insert', text } })
  }

  down(by = 1): this {
    return this.send({ type: 'moved', by, unit: 'row' })
  }

  /** Answers the work under way in a lane. */
  settle(lane: Lane, body: OutcomeBody): this {
    const ticket = this.session.pending[lane]
    if (ticket === undefined) throw new Error(`nothing is under way in the lane ${lane}`)
    return this.send({ ...body, lane, ticket } as Outcome)
  }

  /** Finishes the opening and the scan of a project with these findings. */
  scanned(
    findings: readonly Finding[],
    opened: Partial<OutcomeBody & { type: 'project-opened' }> = {},
  ): this {
    return this.settle('open', {
      type: 'project-opened',
      project: { name: 'parcel-desk', root: '/parcel-desk', branch: 'main', dirty: false },
      mayRecord: true,
      isFirstRun: false,
      weaknesses: {},
      rules: [],
      settings: DEFAULT_SETTINGS,
      testCommand: '',
      later: [],
      resume: null,
      problems: [],
      ...opened,
    }).settle('scan', {
      type: 'scan-finished',
      paths: [],
      findings,
      files: 12,
      durationMs: 800,
      unread: 0,
    })
  }

  /** Goes to the choice of a fix of the first finding, with its first fix ready to apply. */
  atFix(): this {
    this.press('accepted', 'fixes-opened')
    const finding = this.session.visit?.finding
    if (!finding) throw new Error('no finding is open')
    return this.settle('fixes', { type: 'fix-previewed', fixId: 'parse', preview: aPreview(finding) }).settle(
      'fixes',
      { type: 'fix-tried', fixId: 'parse', trial: VERIFIED },
    )
  }

  /** Types of the effects asked for so far. */
  asked(): readonly Effect['type'][] {
    return this.effects.map(effect => effect.type)
  }

  count(type: Effect['type']): number {
    return this.asked().filter(one => one === type).length
  }
}
