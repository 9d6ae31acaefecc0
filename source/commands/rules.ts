import { scoreIn } from '../app/collect-guardrails.js'
import { findMorePlaces } from '../app/find-places.js'
import { editRule, mergeRules, promoteRule, restoreRule, retireRule, scopeRule } from '../app/review-rules.js'
import { findNearDuplicates } from '../core/learned-rule/find-near-duplicates.js'
import { isEnforced } from '../core/learned-rule/gate.js'
import type { LearnedRule } from '../core/learned-rule/learned-rule.js'
import { lintText } from '../core/learned-rule/lint-text.js'
import type { Result } from '../core/problem.js'
import { printable } from '../core/text/printable.js'
import type { Command, CommandInput, CommandResult } from './command.js'
import { EXIT } from './exit-codes.js'
import { ruleLine, ruleLines } from './rules-text.js'
import { exportPack, importPack, refresh } from './rules-upkeep.js'
import { toJson } from './to-json.js'
import { usageProblem } from './usage-problem.js'

/** Lists the learned rules and decides on them without the review screen. */
export const rulesCommand: Command = {
  name: 'rules',
  summary: 'reviews what your fixes taught: promote, edit, merge or retire',
  usage:
    'rules [review | list | show ID | promote ID | edit ID | scope ID | merge KEEP DROP | retire ID | restore ID | refresh | export [ID…] | import FILE] [options]',
  options: {
    text: { type: 'string' },
    reason: { type: 'string' },
    to: { type: 'string' },
    'sentence-only': { type: 'boolean' },
    'confirm-places': { type: 'boolean' },
    plain: { type: 'boolean' },
    yes: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  optionHelp: [
    ['--plain', 'review: asks on plain numbered lines, for screen readers and pipes'],
    ['--text TEXT', 'edit: the new sentence'],
    ['--to GLOBS', 'scope: where it applies, comma-separated; empty for everywhere'],
    ['--reason TEXT', 'retire: why'],
    ['--sentence-only', 'promote: the sentence without its detector'],
    ['--confirm-places', 'promote: the other places the learned pattern matches are mistakes too'],
    ['--yes', 'writes without asking'],
    ['--json', 'prints the rules as JSON'],
  ],
  takesPaths: false,
  screen: ({ values, positionals: [verb = 'review', ...rest] }) =>
    verb === 'review' && rest.length === 0 && !values.json && !values.plain ? 'rules' : null,
  run: rules,
}

async function rules(input: CommandInput): Promise<CommandResult> {
  const { positionals, values } = input
  const isAsked = values.plain === true || (input.io.plain === 'screen-reader' && !values.json)
  const [verb = isAsked ? 'review' : 'list', ...ids] = positionals
  const count = {
    review: 0,
    list: 0,
    show: 1,
    import: 1,
    refresh: 0,
    promote: 1,
    edit: 1,
    scope: 1,
    merge: 2,
    retire: 1,
    restore: 1,
  }[verb]
  if (verb === 'export') return exportPack(input, ids)
  if (count === undefined)
    return usageProblem(
      `${printable(verb)} is nothing that can be done with rules.`,
      'See: guardrail-coach rules --help',
    )
  if (ids.length !== count)
    return usageProblem(
      `rules ${verb} takes ${count === 0 ? 'no id' : count === 1 ? 'the id of one rule' : 'the ids of two rules'}.`,
      'List them with: guardrail-coach rules list',
    )
  const [id = '', other = ''] = ids
  if (verb === 'review') return reviewPlainly(input)
  if (verb === 'list') return list(input)
  if (verb === 'show') return show(input, id)
  if (verb === 'import') return importPack(input, id)
  if (verb === 'refresh') return refresh(input)
  const { tools } = input
  switch (verb) {
    case 'promote':
      return decide(input, id, 'Promote this rule?', () =>
        promoteRule(tools, id, {
          sentenceAlone: values['sentence-only'] === true,
          placesConfirmed: values['confirm-places'] === true,
        }),
      )
    case 'edit': {
      if (typeof values.text !== 'string') return usageProblem('rules edit needs the sentence: --text TEXT')
      const text = values.text
      return decide(input, id, `Give it this sentence: ${printable(text)}`, () => editRule(tools, id, text))
    }
    case 'scope': {
      if (typeof values.to !== 'string') return usageProblem('rules scope needs the globs: --to GLOBS')
      const globs = values.to
        .split(',')
        .map(glob => glob.trim())
        .filter(glob => glob !== '')
      return decide(
        input,
        id,
        `Let it apply to ${globs.length === 0 ? 'the whole project' : globs.join(', ')}?`,
        () => scopeRule(tools, id, globs),
      )
    }
    case 'merge':
      return decide(input, id, `Take rule ${printable(other)} into this one?`, () =>
        mergeRules(tools, id, other),
      )
    case 'restore':
      return decide(input, id, 'Put this rule back among the candidates?', () => restoreRule(tools, id))
    default: {
      if (typeof values.reason !== 'string') return usageProblem('rules retire needs a reason: --reason TEXT')
      const reason = values.reason
      return decide(input, id, 'Retire this rule?', () => retireRule(tools, id, reason))
    }
  }
}

/** Without a terminal, and with `--plain`, the review asks on plain lines of standard input. */
async function reviewPlainly(input: CommandInput): Promise<CommandResult> {
  if (input.values.json)
    return usageProblem(
      'rules review asks questions and has no JSON.',
      'See: guardrail-coach rules list --json',
    )
  const [{ runPlainReview }, { readLinesFrom }] = await Promise.all([
    import('./plain-review/run-plain-review.js'),
    import('./stdin-lines.js'),
  ])
  const lines = readLinesFrom(process.stdin, input.io.signal)
  try {
    return await runPlainReview(input, lines)
  } finally {
    lines.close()
  }
}

async function list({ tools, values, io }: CommandInput): Promise<CommandResult> {
  const records = await tools.store.load()
  for (const problem of records.problems)
    io.err(`${printable(problem.path ?? '')}: ${printable(problem.message)}`)
  if (values.json) io.out(toJson({ schemaVersion: 1, rules: records.rules.map(ruleJson) }))
  else if (records.rules.length === 0) io.out('No rules yet. Every fix you keep makes one.')
  else for (const rule of records.rules) io.out(ruleLine(rule))
  for (const { keep, drop, isConflict } of findNearDuplicates(records.rules))
    io.err(
      isConflict
        ? `${keep.id} and ${drop.id} forbid the same and advise differently; edit one or retire it.`
        : `${keep.id} and ${drop.id} say nearly the same: guardrail-coach rules merge ${keep.id} ${drop.id}`,
    )
  return { exitCode: EXIT.done }
}

async function show({ tools, values, io }: CommandInput, id: string): Promise<CommandResult> {
  const records = await tools.store.load()
  const found = records.rules.filter(rule => rule.id.startsWith(id))
  const [rule] = found
  if (!rule || found.length > 1)
    return usageProblem(
      found.length === 0
        ? `There is no learned rule ${printable(id)}.`
        : `More than one rule begins with ${printable(id)}.`,
      'List them with: guardrail-coach rules list',
    )
  const score = Math.round(scoreIn(records, rule) * 100) / 100
  const evidence = records.remediations.filter(one => rule.evidence.includes(one.id))
  const places = await findMorePlaces(tools, rule)
  if (values.json)
    io.out(
      toJson({
        schemaVersion: 1,
        rule: { ...ruleJson(rule), score },
        remediations: evidence,
        places: places.map(({ path, line }) => ({ path, line })),
      }),
    )
  else for (const line of ruleLines(rule, evidence, places, score)) io.out(line)
  return { exitCode: EXIT.done }
}

/** Shows the rule, asks, and writes what `change` says. */
async function decide(
  { tools, values, io }: CommandInput,
  id: string,
  question: string,
  change: () => Promise<Result<LearnedRule>>,
): Promise<CommandResult> {
  if (!values.yes) {
    const rule = (await tools.store.load()).rules.find(one => one.id.startsWith(id))
    if (rule) io.err(ruleLine(rule))
    if (!io.canAsk)
      return usageProblem(
        'Nothing was written: there is nobody to ask.',
        'Run it in a terminal, or with --yes.',
      )
    if (!(await io.confirm(question))) {
      io.err('Nothing was written.')
      return { exitCode: EXIT.done }
    }
  }
  const changed = await tools.workspace.withLock(change)
  if (!changed.ok) return { exitCode: EXIT.failed, problem: changed.problem }
  if (values.json) io.out(toJson({ schemaVersion: 1, rule: ruleJson(changed.value) }))
  else io.out(ruleLine(changed.value))
  for (const issue of lintText(changed.value.text)) io.err(issue.message)
  io.err('The guardrail files follow with: guardrail-coach sync')
  return { exitCode: EXIT.done }
}

/** Returns a rule as scripts read it (docs/architecture.md): fixed field order, nothing internal. */
function ruleJson(rule: LearnedRule) {
  const { id, status, kind, weakness, cwe, severity, text, scope, evidence } = rule
  return { id, status, kind, weakness, cwe, severity, text, scope, evidence, enforced: isEnforced(rule) }
}
