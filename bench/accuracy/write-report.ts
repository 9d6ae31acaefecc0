import { availableParallelism } from 'node:os'
import { CONFIDENCES, type Confidence } from '../../source/core/finding/severity.js'
import type { Documented, EarlierSample, Facts, Judgement, Project, Sample, Scan } from './read-facts.js'
import { wilsonInterval } from './wilson.js'

/** A project with what was found in it. */
export type Measured = { readonly project: Project; readonly lines: number; readonly scan: Scan }

/** A judgement, and how sure the rule is of the finding now; null when it is no longer told. */
type Matched = Omit<Judgement, 'confidence'> & { readonly confidence: Confidence | null }

const GOALS: Readonly<Record<Confidence, string>> = { high: '≥ 90 %', medium: '≥ 60 %', low: '' }

const FAMILIES: Readonly<Record<string, string>> = {
  js: 'JavaScript and TypeScript',
  py: 'Python',
  go: 'Go',
  java: 'Java',
  php: 'PHP',
  rb: 'Ruby',
  cs: 'C#',
}

const CLEAN_HEAD: readonly string[] = [
  ...['project', 'commit', 'lines', 'high', 'medium', 'low'],
  ...['high in 10,000 lines', 'files given up'],
]

/** Returns the text of docs/accuracy.md; `rules` is the commit that changed rules or code last. */
export function writeReport(
  measured: readonly Measured[],
  facts: Facts,
  date: string,
  rules: string,
): string {
  const matched = facts.judgements.flatMap(one => match(one, measured))
  const applications = measured.filter(one => one.project.kind === 'application')
  return [
    '# Accuracy',
    '',
    `Written by \`npx tsx bench/accuracy.ts FOLDER\` on ${date}: ${availableParallelism()} cores. Every judgement is one reader's, made with`,
    'the code in view, and stands in `bench/accuracy/judgements.json`. Intervals are Wilson’s, 95 %.',
    '',
    '## Untouched sample',
    '',
    'No rule had been written or mended on these projects when they were scanned and judged, once; the figures stand as they came out.',
    'A finding counts as true only where the harm can happen in the program as it runs: dead code, samples and what only an administrator',
    'can send count as false.',
    `Rules and code were changed since then, last by ${rules}: that these are better is not measured yet.`,
    '',
    ...sampleTables('untouched', matched, measured),
    '',
    table(
      [...CLEAN_HEAD, 'rules of'],
      untouchedRows(applications.filter(one => one.project.sample === 'untouched')),
    ),
    '',
    'Samples that were untouched once, with the figures they gave then; what they showed was mended afterwards. Their projects stand in',
    '`bench/accuracy/earlier-samples.json`:',
    '',
    table(
      [
        ...['date', 'rules of', 'languages', 'projects', 'confidence', 'findings told'],
        ...['true', 'false', 'share true', '95 %'],
      ],
      facts.earlier.flatMap(earlierRows),
    ),
    '',
    '## Development projects',
    '',
    'Rules were mended on what was seen in these projects, so the figures are those after mending and say little about others.',
    '',
    ...sampleTables('development', matched, measured),
    '',
    table(CLEAN_HEAD, cleanRows(applications.filter(one => one.project.sample === 'development'))),
    '',
    '## Well-kept projects',
    '',
    'Lines are those of tracked files in the languages that have rules. The goal is at most one high-confidence finding in 10,000 lines.',
    '',
    table(CLEAN_HEAD, cleanRows(measured.filter(one => one.project.kind === 'clean'))),
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

/** Two tables and a sentence for one sample: by confidence and language, by rule, and what is no longer told. */
function sampleTables(
  sample: Sample,
  matched: readonly Matched[],
  measured: readonly Measured[],
): readonly string[] {
  const projects = measured.filter(one => one.project.sample === sample && one.project.kind !== 'teaching')
  const names = new Set(projects.map(one => one.project.name))
  const judged = matched.filter(one => names.has(one.project))
  const told = judged.filter(one => one.confidence !== null)
  const gone = (verdict: string) =>
    judged.filter(one => one.confidence === null && one.verdict === verdict).length
  return [
    table(
      ['confidence', 'rules', 'goal', 'true', 'false', 'share true', '95 %', 'findings told', 'judged'],
      [...CONFIDENCES].reverse().flatMap(level => confidenceRows(level, told, projects)),
    ),
    '',
    `${gone('false')} judged false alarms are no longer told, and ${gone('true')} true ones.`,
    '',
    table(['rule', 'confidence', 'true', 'false', 'share true', '95 %'], ruleRows(told)),
  ]
}

function match(judgement: Judgement, measured: readonly Measured[]): readonly Matched[] {
  const scan = measured.find(one => one.project.name === judgement.project)?.scan
  if (scan === undefined) return []
  const found = scan.findings.find(
    one => one.ruleId === judgement.rule && one.path === judgement.path && one.startLine === judgement.line,
  )
  return [{ ...judgement, confidence: found?.confidence ?? null }]
}

/** One row for all rules, then one for each family of rules that tells something. */
function confidenceRows(
  level: Confidence,
  told: readonly Matched[],
  projects: readonly Measured[],
): readonly (readonly string[])[] {
  const judged = told.filter(one => one.confidence === level)
  const all = projects.flatMap(one => one.scan.findings).filter(one => one.confidence === level)
  const families = [...new Set(all.map(one => familyOf(one.ruleId)))].sort()
  const row = (name: string, mine: readonly Matched[], findings: number) => [
    ...[level, name, GOALS[level]],
    ...[...shares(mine), String(findings), String(mine.length)],
  ]
  return [
    row('all', judged, all.length),
    ...families.map(family =>
      row(
        family,
        judged.filter(one => familyOf(one.rule) === family),
        all.filter(one => familyOf(one.ruleId) === family).length,
      ),
    ),
  ]
}

/** Rule ids begin with their language; those without one read any text. */
function familyOf(ruleId: string): string {
  return FAMILIES[ruleId.split('-')[0] ?? ''] ?? 'any text'
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
  return shareOf(judged.filter(one => one.verdict === 'true').length, judged.length)
}

function shareOf(hits: number, all: number): readonly string[] {
  const [low, high] = wilsonInterval(hits, all)
  const share = all === 0 ? '' : percent(hits / all)
  const interval = all === 0 ? '' : `${percent(low)} to ${percent(high)}`
  return [String(hits), String(all - hits), share, interval]
}

function earlierRows(one: EarlierSample): readonly (readonly string[])[] {
  return (['high', 'medium'] as const).map(level => {
    const { true: hits, false: misses, told = hits + misses } = one.judged[level]
    return [
      one.date,
      one.rules,
      one.languages,
      String(one.projects.length),
      level,
      String(told),
      ...shareOf(hits, hits + misses),
    ]
  })
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

function untouchedRows(measured: readonly Measured[]): readonly (readonly string[])[] {
  const rows = cleanRows(measured)
  return rows.map((row, index) => [...row, measured[index]?.project.rules ?? ''])
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
