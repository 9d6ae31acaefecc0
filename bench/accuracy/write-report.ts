import { availableParallelism } from 'node:os'
import { CONFIDENCES, type Confidence } from '../../source/core/finding/severity.js'
import type { Documented, Facts, Judgement, Project, Scan } from './read-facts.js'
import { wilsonInterval } from './wilson.js'

/** A project with what was found in it. */
export type Measured = { readonly project: Project; readonly lines: number; readonly scan: Scan }

/** A judgement, and how sure the rule is of the finding now; null when it is no longer told. */
type Matched = Judgement & { readonly confidence: Confidence | null }

const GOALS: Readonly<Record<Confidence, string>> = { high: '≥ 90 %', medium: '≥ 60 %', low: '' }

/** Returns the text of docs/accuracy.md. */
export function writeReport(measured: readonly Measured[], facts: Facts, date: string): string {
  const matched = facts.judgements.flatMap(one => match(one, measured))
  const told = matched.filter(one => one.confidence !== null)
  const gone = matched.filter(one => one.confidence === null)
  return [
    '# Accuracy',
    '',
    `Written by \`npx tsx bench/accuracy.ts FOLDER\` on ${date}: ${availableParallelism()} cores. Every judgement is one person's, made with`,
    'the code in view, and stands in `bench/accuracy/judgements.json`. Intervals are Wilson’s, 95 %. Rules were mended on what was',
    'seen in some of these projects, so the figures are those after mending and not of an untouched sample.',
    '',
    '## Judged findings by confidence',
    '',
    table(
      ['confidence', 'goal', 'true', 'false', 'share true', '95 %', 'findings told', 'judged'],
      [...CONFIDENCES].reverse().map(level => confidenceRow(level, told, measured)),
    ),
    '',
    `${gone.filter(one => one.verdict === 'false').length} judged false alarms are no longer told, and ${gone.filter(one => one.verdict === 'true').length} true ones.`,
    '',
    '## Judged findings by rule',
    '',
    table(['rule', 'confidence', 'true', 'false', 'share true', '95 %'], ruleRows(told)),
    '',
    '## Well-kept projects',
    '',
    'Lines are those of tracked JavaScript, TypeScript and Python files. The goal is at most one high-confidence finding in 10,000 lines.',
    '',
    table(
      ['project', 'commit', 'lines', 'high', 'medium', 'low', 'high in 10,000 lines', 'files given up'],
      cleanRows(measured.filter(one => one.project.kind === 'clean')),
    ),
    '',
    '## Applications',
    '',
    table(
      ['project', 'commit', 'lines', 'high', 'medium', 'low', 'high in 10,000 lines', 'files given up'],
      cleanRows(measured.filter(one => one.project.kind === 'application')),
    ),
    '',
    '## Teaching projects',
    '',
    'What their documentation names; that of Vulnerable-Flask-App names nothing, so its rows are what its code shows. Found means that one of the listed rules tells it in that file.',
    '',
    table(
      ['project', 'vulnerability', 'result', 'rule or reason'],
      facts.documented.map(one => documentedRow(one, measured)),
    ),
    '',
    tally(facts.documented, measured),
    '',
  ].join('\n')
}

function match(judgement: Judgement, measured: readonly Measured[]): readonly Matched[] {
  const scan = measured.find(one => one.project.name === judgement.project)?.scan
  if (scan === undefined) return []
  const found = scan.findings.find(
    one => one.ruleId === judgement.rule && one.path === judgement.path && one.startLine === judgement.line,
  )
  return [{ ...judgement, confidence: found?.confidence ?? null }]
}

function confidenceRow(
  level: Confidence,
  told: readonly Matched[],
  measured: readonly Measured[],
): readonly string[] {
  const judged = told.filter(one => one.confidence === level)
  const all = measured
    .filter(one => one.project.kind !== 'teaching')
    .reduce((sum, one) => sum + countOf(one.scan, level), 0)
  return [level, GOALS[level], ...shares(judged), String(all), String(judged.length)]
}

function ruleRows(told: readonly Matched[]): readonly (readonly string[])[] {
  const groups = new Map<string, Matched[]>()
  for (const one of told) {
    const key = `${one.rule} ${one.confidence}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, judged]) => [...key.split(' '), ...shares(judged)])
}

function shares(judged: readonly Matched[]): readonly string[] {
  const hits = judged.filter(one => one.verdict === 'true').length
  const [low, high] = wilsonInterval(hits, judged.length)
  const share = judged.length === 0 ? '' : percent(hits / judged.length)
  const interval = judged.length === 0 ? '' : `${percent(low)} to ${percent(high)}`
  return [String(hits), String(judged.length - hits), share, interval]
}

function cleanRows(measured: readonly Measured[]): readonly (readonly string[])[] {
  const rows = measured.map(({ project, lines, scan }) => [
    project.repository,
    project.commit,
    ...figures(lines, [scan]),
  ])
  const lines = measured.reduce((sum, one) => sum + one.lines, 0)
  return [
    ...rows,
    [
      'all',
      '',
      ...figures(
        lines,
        measured.map(one => one.scan),
      ),
    ],
  ]
}

function figures(lines: number, scans: readonly Scan[]): readonly string[] {
  const [high = 0, medium = 0, low = 0] = (['high', 'medium', 'low'] as const).map(level =>
    scans.reduce((sum, scan) => sum + countOf(scan, level), 0),
  )
  const gaveUp = scans.reduce(
    (sum, scan) => sum + scan.errors.filter(one => one.kind === 'gave-up').length,
    0,
  )
  const rate = lines === 0 ? '' : ((high * 10_000) / lines).toFixed(2)
  return [lines.toLocaleString('en'), String(high), String(medium), String(low), rate, String(gaveUp)]
}

function countOf(scan: Scan, level: Confidence): number {
  return scan.findings.filter(one => one.confidence === level).length
}

type Result = 'found' | 'missed' | 'not in code'

function resultOf(
  one: Documented,
  measured: readonly Measured[],
): { readonly result: Result; readonly by: string } {
  if (one.path === '') return { result: 'not in code', by: one.why }
  const scan = measured.find(other => other.project.name === one.project)?.scan
  const found = scan?.findings.find(
    finding => one.rules.includes(finding.ruleId) && finding.path === one.path,
  )
  if (found === undefined) return { result: 'missed', by: one.why }
  return { result: 'found', by: `${found.ruleId} (${found.confidence}), line ${found.startLine}` }
}

function documentedRow(one: Documented, measured: readonly Measured[]): readonly string[] {
  const { result, by } = resultOf(one, measured)
  return [one.project, one.name, result, by]
}

function tally(documented: readonly Documented[], measured: readonly Measured[]): string {
  const results = documented.map(one => resultOf(one, measured).result)
  const count = (result: Result): number => results.filter(one => one === result).length
  return `${count('found')} found, ${count('missed')} missed, ${count('not in code')} that code cannot show.`
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map(row => `| ${row.join(' | ')} |`).join('\n')
}
