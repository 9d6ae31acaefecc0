import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { openProjectAt, type TempProject } from '../support/temp-project.js'
import { type App, PROGRAM, type Start, startApp } from './driver.js'

/** A developer: a home folder with their own settings. Two starts with the same one are one developer. */
export type Developer = { readonly home: string; readonly env: Readonly<Record<string, string>> }

/** What a run without a terminal came to. */
export type Run = { readonly code: number | null; readonly out: string; readonly err: string }

type OpenOptions = {
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  readonly as?: Developer
  readonly cwd?: string
} & Pick<Start, 'node' | 'onSeen'>

/** What a scenario plays on; everything it made is gone when the scenario is over. */
export type Stage = {
  readonly project: (files?: Readonly<Record<string, string | Uint8Array>>) => TempProject
  readonly folder: () => string
  readonly developer: () => Developer
  /** Starts the coach in a project: `await stage.open(project).at(80, 24)`. */
  readonly open: (
    project: Pick<TempProject, 'root'>,
    options?: OpenOptions,
  ) => { readonly at: (columns: number, rows: number) => Promise<App> }
  /** Runs the tool without a terminal and resolves once it ended. */
  readonly run: (
    project: Pick<TempProject, 'root'>,
    args: readonly string[],
    options?: Omit<OpenOptions, 'args'> & { readonly input?: string },
  ) => Promise<Run>
}

/** Options of Node under which time stands still: what is drawn by chance is then drawn the same at every run. */
export const STILL_CLOCK: readonly string[] = [
  '--import',
  pathToFileURL(join(import.meta.dirname, '../support/still-clock.mjs')).href,
]

/** A scenario: what it shows in one sentence, and the play. */
export type Scenario = { readonly title: string; readonly play: (stage: Stage) => Promise<void> }

/** Returns a scenario. */
export function scenario(title: string, play: Scenario['play']): Scenario {
  return { title, play }
}

// What a scan learned of a file is good for every scenario with that file: they are about the screens.
let shared: string | null = null
const sharedCache = () => {
  shared ??= mkdtempSync(join(tmpdir(), 'guardrail-coach-e2e-cache-'))
  return shared
}

/** Removes what scenarios share. */
export function clearShared(): void {
  if (shared !== null) rmSync(shared, { recursive: true, force: true })
  shared = null
}

/** Plays a scenario, then ends every program it left running and removes its folders. */
export async function playScenario(
  { play }: Scenario,
  extra: Pick<Start, 'node' | 'onSeen'> = {},
): Promise<void> {
  const apps: App[] = []
  const folders: string[] = []
  const folder = () => {
    const made = realpathSync(mkdtempSync(join(tmpdir(), 'guardrail-coach-test-')))
    folders.push(made)
    return made
  }
  const developer = (): Developer => {
    const home = folder()
    const env = {
      HOME: home,
      XDG_CONFIG_HOME: join(home, 'config'),
      XDG_DATA_HOME: join(home, 'data'),
      XDG_STATE_HOME: join(home, 'state'),
      XDG_CACHE_HOME: sharedCache(),
    }
    return { home, env }
  }
  const one = developer()
  try {
    await play({
      folder,
      developer,
      project: files => openProjectAt(folder(), files ?? {}),
      open: (project, options = {}) => ({
        at: async (columns, rows) => {
          const { as = one, env, args = [], cwd = project.root } = options
          const app = await startApp({
            ...extra,
            ...options,
            args,
            cwd,
            columns,
            rows,
            env: { ...as.env, ...env },
          })
          apps.push(app)
          return app
        },
      }),
      run: (project, args, { as = one, env, cwd = project.root, input = '' } = {}) =>
        runTool(args, {
          cwd,
          env: { PATH: process.env.PATH ?? '', LANG: 'C.UTF-8', ...as.env, ...env },
          input,
        }),
    })
  } finally {
    for (const app of apps) if (!app.isOver()) app.kill('SIGKILL')
    for (const app of apps) await app.gone()
    for (const made of folders) remove(made)
  }
}

/** Scenarios take rights away from folders; they are given back so that the folder can go. */
function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true })
  } catch {
    chmodSync(folder, 0o700)
    rmSync(folder, { recursive: true, force: true })
  }
}

function runTool(
  args: readonly string[],
  { cwd, env, input }: { readonly cwd: string; readonly env: Record<string, string>; readonly input: string },
): Promise<Run> {
  return new Promise(resolve => {
    const child = spawn(process.execPath, [PROGRAM, ...args], { cwd, env })
    let [out, err] = ['', '']
    child.stdout.on('data', data => {
      out += data
    })
    child.stderr.on('data', data => {
      err += data
    })
    child.on('close', code => resolve({ code, out, err }))
    // A program that does not read its input may be gone before it is written.
    child.stdin.on('error', () => {})
    child.stdin.end(input)
  })
}
