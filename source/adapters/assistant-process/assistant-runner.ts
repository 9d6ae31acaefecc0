import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import type { InstalledAssistant } from '../../core/fix/installed-assistant.js'
import { fail, type Result, succeed } from '../../core/problem.js'
import { printable } from '../../core/text/printable.js'
import { count } from '../../core/text/words.js'
import type { AssistantEdit, AssistantRunner } from '../../ports/assistant-runner.js'
import type { Workspace } from '../../ports/workspace.js'
import { eachSecond } from '../system/each-second.js'
import { findOnPath } from '../system/find-on-path.js'
import { runTree } from '../system/run-tree.js'
import { copyProject } from './copy-project.js'
import { KNOWN_ASSISTANTS, type KnownAssistant } from './known-assistants.js'
import { changedFiles, readEdited } from './read-copy.js'

/** Milliseconds an assistant may take for one fix. */
const TIMEOUT = 5 * 60_000
const GIT_TIMEOUT = 30_000
/** Characters kept of what it writes on standard error, for the reason of a failure. */
const MAX_SAID = 4_000

/** What an assistant needs of the environment: to find itself, its login and the network; nothing of the project. */
const PASSED =
  /^(?:PATH|HOME|USER|LOGNAME|SHELL|LANG|LC_\w+|TERM|TMPDIR|TEMP|TMP|APPDATA|LOCALAPPDATA|USERPROFILE|SYSTEMROOT|XDG_\w+|\w+_API_KEY|ANTHROPIC_\w+|OPENAI_\w+|GEMINI_\w+|GOOGLE_\w+|AWS_\w+|GITHUB_TOKEN|GH_TOKEN|https?_proxy|no_proxy|NODE_EXTRA_CA_CERTS|SSL_CERT_\w+)$/i

/** Returns a runner for the assistants installed on this machine, each run on a temporary copy of the project. */
export function createAssistantRunner(workspace: Pick<Workspace, 'root' | 'listProject'>): AssistantRunner {
  return {
    installed: async () => {
      const found: InstalledAssistant[] = []
      for (const one of KNOWN_ASSISTANTS) {
        if ((await programOf(one, workspace.root)) !== null) found.push({ id: one.id, name: one.name })
      }
      return found
    },
    edit: async (assistant, prompt, path, { signal, onSecond } = {}) => {
      const known = KNOWN_ASSISTANTS.find(one => one.id === assistant.id)
      const program = known ? await programOf(known, workspace.root) : null
      if (!known || program === null) return refuse(assistant, 'is not installed', path)
      const stopClock = onSecond ? eachSecond(onSecond) : () => {}
      const folder = await realpath(await mkdtemp(join(tmpdir(), 'guardrail-coach-assistant-')))
      try {
        const copied = await copyProject(workspace.root, await workspace.listProject(), path, folder)
        return await runInCopy(
          { assistant, known, program, prompt, path, folder, copied, root: workspace.root },
          signal,
        )
      } finally {
        stopClock()
        await rm(folder, { recursive: true, force: true })
      }
    },
  }
}

type Run = {
  readonly assistant: InstalledAssistant
  readonly known: KnownAssistant
  readonly program: string
  readonly prompt: string
  readonly path: string
  readonly folder: string
  readonly copied: readonly string[]
  readonly root: string
}

async function runInCopy(run: Run, signal: AbortSignal | undefined): Promise<Result<AssistantEdit>> {
  const { assistant, path, folder } = run
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => PASSED.test(name)))
  // A repository of its own keeps assistants from looking for rules and history above the copy.
  await runTree({ file: 'git', args: ['init', '-q'], cwd: folder, env, timeoutMs: GIT_TIMEOUT })
  let said = ''
  const end = await runTree({
    file: run.program,
    args: run.known.args(run.prompt, folder, path),
    cwd: folder,
    env,
    timeoutMs: TIMEOUT,
    signal,
    onText: (text, stream) => {
      if (stream === 'stderr') said = (said + text).slice(-MAX_SAID)
    },
  })
  if (end.how === 'cancelled')
    throw signal?.reason ?? new DOMException('The assistant was stopped.', 'AbortError')
  if (end.how === 'timed-out')
    return refuse(assistant, `took longer than ${TIMEOUT / 60_000} minutes and was stopped`, path)
  if (end.how === 'not-started') return refuse(assistant, 'could not be started', path)
  const changed = await changedFiles(run.root, run.copied, folder)
  const otherFiles = changed.filter(one => one !== path)
  if (!changed.includes(path)) return refuse(assistant, whyUnchanged(end.exitCode, said, otherFiles), path)
  const text = await readEdited(folder, path)
  if (text === null) return refuse(assistant, 'left no ordinary text file in its place', path)
  return succeed({ text, otherFiles })
}

function whyUnchanged(exitCode: number | null, said: string, otherFiles: readonly string[]): string {
  if (exitCode === 0) {
    const [first] = otherFiles
    const others = first === undefined ? '' : `; it changed ${count(otherFiles.length, 'other file')} instead`
    return `left the file as it was${others}`
  }
  const why = `stopped with exit code ${exitCode ?? 'unknown'}`
  const last = stripVTControlCharacters(said).trim().split('\n').at(-1) ?? ''
  return last === '' ? why : `${why}: ${printable(last, { maxLine: 200 })}`
}

async function programOf(known: KnownAssistant, root: string): Promise<string | null> {
  for (const name of known.programs) {
    const program = await findOnPath(name, root)
    if (program !== null) return program
  }
  return null
}

function refuse(assistant: InstalledAssistant, what: string, path: string): Result<never> {
  return fail({
    kind: 'tool-failed',
    message: `${assistant.name} ${what}.`,
    path,
    untouched: 'The project was not touched; the assistant worked on a copy.',
    nextSteps: ['Choose another fix, or edit the file yourself.'],
  })
}
