import { findFinding } from '../app/find-finding.js'
import { applyNotedFix, recordNotedFix } from '../app/note-fix.js'
import { previewFix } from '../app/preview-fix.js'
import { tryFix } from '../app/try-fix.js'
import type { Finding } from '../core/finding/finding.js'
import type { FixPreview, FixTrial } from '../core/fix/fix-preview.js'
import { outcomeWords } from '../core/fix/outcome-words.js'
import { shownHunks } from '../core/fix/shown-hunks.js'
import { printable } from '../core/text/printable.js'
import type { Command, CommandInput, CommandResult } from './command.js'
import { diffLines } from './diff-lines.js'
import { EXIT } from './exit-codes.js'
import { choiceJson, previewJson, trialWords } from './fix-text.js'
import { SCANNER_HELP, SCANNER_OPTIONS } from './scanner-choice.js'
import { showProgress } from './show-progress.js'
import { toJson } from './to-json.js'
import { usageProblem } from './usage-problem.js'

/** Applies one fix of a finding, verified, and records it. */
export const fixCommand: Command = {
  name: 'fix',
  summary: 'applies one fix, verified',
  usage: 'fix <fingerprint> [options]',
  options: {
    ...SCANNER_OPTIONS,
    choice: { type: 'string' },
    hole: { type: 'string', multiple: true },
    'dry-run': { type: 'boolean' },
    yes: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  optionHelp: [
    ['--choice ID', 'which fix; without it the choices are listed'],
    ['--hole ID=TEXT', 'fills a hole of the fix; can be given more than once'],
    ['--dry-run', 'shows the diff and writes nothing'],
    ['--yes', 'applies without asking'],
    ['--json', 'prints JSON'],
    ...SCANNER_HELP,
  ],
  takesPaths: false,
  run: fix,
}

async function fix(input: CommandInput): Promise<CommandResult> {
  const { tools, values, positionals, io } = input
  const [prefix, ...more] = positionals
  if (prefix === undefined || more.length > 0)
    return usageProblem(
      'fix takes one fingerprint.',
      'guardrail-coach scan --plain lists every finding with its fingerprint.',
    )
  const holes = readHoles(values.hole)
  if (holes === null) return usageProblem('--hole takes ID=TEXT.')
  const finding = await findFinding(tools, prefix, { signal: io.signal, onProgress: showProgress(io) })
  io.status('')
  if (!finding.ok) return { exitCode: EXIT.failed, problem: finding.problem }
  const choice = finding.value.fixes.find(one => one.id === values.choice && one.kind !== 'manual')
  if (values.choice === undefined) return listChoices(input, finding.value)
  if (choice === undefined)
    return usageProblem(
      `This finding has no fix named ${printable(String(values.choice))}.`,
      'Leave --choice out to list the choices.',
    )
  const preview = await previewFix(tools, finding.value, choice.id, holes)
  if (!preview.ok) return { exitCode: EXIT.failed, problem: preview.problem }
  return offer(input, preview.value)
}

function readHoles(given: CommandInput['values'][string]): Readonly<Record<string, string>> | null {
  const pairs = (Array.isArray(given) ? given : []).map(one => /^([^=]+)=(.*)$/s.exec(String(one)))
  return pairs.includes(null)
    ? null
    : Object.fromEntries(pairs.flatMap(pair => (pair?.[1] ? [[pair[1], pair[2] ?? '']] : [])))
}

async function listChoices({ tools, values, io }: CommandInput, finding: Finding): Promise<CommandResult> {
  const choices = []
  for (const one of finding.fixes.filter(({ kind }) => kind !== 'manual')) {
    const preview = await previewFix(tools, finding, one.id)
    const trial = preview.ok && preview.value.holes.length === 0 ? await tryFix(tools, preview.value) : null
    choices.push(choiceJson(one, preview, trial))
  }
  const { fingerprint, path, startLine, title } = finding
  if (values.json) {
    io.out(toJson({ schemaVersion: 1, fingerprint, path, choices }))
    return { exitCode: EXIT.done }
  }
  io.out(printable(`${title}, ${path}:${startLine}`))
  for (const one of choices) io.out(printable(`  ${one.id}  ${one.title} (${one.state})`))
  if (choices.length === 0) io.out('  No fix is known; edit it yourself, then scan again.')
  else io.out('Say which with --choice ID.')
  return { exitCode: EXIT.done }
}

/** Shows the diff, asks, applies. With --dry-run, a hole left or no yes, nothing is written. */
async function offer(input: CommandInput, preview: FixPreview): Promise<CommandResult> {
  const { tools, values, io } = input
  const isDry = values['dry-run'] === true
  const trial = preview.holes.length === 0 ? await tryFix(tools, preview) : null
  if (trial !== null && !trial.ok) return { exitCode: EXIT.failed, problem: trial.problem }
  const tried = trial?.value ?? null
  if (!values.json || !(isDry || values.yes)) showDiff(input, preview, tried)
  if (isDry) {
    if (values.json) io.out(toJson(previewJson(preview, tried, false, null)))
    return { exitCode: EXIT.done }
  }
  if (preview.holes.length > 0)
    return usageProblem('This fix has a hole to fill.', ...preview.holes.map(hole => `--hole ${hole.id}=…`))
  if (!values.yes && !io.canAsk)
    return usageProblem('Nothing was applied: nobody is here to say yes.', 'Add --yes to apply the fix.')
  if (!values.yes && !(await io.confirm('Apply this fix and record it in .guardrail-coach/?'))) {
    io.err('Nothing was written.')
    return { exitCode: EXIT.done }
  }
  return apply(input, preview)
}

function showDiff({ values, io }: CommandInput, preview: FixPreview, trial: FixTrial | null): void {
  const say = values.json ? io.err : io.out
  for (const line of diffLines(preview.path, shownHunks(preview))) say(line)
  for (const hole of preview.holes) say(printable(`Hole ${hole.id}: ${hole.question}`))
  if (preview.note !== '') say(printable(preview.note))
  if (trial !== null) say(`Tried: ${trialWords(trial)}.`)
}

async function apply({ tools, values, io }: CommandInput, preview: FixPreview): Promise<CommandResult> {
  const applied = await applyNotedFix(tools, preview)
  if (!applied.ok) return { exitCode: EXIT.failed, problem: applied.problem }
  const recorded = await tools.workspace.withLock(() =>
    recordNotedFix(tools, { applied: applied.value, words: '' }),
  )
  if (values.json)
    io.out(toJson(previewJson(preview, applied.value.trial, true, recorded.ok ? recorded.value : null)))
  else io.out(printable(`${preview.path}: ${outcomeWords(applied.value)}`))
  if (!recorded.ok) {
    const untouched = 'The fix itself is in place and verified.'
    return { exitCode: EXIT.failed, problem: { ...recorded.problem, untouched } }
  }
  if (!values.json) {
    const { rule, isNew } = recorded.value
    io.out(printable(`${isNew ? 'A new candidate rule' : 'One more fix for the rule'}: ${rule.text}`))
  }
  return { exitCode: EXIT.done }
}
