import { AUTHOR_CLASSES, type AuthorMeasure } from '../core/stats/author-measure.js'
import type { Interval, Rate } from '../core/stats/rate.js'
import { printable } from '../core/text/printable.js'
import { count } from '../core/text/words.js'

const NAMES = { human: 'people', ai: 'assistants', mixed: 'both', unknown: 'unknown' } as const

function round(value: number): number {
  return Math.round(value * 100) / 100
}

function range({ low, high }: Interval): string {
  return `${low.toFixed(2)} to ${high.toFixed(2)}`
}

function rateWords(rate: Rate | null): string {
  return rate === null
    ? 'not enough data'
    : `${range(rate.exact)} in 1,000 lines, about ${rate.perKloc.toFixed(2)}`
}

function comparison(measure: AuthorMeasure): string {
  const compared = measure.aiToHuman
  if (compared === null)
    return 'Assistants and people cannot be compared: too few lines or findings of one of them.'
  const times = `${range(compared)} times as many findings in lines of assistants as in lines of people`
  if (compared.low > 1) return `Higher: ${times}.`
  return compared.high < 1 ? `Lower: ${times}.` : `No difference shown: ${times}.`
}

/** Returns who wrote what as lines: counts first, then the interval, the point last (learning.md §4.3). */
export function authorLines(measure: AuthorMeasure): readonly string[] {
  const coverage = Math.round(measure.coverage * 100)
  return [
    '',
    `Who wrote the lines that are here now (git tells it for ${coverage} % of them):`,
    ...measure.classes.map(
      ({ author, findings, lines, rate }) =>
        `  ${NAMES[author].padEnd(10)}  ${count(findings, 'finding')} in ${count(lines, 'line')}: ${rateWords(rate)}`,
    ),
    comparison(measure),
    ...measure.weaknesses.map(one =>
      printable(
        `  ${one.weakness}: ${AUTHOR_CLASSES.filter(author => one[author] > 0)
          .map(author => `${one[author]} ${NAMES[author]}`)
          .join(', ')}`,
      ),
    ),
  ]
}

function intervalJson({ low, high }: Interval) {
  return { low: round(low), high: round(high) }
}

/** Returns who wrote what as scripts read it; `rate` is null where there is not enough data. */
export function authorsJson(measure: AuthorMeasure) {
  return {
    coverage: round(measure.coverage),
    classes: measure.classes.map(({ author, findings, lines, rate }) => ({
      author,
      findings,
      lines,
      rate: rate && {
        perKloc: round(rate.perKloc),
        garwood: intervalJson(rate.exact),
        jeffreys: intervalJson(rate.jeffreys),
      },
    })),
    weaknesses: measure.weaknesses,
    aiToHuman: measure.aiToHuman && {
      ratio: round(measure.aiToHuman.ratio),
      ...intervalJson(measure.aiToHuman),
    },
  }
}
