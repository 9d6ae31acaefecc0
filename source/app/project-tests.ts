import { fail, type Result, succeed } from '../core/problem.js'
import { countPassed } from '../core/project-tests/count-passed.js'
import { type ProjectTop, proposeTests } from '../core/project-tests/propose-tests.js'
import { scriptsBehind, testCommandWords } from '../core/project-tests/test-command.js'
import type { TestRun } from '../core/project-tests/test-run.js'
import type { TestsState } from '../core/project-tests/tests-state.js'
import type { Toolbox } from '../ports/toolbox.js'

type Tools = Pick<Toolbox, 'workspace' | 'personal' | 'machine'>

/** Returns how the project's test command stands on this machine, and what could be proposed. Runs and writes nothing. */
export async function readTests(tools: Tools): Promise<TestsState> {
  const { workspace, personal, machine } = tools
  const [top, command, consent] = await Promise.all([
    readTop(tools),
    personal.testCommand(workspace.root),
    machine.testConsent(),
  ])
  const proposals = proposeTests(top)
  const behind = behindOf(top, command)
  const state = (status: TestsState['status']): TestsState => ({ status, command, behind, proposals })
  if (command === '') {
    if (consent?.kind === 'declined') return state('declined')
    return state(proposals.length > 0 ? 'new' : 'none')
  }
  if (consent?.kind !== 'confirmed') return state('new')
  return state(consent.command === command && consent.behind === behind ? 'confirmed' : 'changed')
}

/** Returns the scripts that a command would start, as the project's files say it now. */
export async function readBehind(tools: Tools, command: string): Promise<string> {
  return behindOf(await readTop(tools), command)
}

/**
 * Notes the developer's yes to a command and to `behind`, the scripts of the project that were shown with it. Fails for a
 * command that cannot be started, and when the scripts are others by now.
 */
export async function confirmTests(tools: Tools, command: string, behind: string): Promise<Result<null>> {
  const words = testCommandWords(command)
  if (!words.ok) return words
  const trimmed = command.trim()
  if ((await readBehind(tools, trimmed)) !== behind) return changed()
  const saved = await tools.personal.saveTestCommand(tools.workspace.root, trimmed)
  if (!saved.ok) return saved
  return tools.machine.saveTestConsent({ kind: 'confirmed', command: trimmed, behind })
}

/** Notes that the developer wants no tests run in this project; they are not asked again. */
export async function declineTests(tools: Tools): Promise<Result<null>> {
  const saved = await tools.personal.saveTestCommand(tools.workspace.root, '')
  return saved.ok ? tools.machine.saveTestConsent({ kind: 'declined' }) : saved
}

/** Lines of the end of the output in which the count of tests is looked for. */
const LAST_LINES = 60

/**
 * Runs the project's tests. Refuses, and runs nothing, unless the developer said yes on this machine to the command and
 * to the scripts behind it as they stand at this moment.
 */
export async function runTests(
  tools: Tools & Pick<Toolbox, 'tests'>,
  follow: Parameters<Toolbox['tests']['run']>[1],
): Promise<Result<TestRun>> {
  const { status, command } = await readTests(tools)
  if (status !== 'confirmed') return changed()
  const words = testCommandWords(command)
  if (!words.ok) return words
  let last: readonly string[] = []
  const { how, exitCode, durationMs } = await tools.tests.run(words.value, {
    ...follow,
    onLines: lines => {
      last = [...last, ...lines].slice(-LAST_LINES)
      follow.onLines(lines)
    },
  })
  if (how === 'not-started')
    return fail({
      kind: 'tool-missing',
      message: `The program ${words.value[0]} could not be started.`,
      untouched: 'The fix stays as it is.',
      nextSteps: ['Install it, or give another test command.'],
    })
  const outcome = how !== 'ended' ? how : exitCode === 0 ? 'passed' : 'failed'
  return succeed({ outcome, passed: outcome === 'passed' ? countPassed(last) : null, exitCode, durationMs })
}

function changed() {
  return fail({
    kind: 'user-can-act',
    message: 'What the test command starts is not what you said yes to, so it was not run.',
    untouched: 'Nothing was run.',
    nextSteps: ['Look at it again and say yes, or give another command.'],
  })
}

async function readTop({ workspace }: Tools): Promise<ProjectTop> {
  const text = async (path: string) => {
    const file = await workspace.read(path)
    return file.ok ? file.value.text : null
  }
  const [names, files, packageFile, composerFile, pyproject] = await Promise.all([
    workspace.list(''),
    workspace.listProject(),
    text('package.json'),
    text('composer.json'),
    text('pyproject.toml'),
  ])
  const hasPythonTests = files.some(path => /(?:^|\/)(?:test_[^/]*|[^/]*_test)\.py$/.test(path))
  return { names: new Set(names), packageFile, composerFile, pyproject, hasPythonTests }
}

function behindOf({ packageFile, composerFile }: ProjectTop, command: string): string {
  return scriptsBehind(command, packageFile, composerFile)
}
