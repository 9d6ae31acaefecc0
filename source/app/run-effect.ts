import { type Problem, succeed } from '../core/problem.js'
import type { Effect } from '../core/session/effect.js'
import type { OutcomeBody } from '../core/session/event.js'
import { sinkPlace } from '../core/session/selectors.js'
import type { Toolbox } from '../ports/toolbox.js'
import type { CoachVerbs } from './coach-verbs.js'
import { loadAges } from './load-ages.js'
import { mayBeOwnFinding } from './may-be-own-finding.js'
import { openProject } from './open-project.js'
import { findingIntroduced, isLessonShort } from './quiz-events.js'
import { runFixViewEffect } from './run-fix-view-effect.js'
import { runQuizEffect } from './run-quiz-effect.js'
import { isReviewEffect, runReviewEffect } from './run-review-effect.js'
import { runSettingsEffect } from './run-settings-effect.js'
import { tellResult } from './tell-result.js'
import { tryFixes } from './try-fixes.js'

/** What effects are run with. */
export type EffectTools = {
  readonly tools: Pick<
    Toolbox,
    | 'workspace'
    | 'store'
    | 'personal'
    | 'content'
    | 'git'
    | 'editor'
    | 'assistants'
    | 'tests'
    | 'machine'
    | 'watcher'
    | 'clock'
    | 'hash'
    | 'scheduler'
  >
  readonly verbs: CoachVerbs
  /** Frees the terminal for another program while `work` runs. */
  readonly withTerminalFree: <T>(work: () => Promise<T>) => Promise<T>
}

export type EffectRun = EffectTools & {
  readonly signal: AbortSignal
  readonly emit: (outcome: OutcomeBody) => void
}

/** Does what an effect says and emits its outcomes. Problems are outcomes; a rejection is a bug. */
export async function runEffect(effect: Exclude<Effect, { type: 'cancel' }>, run: EffectRun): Promise<void> {
  const { tools, verbs, emit } = run
  if (isReviewEffect(effect)) return runReviewEffect(effect, run)
  switch (effect.type) {
    case 'open-project':
      return emit(await openProject(tools))
    case 'scan':
      return scan(effect.paths, run)
    case 'load-sources':
      return emit({ type: 'sources-loaded', sources: await readAll(effect.paths, run) })
    case 'load-lesson':
      return emit({
        type: 'lesson-loaded',
        lesson: await tools.content.lesson(effect.finding.lesson),
        isShort: await isLessonShort(tools, effect.finding),
      })
    case 'load-age': {
      const { path, line } = sinkPlace(effect.finding)
      const origin = await tools.git.lineAge(path, line)
      const asksAuthor = await mayBeOwnFinding(tools, effect.finding)
      return emit({ type: 'age-loaded', origin, asksAuthor })
    }
    case 'load-ages':
      return loadAges(effect.findings, run)
    case 'note-author':
      return tellResult(run, await findingIntroduced(tools, effect.finding, effect.author), saved)
    case 'try-fixes':
      return tryFixes(effect.finding, run)
    case 'fill-holes':
      return fillHoles(effect, run)
    case 'apply-fix':
      return tellResult(run, await verbs.applyFix(effect.preview), applied => ({
        type: 'fix-applied',
        applied,
      }))
    case 'undo-fix':
      return tellResult(run, await verbs.undoFix(effect.applied), () => ({
        type: 'fix-undone',
        applied: effect.applied,
      }))
    case 'exempt': {
      const { fingerprint } = effect.finding
      const done = await verbs.exempt(effect.finding, effect.decision)
      return tellResult(run, done, () => ({ type: 'finding-exempted', fingerprint }))
    }
    case 'draft-rule':
      return tellResult(run, await verbs.draftRule(effect.applied, effect.words), drafted => ({
        type: 'rule-drafted',
        ...drafted,
      }))
    case 'keep-rule':
      return keepRule(effect, run)
    case 'forget-fix':
      return tellResult(run, await verbs.forgetFix(effect.remediation), saved)
    case 'save-progress':
      return tellResult(run, await tools.personal.saveBookmark(tools.workspace.root, effect.bookmark), saved)
    case 'save-settings':
    case 'save-test-command':
    case 'load-targets':
    case 'save-targets':
      return runSettingsEffect(effect, run)
    case 'save-welcome': {
      const preferences = await tools.personal.preferences()
      const kept = await tools.personal.savePreferences({ ...preferences, seenWelcome: true })
      return tellResult(run, kept, saved)
    }
    case 'find-assistants':
    case 'ask-assistant':
    case 'edit-file':
    case 'watch-file':
    case 'check-edit':
    case 'plan-set':
    case 'apply-set':
    case 'keep-set':
    case 'list-fixes':
    case 'undo-noted':
    case 'look-for-tests':
    case 'look-behind':
    case 'run-tests':
    case 'decline-tests':
      return runFixViewEffect(effect, run)
    default:
      return runQuizEffect(effect, run)
  }
}

const saved = (): OutcomeBody => ({ type: 'saved' })

function failed(problem: Problem): OutcomeBody {
  return { type: 'effect-failed', problem }
}

async function scan(paths: readonly string[], run: EffectRun): Promise<void> {
  const { emit, signal } = run
  const started = Date.parse(run.tools.clock.now())
  const result = await run.verbs.scan({
    paths,
    signal,
    onProgress: ({ done, total, findings, waitingFor = null }) =>
      emit({
        type: 'scan-progressed',
        done,
        total,
        found: findings,
        elapsedMs: Date.parse(run.tools.clock.now()) - started,
        waitingFor,
      }),
  })
  tellResult(run, result, ({ findings, stats, errors }) => ({
    type: 'scan-finished',
    paths,
    findings: findings.filter(finding => finding.exempt === null),
    files: stats.filesScanned,
    durationMs: stats.durationMs,
    unread: errors.length,
  }))
}

async function readAll(paths: readonly string[], run: EffectRun) {
  const sources: Record<string, string | null> = {}
  for (const path of paths) {
    const file = await run.tools.workspace.read(path)
    sources[path] = file.ok ? file.value.text : null
  }
  return sources
}

async function fillHoles(effect: Effect & { type: 'fill-holes' }, run: EffectRun): Promise<void> {
  const { fixId } = effect
  const preview = await run.verbs.previewFix(effect.finding, fixId, effect.holes)
  if (!preview.ok) return run.emit(failed(preview.problem))
  run.emit({ type: 'fix-previewed', fixId, preview: preview.value })
  if (preview.value.holes.length === 0) {
    const trial = await run.verbs.tryFix(preview.value)
    if (trial.ok) run.emit({ type: 'fix-tried', fixId, trial: trial.value })
    else run.emit({ type: 'fix-impossible', fixId, problem: trial.problem })
  }
  run.emit({ type: 'fixes-tried' })
}

async function keepRule(effect: Effect & { type: 'keep-rule' }, run: EffectRun): Promise<void> {
  const kept = await run.verbs.keepRule(effect.applied, effect.words)
  if (!kept.ok) return run.emit(failed(kept.problem))
  const { rule, isNew, remediation } = kept.value
  const edited =
    effect.text === null || effect.text === rule.text
      ? succeed(rule)
      : await run.verbs.editRule(rule.id, effect.text)
  tellResult(run, edited, final => ({ type: 'rule-kept', rule: final, isNew, remediation: remediation.id }))
}
