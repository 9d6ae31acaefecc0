import type { AuthorClass } from '../learned-rule/remediation.js'
import { type Rate, rateOf, rateRatio } from './rate.js'

/** The author classes in the order they are told. */
export const AUTHOR_CLASSES: readonly AuthorClass[] = ['human', 'ai', 'mixed', 'unknown']

/** The lines of a file by who wrote them, and the findings that start on them. */
export type AuthoredFile = {
  /** Author class of each line, first line first; blank lines are null. */
  readonly lines: readonly (AuthorClass | null)[]
  /** Findings of the file: weakness and line, starting at 1. */
  readonly findings: readonly { readonly weakness: string; readonly line: number }[]
}

/** What stands in the code now, by author class. */
export type AuthorMeasure = {
  readonly classes: readonly {
    readonly author: AuthorClass
    readonly findings: number
    /** Lines that are not blank. */
    readonly lines: number
    /** Null when there is not enough data. */
    readonly rate: Rate | null
  }[]
  readonly weaknesses: readonly ({ readonly weakness: string } & Readonly<Record<AuthorClass, number>>)[]
  /** Share (0–1) of lines whose author is known. */
  readonly coverage: number
  /** AI lines against human ones; null unless both have enough data. */
  readonly aiToHuman: { readonly ratio: number; readonly low: number; readonly high: number } | null
}

const NONE: Readonly<Record<AuthorClass, number>> = { human: 0, ai: 0, mixed: 0, unknown: 0 }

function plusOne(counts: Readonly<Record<AuthorClass, number>>, author: AuthorClass) {
  return { ...counts, [author]: counts[author] + 1 }
}

/**
 * Counts lines and findings by author class. It is a stock measure: what is in the code now, not what came in and was
 * mended since. It says nothing of persons.
 */
export function measureAuthors(files: readonly AuthoredFile[]): AuthorMeasure {
  const lines = { ...NONE }
  let findings = NONE
  const byWeakness = new Map<string, Readonly<Record<AuthorClass, number>>>()
  for (const file of files) {
    for (const author of file.lines) if (author !== null) lines[author] += 1
    for (const { weakness, line } of file.findings) {
      const author = file.lines[line - 1] ?? 'unknown'
      findings = plusOne(findings, author)
      byWeakness.set(weakness, plusOne(byWeakness.get(weakness) ?? NONE, author))
    }
  }
  const total = AUTHOR_CLASSES.reduce((sum, author) => sum + lines[author], 0)
  const classes = AUTHOR_CLASSES.map(author => ({
    author,
    findings: findings[author],
    lines: lines[author],
    rate: rateOf(findings[author], lines[author] / 1000),
  }))
  const rates = Object.fromEntries(classes.map(one => [one.author, one.rate]))
  return {
    classes,
    weaknesses: [...byWeakness].sort().map(([weakness, counts]) => ({ weakness, ...counts })),
    coverage: total === 0 ? 0 : 1 - lines.unknown / total,
    aiToHuman: rates.ai && rates.human ? rateRatio(rates.ai, rates.human) : null,
  }
}
