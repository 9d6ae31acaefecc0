import { undoAndDrop } from '../../app/note-fix.js'
import { confirmTests, declineTests, readBehind, readTests, runTests } from '../../app/project-tests.js'
import type { AppliedFix } from '../../core/fix/fix-preview.js'
import { testCommandWords } from '../../core/project-tests/test-command.js'
import { type TestRun, testWords } from '../../core/project-tests/test-run.js'
import { printable } from '../../core/text/printable.js'
import type { Toolbox } from '../../ports/toolbox.js'
import { askLine, chooseFrom, type Talk } from './menu.js'
import { tell } from './tell.js'

type Step = { readonly tools: Toolbox; readonly talk: Talk; readonly signal: AbortSignal }

/**
 * Runs the project's tests on a fix where the developer wants that, asked once a project, with what they would start.
 * Returns the fix with what the tests said; null when the developer took it back.
 */
export async function testFix(step: Step, applied: AppliedFix): Promise<AppliedFix | null> {
  const { tools, talk } = step
  const state = await readTests(tools)
  if (state.status === 'none' || state.status === 'declined') return applied
  if (state.status !== 'confirmed') {
    talk.say('')
    talk.say(
      state.status === 'changed'
        ? 'What runs the tests has changed.'
        : 'The fix holds. Your tests can be run on it, now and after each fix.',
    )
    const proposed = state.command || state.proposals[0]?.command || ''
    if (!(await askToRun(step, proposed))) return applied
  }
  const run = await runAndTell(step)
  if (run === null) return applied
  const tested = { ...applied, tests: { outcome: run.outcome, passed: run.passed } }
  return run.outcome === 'passed' ? tested : keepOrUndo(step, tested)
}

async function askToRun({ tools, talk }: Step, proposed: string): Promise<boolean> {
  for (let command = proposed; ; ) {
    const behind = await readBehind(tools, command)
    talk.say(`  ${printable(command)}`)
    for (const line of behind === '' ? [] : behind.split('\n'))
      talk.say(`    starts ${printable(line, { maxLine: 400 })}`)
    talk.say('Your yes holds on this machine for these exact words.')
    const answer = await chooseFrom(talk, 'Run it', [
      { value: 'yes' as const, label: 'yes, now and after each fix' },
      { value: 'other' as const, label: 'type another command' },
      { value: 'later' as const, label: 'not now' },
      { value: 'never' as const, label: 'run no tests in this project, and do not ask again' },
    ])
    if (answer === 'never') tell(talk, await declineTests(tools))
    if (answer === null || answer === 'later' || answer === 'never') return false
    if (answer === 'yes') {
      const confirmed = await confirmTests(tools, command, behind)
      if (confirmed.ok) return true
      tell(talk, confirmed)
    } else {
      const typed = await askLine(talk, 'The command:')
      const words = testCommandWords(typed)
      if (words.ok) command = typed
      else tell(talk, words)
    }
  }
}

async function runAndTell({ tools, talk, signal }: Step): Promise<TestRun | null> {
  talk.say(`Running the tests. They are stopped after ${tools.tests.limitMinutes} minutes.`)
  const run = await runTests(tools, {
    signal,
    onLines: lines => {
      for (const line of lines) talk.say(`  ${printable(line)}`)
    },
    onSecond: () => {},
  })
  if (!run.ok) {
    tell(talk, run)
    return null
  }
  const { exitCode } = run.value
  talk.say(`Result: ${testWords(run.value)}${exitCode === null ? '' : `, exit code ${exitCode}`}.`)
  return run.value
}

async function keepOrUndo({ tools, talk }: Step, tested: AppliedFix): Promise<AppliedFix | null> {
  const answer = await chooseFrom(talk, 'The fix', [
    { value: 'undo' as const, label: 'take it back' },
    { value: 'keep' as const, label: 'keep it: they failed before, or I mend them' },
  ])
  if (answer !== 'undo') return tested
  const undone = await undoAndDrop(tools, tested)
  if (!undone.ok) {
    tell(talk, undone)
    return tested
  }
  talk.say('The file is as it was.')
  return null
}
