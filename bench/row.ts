/** Which of all samples counts for a goal, as the share that lies at or below it. */
const SHARES = { median: 0.5, p95: 0.95, p99: 0.99, max: 1 } as const

/** One measured thing: its samples, and what is good enough. */
export type Row = {
  readonly name: string
  readonly unit: 'ms' | 's' | 'bytes' | 'MB' | ''
  /** What the figure is held against, in the unit; which one of the samples counts. */
  readonly goal: { readonly at: keyof typeof SHARES; readonly most: number } | null
  readonly samples: readonly number[]
}

/** Returns the sample below which a share of all samples lies (nearest rank); NaN without samples. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

/** Returns the rows as a markdown table with min, median, p95 and max of each. */
export function markdownTable(rows: readonly Row[]): string {
  const head =
    '| what | n | min | median | p95 | max | goal |\n| --- | ---: | ---: | ---: | ---: | ---: | --- |'
  return [head, ...rows.map(tableLine)].join('\n')
}

function tableLine({ name, unit, goal, samples }: Row): string {
  const at = (share: number): string => figure(percentile(samples, share))
  const cells = [name + (unit ? `, ${unit}` : ''), samples.length, at(0), at(0.5), at(0.95), at(1)]
  return `| ${[...cells, goal === null ? '' : goalText(goal, samples)].join(' | ')} |`
}

function goalText({ at, most }: NonNullable<Row['goal']>, samples: readonly number[]): string {
  if (samples.length === 0) return 'not measured'
  const share = SHARES[at]
  return `${at} ≤ ${figure(most)}: ${percentile(samples, share) <= most ? 'met' : 'missed'}`
}

function figure(value: number): string {
  if (Number.isNaN(value)) return '–'
  return value >= 100 || Number.isInteger(value) ? String(Math.round(value)) : value.toPrecision(2)
}
