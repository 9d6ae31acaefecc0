import { confidenceWord } from '../../core/finding/confidence-words.js'
import type { Finding } from '../../core/finding/finding.js'
import { sortFindings } from '../../core/session/finding-rows.js'
import { FINDING_ORDERS, type FindingOrder } from '../../core/session/findings-screen.js'
import { sinkPlace } from '../../core/session/selectors.js'
import { printable } from '../../core/text/printable.js'
import { count } from '../../core/text/words.js'
import { showCount } from '../show-progress.js'
import { askLine, chooseFrom, type MenuItem } from './menu.js'
import type { PlainCoach } from './plain-coach.js'
import { walkRound } from './walk-round.js'

/** Findings listed at a time; the rest follows on request. */
const PAGE = 20

const ORDER_WORDS: Readonly<Record<FindingOrder, string>> = {
  severity: 'the worst first',
  confidence: 'the surest first',
  file: 'by file',
  newest: 'the newest first',
}

type Step = Finding | 'more' | 'filter' | 'order'

/** Lists the findings a page at a time under the names of their rules; one can be opened, the list filtered and sorted. */
export async function listFindings(coach: PlainCoach): Promise<void> {
  const { talk } = coach
  let words = ''
  let order: FindingOrder = 'severity'
  let from = 0
  while (!coach.signal.aborted) {
    const dates = order === 'newest' ? await datesOf(coach) : {}
    const found = sortFindings(coach.open, words, order, dates)
    const page = found.slice(from, from + PAGE)
    talk.say('')
    talk.say(
      `${count(found.length, 'finding')}, ${ORDER_WORDS[order]}${words === '' ? '' : `, with the words “${words}”`}:`,
    )
    const rest = found.length - from - page.length
    const items: readonly MenuItem<Step>[] = [
      ...page.map(finding => ({ value: finding, label: lineOf(finding, coach) })),
      ...(rest > 0 ? [{ value: 'more' as const, label: `${count(rest, 'more finding')}` }] : []),
      {
        value: 'filter',
        label: words === '' ? 'show only those that hold some words' : 'other words, or none',
      },
      { value: 'order', label: 'sort otherwise' },
    ]
    const step = await chooseFrom(talk, 'Which', items, 'go back')
    if (step === null) return
    if (step === 'more') from += PAGE
    else if (step === 'filter') {
      words = await askLine(talk, 'Words (nothing shows all):')
      from = 0
    } else if (step === 'order') {
      order = (await askOrder(coach)) ?? order
      from = 0
    } else await walkRound(coach, [step, ...found.filter(one => one !== step && one.ruleId === step.ruleId)])
  }
}

function lineOf(finding: Finding, { later }: PlainCoach): string {
  const { title, severity, confidence, path, startLine, fingerprint } = finding
  const aside = later.has(fingerprint) ? ', set aside for later' : ''
  return printable(`${title}: ${severity}, ${confidenceWord(confidence)}, ${path}, line ${startLine}${aside}`)
}

function askOrder({ talk }: PlainCoach): Promise<FindingOrder | null> {
  return chooseFrom(
    talk,
    'Sort',
    FINDING_ORDERS.map(order => ({ value: order, label: ORDER_WORDS[order] })),
    'go back',
  )
}

/** When the lines were committed, by fingerprint; asked of git file by file. */
async function datesOf({ tools, open, input }: PlainCoach): Promise<Record<string, string | null>> {
  const dates: Record<string, string | null> = {}
  const paths = [...new Set(open.map(finding => sinkPlace(finding).path))]
  const progress = showCount(input.io, 'Asking git', 'file')
  for (const [at, path] of paths.entries()) {
    progress(at + 1, paths.length)
    const known = await tools.git.lineDates(path)
    for (const finding of open) {
      const place = sinkPlace(finding)
      if (place.path === path) dates[finding.fingerprint] = known?.[place.line - 1] ?? null
    }
  }
  input.io.status('')
  return dates
}
