import { spawnSync } from 'node:child_process'
import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { newFolder, TOP, typescriptProject } from '../projects.js'
import type { Row } from '../row.js'

const RUNS = 5
const FILES = 1_000
/** Tells the highest resident memory of the process, in kB, on its fourth stream when it exits. */
const TELL_MEMORY =
  'data:text/javascript,import{writeSync}from"node:fs";process.on("exit",()=>writeSync(3,String(process.resourceUsage().maxRSS)))'

/** Measures scans of a generated tree of 1,000 TypeScript files: cold, and again after one file changed. */
export async function scanRows(): Promise<readonly Row[]> {
  const project = typescriptProject(FILES)
  const cold: number[] = []
  const warm: number[] = []
  const memory: number[] = []
  for (let run = 0; run < RUNS; run++) {
    // A home of its own for each cold run, so that no cache of an earlier one helps.
    const home = newFolder('home')
    const first = timeScan(project, home)
    cold.push(first.seconds)
    memory.push(first.memory)
    appendFileSync(join(project, 'source/area0/module0.ts'), `export const changed${run} = true\n`)
    warm.push(timeScan(project, home).seconds)
  }
  const name = `scan of ${FILES.toLocaleString('en')} TypeScript files`
  return [
    { name: `cold ${name}`, unit: 's', goal: { at: 'median', most: 3 }, samples: cold },
    { name: 'the same again, one file changed', unit: 's', goal: { at: 'median', most: 0.3 }, samples: warm },
    { name: 'peak memory of the cold scan', unit: 'MB', goal: null, samples: memory },
  ]
}

/** Scans in a process of its own, start included; fails when it does not read every file. */
function timeScan(project: string, home: string): { readonly seconds: number; readonly memory: number } {
  const start = performance.now()
  const ended = spawnSync(
    process.execPath,
    ['--import', TELL_MEMORY, join(TOP, 'dist/cli.js'), 'scan', '--json'],
    {
      cwd: project,
      env: { ...process.env, GUARDRAIL_COACH_HOME: home },
      stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
      maxBuffer: 500_000_000,
      encoding: 'utf8',
    },
  )
  const seconds = (performance.now() - start) / 1000
  const { stats, errors } = JSON.parse(ended.stdout)
  if (stats.filesScanned !== FILES || errors.length > 0) throw new Error('The scan did not read every file.')
  return { seconds, memory: Number(ended.output[3]) / 1000 }
}
