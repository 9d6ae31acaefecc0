import { mkdtemp, readFile, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execa } from 'execa'
import { fail, type Result, succeed } from '../../core/problem.js'
import { printable } from '../../core/text/printable.js'
import type { AssistantEdit, AssistantRunner, InstalledAssistant } from '../../ports/assistant-runner.js'
import type { Workspace } from '../../ports/workspace.js'
import { findOnPath } from '../system/find-on-path.js'
import { copyProject } from './copy-project.js'
import { KNOWN_ASSISTANTS, type KnownAssistant } from './known-assistants.js'

/** Milliseconds an assistant may take for one fix. */
const TIMEOUT = 5 * 60_000
const MAX_OUTPUT = 32 * 1024 * 1024

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
    edit: async (assistant, prompt, path, signal) => {
      const known = KNOWN_ASSISTANTS.find(one => one.id === assistant.id)
      const program = known ? await programOf(known, workspace.root) : null
      if (!known || program === null) return refuse(assistant, 'is not installed', path)
      const folder = await realpath(await mkdtemp(join(tmpdir(), 'guardrail-coach-assistant-')))
      try {
        const copied = await copyProject(workspace.root, await workspace.listProject(), path, folder)
        return await runInCopy(
          { assistant, known, program, prompt, path, folder, copied, root: workspace.root },
          signal,
        )
      } finally {
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
  // A repository of its own keeps assistants from looking for rules and history above the copy.
  await execa('git', ['init', '-q'], { cwd: folder, reject: false })
  const result = await execa(run.program, run.known.args(run.prompt, folder, path), {
    cwd: folder,
    env: Object.fromEntries(Object.entries(process.env).filter(([name]) => PASSED.test(name))),
    extendEnv: false,
    reject: false,
    timeout: TIMEOUT,
    maxBuffer: MAX_OUTPUT,
    stdin: 'ignore',
    forceKillAfterDelay: 2_000,
    ...(signal ? { cancelSignal: signal } : {}),
  })
  if (result.isCanceled) throw signal?.reason ?? new DOMException('The assistant was stopped.', 'AbortError')
  if (result.timedOut)
    return refuse(assistant, `took longer than ${TIMEOUT / 60_000} minutes and was stopped`, path)
  const changed: string[] = []
  for (const one of run.copied) if (await isChanged(join(run.root, one), join(folder, one))) changed.push(one)
  if (!changed.includes(path)) {
    const said = String(result.stderr).trim().split('\n').at(-1) ?? ''
    const why =
      result.exitCode === 0
        ? 'left the file as it was'
        : `stopped with exit code ${result.exitCode ?? 'unknown'}`
    return refuse(
      assistant,
      said && result.exitCode !== 0 ? `${why}: ${printable(said, { maxLine: 200 })}` : why,
      path,
    )
  }
  return succeed({
    text: await readFile(join(folder, path), 'utf8'),
    otherFiles: changed.filter(one => one !== path),
  })
}

async function isChanged(before: string, after: string): Promise<boolean> {
  const [one, other] = await Promise.all([
    readFile(before).catch(() => null),
    readFile(after).catch(() => null),
  ])
  return one === null || other === null ? one !== other : !one.equals(other)
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
