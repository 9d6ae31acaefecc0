import { learnFromHistory } from '../app/learn-from-history.js'
import { draftRemediation, type RecordedFix, recordRemediation } from '../app/record-remediation.js'
import { printable } from '../core/text/printable.js'
import type { Command, CommandInput, CommandResult } from './command.js'
import { EXIT } from './exit-codes.js'
import { showCount } from './show-progress.js'
import { toJson } from './to-json.js'
import { usageProblem } from './usage-problem.js'

const LIMIT = 200

/** Proposes candidates from fixes that stand in the project's history. */
export const learnCommand: Command = {
  name: 'learn',
  summary: 'proposes candidate rules from fixes found in the git history',
  usage: 'learn --from-git [RANGE] [options]',
  options: {
    'from-git': { type: 'string' },
    limit: { type: 'string' },
    yes: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  optionalValues: ['from-git'],
  optionHelp: [
    ['--from-git [RANGE]', 'the commits to look at (all of HEAD when left out)'],
    ['--limit N', `at most N commits (${LIMIT} when left out); what to go on with is told`],
    ['--yes', 'keeps the candidates without asking'],
    ['--json', 'prints them as JSON'],
  ],
  takesPaths: false,
  run: learn,
}

async function learn({ tools, values, io }: CommandInput): Promise<CommandResult> {
  const range = values['from-git']
  if (typeof range !== 'string') return usageProblem('learn needs a source: --from-git [RANGE]')
  const limit = values.limit === undefined ? LIMIT : Number(values.limit)
  if (!(Number.isInteger(limit) && limit >= 1 && limit <= 100_000))
    return usageProblem('--limit takes a number from 1 to 100000.')
  const progress = showCount(io, 'Reading history', 'commit')
  const found = await learnFromHistory(tools, {
    range: range === '' ? null : range,
    limit,
    signal: io.signal,
    onProgress: (done, total, fixes) => progress(done, total, [fixes, 'fix', 'fixes']),
  })
  io.status('')
  if (!found.ok) return { exitCode: EXIT.failed, problem: found.problem }
  const { fixes, commits, next } = found.value

  const known = new Set((await tools.store.load()).remediations.map(one => one.id))
  const fresh: { readonly fix: (typeof fixes)[number]; readonly drafted: RecordedFix }[] = []
  for (const fix of fixes) {
    const drafted = await draftRemediation(tools, fix)
    if (drafted.ok && !known.has(drafted.value.remediation.id)) fresh.push({ fix, drafted: drafted.value })
  }
  const more = next === null ? [] : [`To go on further back: guardrail-coach learn --from-git ${next}`]
  for (const { fix, drafted } of fresh) {
    const { remediation, rule } = drafted
    io.err(
      printable(
        `${remediation.commit?.slice(0, 9)} ${remediation.fixedOn} ${remediation.path}:${fix.applied.preview.finding.startLine}`,
      ),
    )
    io.err(`  ${printable(rule.text)}`)
  }
  io.err(
    `${fresh.length} new fix${fresh.length === 1 ? '' : 'es'} in ${commits} commit${commits === 1 ? '' : 's'}.`,
  )
  for (const line of more) io.err(line)
  if (io.signal.aborted) return { exitCode: EXIT.interrupted }

  const isKept =
    fresh.length > 0 &&
    (values.yes === true || (io.canAsk && (await io.confirm('Keep these as candidates?'))))
  if (fresh.length > 0 && !isKept && !io.canAsk && !values.json)
    return usageProblem(
      'Nothing was written: nobody is here to say yes.',
      'Add --yes to keep the candidates.',
    )
  const kept = isKept
    ? await keep(
        tools,
        fresh.map(one => one.fix),
      )
    : null
  if (kept !== null && 'message' in kept) return { exitCode: EXIT.failed, problem: kept }
  if (values.json)
    io.out(
      toJson({
        schemaVersion: 1,
        written: isKept,
        commits,
        next,
        candidates: fresh.map(({ drafted: { remediation, rule } }) => ({
          commit: remediation.commit,
          path: remediation.path,
          weakness: remediation.weakness,
          rule: rule.id,
          text: rule.text,
        })),
      }),
    )
  else if (isKept) io.out(`Kept. Review them with: guardrail-coach rules`)
  return { exitCode: EXIT.done }
}

/** Records the fixes in the order they were made, so that later ones add to the rules of earlier ones. */
async function keep(tools: CommandInput['tools'], fixes: readonly Parameters<typeof recordRemediation>[1][]) {
  const result = await tools.workspace.withLock(async () => {
    for (const fix of [...fixes].reverse()) {
      const recorded = await recordRemediation(tools, fix)
      if (!recorded.ok) return recorded
    }
    return { ok: true as const, value: null }
  })
  return result.ok ? null : result.problem
}
