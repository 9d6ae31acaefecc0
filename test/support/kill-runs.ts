import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { build } from 'esbuild'
import { expect } from 'vitest'
import { openContent } from '../../source/adapters/content-bundled/open-content.js'
import { openProjectStore } from '../../source/adapters/store-project/open-project-store.js'
import { sha256 } from '../../source/adapters/system/sha256.js'
import { createWorkspace } from '../../source/adapters/workspace-fs/create-workspace.js'
import { planSync } from '../../source/app/plan-sync.js'
import { succeed } from '../../source/core/problem.js'
import { seededRandom } from '../../source/core/quiz/random.js'
import { TOP } from './built.js'
import { createFakeToolbox } from './fake-toolbox.js'
import { take } from './results.js'
import { createTempFolder, createTempProject } from './temp-project.js'

const FILES = {
  'a.js': 'eval(body)\r\nmd5(body)\r\n',
  'web/b.js': 'password = "hunter22xyz"\neval(query)\n',
  'AGENTS.md': '# Ours\n\nKeep this.\n',
  'CLAUDE.md': '# Claude\n',
}
/** The kill comes after one of this many writes began, about two rounds of the worker's work … */
const WRITES = 40
/** … and at most this many milliseconds later, about as long as a write takes. */
const LATER_MS = 4

/** How far the kills reached: what the process was writing when it was killed, `old` or `new` for what was found. */
export type KillTally = { kills: number; inWrite: number; old: number; new: number }

type Hashes = Map<string, string | null>

/** Kills a process `kills` times while it fixes and syncs, and checks the project and the next start after each. */
export async function killAndCheck(kills: number, seed: number): Promise<KillTally> {
  const project = createTempProject(FILES)
  project.commitAll()
  const state = createTempFolder()
  const worker = await bundleWorker()
  const random = seededRandom(seed)
  const tally: KillTally = { kills: 0, inWrite: 0, old: 0, new: 0 }
  while (tally.kills < kills) {
    const before = hashesOf(project.root)
    const args = [project.root, state, join(TOP, 'rules'), JSON.stringify(sources())]
    const events = await runUntilKilled(worker, args, 1 + Math.floor(random() * WRITES), random() * LATER_MS)
    tally.kills += 1
    checkFiles(before, events, project.root, tally)
    await checkNextStart(project.root, state)
  }
  return tally
}

/** The files that hold findings; the worker puts these texts back at the start of each round. */
function sources(): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(FILES).filter(([path]) => path.endsWith('.js')))
}

async function bundleWorker(): Promise<string> {
  const outfile = join(createTempFolder(), 'kill-worker.mjs')
  await build({
    entryPoints: [join(import.meta.dirname, 'kill-worker.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    // Only for the helper that removes temporary folders after a test; the worker has none.
    external: ['vitest'],
  })
  return outfile
}

type KillEvent = { readonly path?: string; readonly after?: string | null; readonly done?: boolean }

/** Runs the worker, kills it some milliseconds after its n-th write began, and returns what it said. */
async function runUntilKilled(script: string, args: readonly string[], write: number, later: number) {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  let [said, complained] = ['', '']
  const writing = new Promise<void>(resolve => {
    child.stdout.on('data', (data: Buffer) => {
      said += data.toString()
      if (said.split('"after"').length > write) resolve()
    })
    child.stderr.on('data', (data: Buffer) => {
      complained += data.toString()
    })
    child.once('close', () => resolve())
  })
  const ended = new Promise<NodeJS.Signals | null>(resolve =>
    child.once('close', (_, signal) => resolve(signal)),
  )
  await writing
  await wait(later)
  child.kill('SIGKILL')
  expect({ signal: await ended, complained }).toEqual({ signal: 'SIGKILL', complained: '' })
  return said
    .split('\n')
    .slice(0, -1)
    .map((line): KillEvent => JSON.parse(line))
}

/** Every file must be what the last finished write made of it; the one being written may be old or new, whole. */
function checkFiles(before: Hashes, events: readonly KillEvent[], root: string, tally: KillTally): void {
  const expected = new Map(before)
  let open: { readonly path: string; readonly after: string | null } | null = null
  for (const { path, after, done } of events) {
    if (path === undefined) continue
    if (after !== undefined) open = { path, after }
    else if (open) {
      if (done) expected.set(open.path, open.after)
      open = null
    }
  }
  const found = hashesOf(root)
  if (open) {
    tally.inWrite += 1
    const now = found.get(open.path) ?? null
    const old = expected.get(open.path) ?? null
    expect([old, open.after], `${open.path} is neither old nor new`).toContain(now)
    if (now === old) tally.old += 1
    else tally.new += 1
    expected.set(open.path, now)
  }
  const withoutGone = (hashes: Hashes) => [...hashes].filter(([, hash]) => hash !== null).sort()
  expect(withoutGone(found)).toEqual(withoutGone(expected))
}

/** Returns path → hash of every file of the project, git's own and our temporary files left out. */
function hashesOf(root: string): Hashes {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8', withFileTypes: true })
  return new Map(
    names
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name).slice(root.length + 1))
      .filter(path => !path.startsWith('.git/') && !/\.guardrail-coach-\d+-/.test(path))
      .map(path => [path, sha256(readFileSync(join(root, path)))]),
  )
}

/** The next start tidies up, gets the lock at once, reads every record and can plan the next sync. */
async function checkNextStart(root: string, state: string): Promise<void> {
  const workspace = take(await createWorkspace(root, { state, lockWaitMs: 1_000 }))
  const left = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(path => path.endsWith('.tmp'))
  expect(left).toEqual([])
  expect(existsSync(join(state, 'unfinished')) ? readdirSync(join(state, 'unfinished')) : []).toEqual([])
  take(await workspace.withLock(async () => succeed(null)))
  const store = openProjectStore(workspace)
  expect((await store.load()).problems).toEqual([])
  const content = openContent({ lessons: join(TOP, 'lessons'), rules: join(TOP, 'rules') })
  const plan = take(await planSync({ ...createFakeToolbox(), workspace, store, content }))
  expect({ refusals: plan.refusals, handEdits: plan.handEdits }).toEqual({ refusals: [], handEdits: [] })
}
