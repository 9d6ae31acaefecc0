import { applySync } from '../app/apply-sync.js'
import { planSync } from '../app/plan-sync.js'
import { hasDrift, type SyncPlan } from '../app/sync-plan.js'
import { findTarget } from '../core/guardrail/all-targets.js'
import type { Command, CommandInput, CommandResult } from './command.js'
import { diffLines } from './diff-lines.js'
import { EXIT } from './exit-codes.js'
import { budgetLine, openLines, writtenLines } from './sync-text.js'
import { toJson } from './to-json.js'
import { usageProblem } from './usage-problem.js'

/** Writes the guardrail files of every target, checks them, or takes them back. */
export const syncCommand: Command = {
  name: 'sync',
  summary: 'writes the guardrails into the files your assistants read',
  usage: 'sync [options]',
  options: {
    check: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
    remove: { type: 'boolean' },
    targets: { type: 'string' },
    yes: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  optionHelp: [
    ['--targets LIST', 'the targets to write, comma-separated; kept in the config'],
    ['--check', 'writes nothing and exits 1 when a file is not what the rules say'],
    ['--dry-run', 'prints the diff and writes nothing'],
    ['--remove', 'takes every block and file of ours out again, byte for byte'],
    ['--yes', 'writes without asking'],
    ['--json', 'prints the plan as JSON'],
  ],
  takesPaths: false,
  run: sync,
}

async function sync({ tools, values, io }: CommandInput): Promise<CommandResult> {
  if (values.check && (values.remove || values['dry-run']))
    return usageProblem('--check goes with neither --remove nor --dry-run.')
  if (values.remove && values.targets !== undefined)
    return usageProblem('--remove takes out every block; it does not go with --targets.')
  const targets = typeof values.targets === 'string' ? readList(values.targets) : []
  if (typeof values.targets === 'string' && targets.length === 0)
    return usageProblem('--targets needs at least one target.')

  const made = await planSync(tools, {
    ...(targets.length > 0 ? { targets } : {}),
    remove: values.remove === true,
  })
  if (!made.ok) {
    const isUsage = targets.some(id => findTarget(id) === null)
    return { exitCode: isUsage ? EXIT.usage : EXIT.failed, problem: made.problem }
  }
  const plan = made.value
  const isLooking = values.check === true || values['dry-run'] === true
  const tell = values.json ? io.err : io.out
  for (const line of openLines(plan)) io.err(line)
  if (isLooking) {
    if (values.json) io.out(toJson(planJson(plan, false)))
    else for (const line of values['dry-run'] ? planDiff(tools, plan) : checkLines(plan)) io.out(line)
    return { exitCode: values.check && hasDrift(plan) ? EXIT.found : EXIT.done }
  }

  if (plan.changes.length === 0) {
    if (values.json) io.out(toJson(planJson(plan, false)))
    else if (!hasDrift(plan))
      tell(plan.isRemoval ? 'No file holds guardrails of ours.' : 'Every guardrail file is up to date.')
    return { exitCode: hasDrift(plan) ? EXIT.found : EXIT.done }
  }
  if (!values.yes) {
    for (const line of planDiff(tools, plan)) io.err(line)
    if (!io.canAsk)
      return usageProblem(
        'Nothing was written: there is nobody to ask.',
        'Run it in a terminal, or with --yes.',
      )
    if (
      !(await io.confirm(
        plan.changes.length === 1 ? 'Write this file?' : `Write these ${plan.changes.length} files?`,
      ))
    ) {
      io.err('Nothing was written.')
      return { exitCode: EXIT.done }
    }
  }
  const applied = await applySync(tools, plan)
  if (!applied.ok) return { exitCode: EXIT.failed, problem: applied.problem }
  if (values.json) io.out(toJson(planJson(plan, true)))
  for (const line of writtenLines(plan)) tell(line)
  const isLeftOpen = plan.refusals.length + plan.handEdits.length > 0
  return { exitCode: isLeftOpen ? EXIT.found : EXIT.done }
}

function readList(value: string): readonly string[] {
  return value
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== '')
}

function planDiff(tools: CommandInput['tools'], plan: SyncPlan): readonly string[] {
  return plan.changes.flatMap(change => diffLines(change.path, tools.differ(change.before, change.after)))
}

function checkLines(plan: SyncPlan): readonly string[] {
  if (!hasDrift(plan)) return ['Every guardrail file is up to date.', budgetLine(plan)]
  const verbs = { create: 'is missing', update: 'is not what the rules say', delete: 'is no longer wanted' }
  return [...plan.changes.map(change => `${change.path} ${verbs[change.kind]}.`), 'Run: guardrail-coach sync']
}

/** Returns a plan as scripts read it. */
function planJson(plan: SyncPlan, written: boolean) {
  const { rules, maxRules, tokens, maxTokens, kept, dropped, next } = plan.budget
  return {
    schemaVersion: 1,
    written,
    drift: hasDrift(plan),
    targets: plan.targets,
    files: plan.files.map(({ path, carrier, targets, readers }) => ({ path, carrier, targets, readers })),
    changes: plan.changes.map(({ path, kind, targets }) => ({ path, kind, targets })),
    refusals: plan.refusals,
    handEdits: plan.handEdits.map(({ path, reworded, removed, added }) => ({
      path,
      reworded: reworded.map(({ guardrail, text }) => ({ id: guardrail.id, from: guardrail.text, to: text })),
      removed: removed.map(one => one.id),
      added,
    })),
    budget: {
      rules,
      maxRules,
      tokens,
      maxTokens,
      kept: kept.map(one => one.id),
      dropped: dropped.map(one => one.id),
      next: next?.id ?? null,
    },
    notes: plan.notes,
  }
}
