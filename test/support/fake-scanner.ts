import { sha256 } from '../../source/adapters/system/sha256.js'
import type { Finding } from '../../source/core/finding/finding.js'
import type { Severity } from '../../source/core/finding/severity.js'
import type { FixKind } from '../../source/core/fix/fix.js'
import { fail, succeed } from '../../source/core/problem.js'
import type { ScanError, Scanner } from '../../source/ports/scanner.js'
import type { Workspace } from '../../source/ports/workspace.js'

type FakeFix = {
  readonly id: string
  readonly title: string
  readonly kind: FixKind
  /** The text that takes the match's place; `hole` is what the developer typed. */
  readonly replace: (argument: string, hole: string) => string
  readonly hole?: string
}

type FakeRule = {
  readonly id: string
  readonly weakness: string
  readonly title: string
  readonly severity: Severity
  readonly cwe: number
  /** Group 1 is the argument that fixes keep. */
  readonly pattern: RegExp
  readonly fixes: readonly FakeFix[]
}

const MANUAL: FakeFix = { id: 'manual', title: 'Edit it myself', kind: 'manual', replace: text => text }

/** Three rules that are enough to act out every way a fix can go. */
export const FAKE_RULES: readonly FakeRule[] = [
  {
    id: 'fake/eval',
    weakness: 'code-injection',
    title: 'Text is run as code',
    severity: 'critical',
    cwe: 95,
    pattern: /\beval\(([^()]*)\)/g,
    fixes: [
      {
        id: 'parse-json',
        title: 'Parse it as JSON',
        kind: 'rewrite',
        replace: argument => `JSON.parse(${argument})`,
      },
      {
        id: 'stays',
        title: 'A fix that mends nothing',
        kind: 'rewrite',
        replace: argument => `eval(${argument} + '')`,
      },
      {
        id: 'brings-new',
        title: 'A fix that brings a new finding',
        kind: 'rewrite',
        replace: argument => `md5(${argument})`,
      },
      {
        id: 'breaks',
        title: 'A fix that does not parse',
        kind: 'rewrite',
        replace: argument => `JSON.parse(${argument}`,
      },
      {
        id: 'allow-list',
        title: 'Look it up in a table',
        kind: 'template',
        hole: 'table',
        replace: (argument, hole) => `${hole}[${argument}]`,
      },
      MANUAL,
    ],
  },
  {
    id: 'fake/weak-hash',
    weakness: 'broken-crypto',
    title: 'A broken hash',
    severity: 'high',
    cwe: 328,
    pattern: /\bmd5\(([^()]*)\)/g,
    fixes: [
      { id: 'sha-256', title: 'Use SHA-256', kind: 'rewrite', replace: argument => `sha256(${argument})` },
      MANUAL,
    ],
  },
  {
    id: 'fake/password',
    weakness: 'hardcoded-secret',
    title: 'A password in code',
    severity: 'medium',
    cwe: 798,
    pattern: /password = ("[^"\n]+")/g,
    fixes: [
      {
        id: 'environment',
        title: 'Read it from the environment',
        kind: 'rewrite',
        replace: () => 'password = environment("PASSWORD")',
      },
      MANUAL,
    ],
  },
]

function positionOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 }
}

/** Returns the findings of the fake rules in a text, in file order. */
export function findFakes(path: string, text: string): readonly Finding[] {
  const seen = new Map<string, number>()
  const found = FAKE_RULES.flatMap(rule =>
    [...text.matchAll(rule.pattern)].map((match): Finding => {
      const key = `${rule.id}\n${path}\n${match[0].replace(/\s+/g, ' ')}`
      const occurrence = seen.get(key) ?? 0
      seen.set(key, occurrence + 1)
      const start = positionOf(text, match.index)
      const end = positionOf(text, match.index + match[0].length)
      return {
        fingerprint: sha256(`${key}\n${occurrence}`),
        engine: 'builtin',
        ruleId: rule.id,
        weakness: rule.weakness,
        title: rule.title,
        severity: rule.severity,
        confidence: 'high',
        cwe: [rule.cwe],
        owasp: 'A05:2025',
        path,
        startLine: start.line,
        startColumn: start.column,
        endLine: end.line,
        endColumn: end.column,
        startOffset: match.index,
        endOffset: match.index + match[0].length,
        message: `${rule.title}.`,
        lesson: rule.weakness,
        trace: [],
        fixes: rule.fixes.map(({ id, title, kind }) => ({ id, title, kind })),
        exempt: null,
      }
    }),
  )
  return found.sort((a, b) => a.startOffset - b.startOffset)
}

/** Returns how far a text is from balanced brackets: the fake parser's count of errors. */
function countParseErrors(text: string): number {
  return Math.abs(text.split('(').length - text.split(')').length)
}

/** Returns a scanner with the fake rules that reads files through `workspace`. */
export function createFakeScanner(workspace: Pick<Workspace, 'read' | 'listProject'>): Scanner {
  return {
    id: 'builtin',
    scan: async request => {
      request.signal?.throwIfAborted()
      const all = await workspace.listProject()
      const wanted = all.filter(
        path =>
          request.paths.length === 0 ||
          request.paths.some(start => path === start || path.startsWith(`${start}/`)),
      )
      const findings: Finding[] = []
      const errors: ScanError[] = []
      let bytes = 0
      for (const [index, path] of wanted.entries()) {
        const file = await workspace.read(path)
        if (!file.ok) errors.push({ path, kind: 'unreadable', message: file.problem.message })
        else {
          findings.push(...findFakes(path, file.value.text))
          bytes += Buffer.byteLength(file.value.text)
        }
        request.onProgress?.({
          phase: 'scanning',
          done: index + 1,
          total: wanted.length,
          findings: findings.length,
        })
      }
      const stats = {
        filesScanned: wanted.length - errors.length,
        filesSkipped: 0,
        skipped: {},
        bytes,
        durationMs: 1,
        rules: FAKE_RULES.length,
      }
      return { engine: 'builtin', findings, stats, errors }
    },
    scanText: async (path, text) => ({
      findings: findFakes(path, text),
      parsed: countParseErrors(text) === 0,
      parseErrors: countParseErrors(text),
      errors: [],
    }),
    proposeFix: async (finding, fixId, text, holes = {}) => {
      const rule = FAKE_RULES.find(one => one.id === finding.ruleId)
      const fix = rule?.fixes.find(one => one.id === fixId)
      const match = [...text.matchAll(rule?.pattern ?? /(?!)/g)].find(
        one => one.index === finding.startOffset,
      )
      if (!fix || !match) {
        return fail({
          kind: 'user-can-act',
          message: 'This fix does not apply to the file as it is now.',
          path: finding.path,
          nextSteps: ['Scan again.'],
        })
      }
      const { id, title, kind } = fix
      const filled = fix.hole === undefined ? '' : (holes[fix.hole] ?? '')
      return succeed({
        fix: { id, title, kind },
        path: finding.path,
        edits: [
          {
            start: match.index,
            end: match.index + match[0].length,
            text: fix.replace(match[1] ?? '', filled || '…'),
          },
        ],
        holes:
          fix.hole !== undefined && filled === ''
            ? [{ id: fix.hole, question: 'Which table holds the allowed values?', placeholder: '…' }]
            : [],
        note: '',
      })
    },
  }
}
