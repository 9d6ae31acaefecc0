import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { newFolder, TOP, typescriptProject } from '../projects.js'
import type { Row } from '../row.js'

const RUNS = 5
const FILES = 1_000
/** Tells the highest resident memory of the process, in kB, on its fourth stream when it exits. */
const TELL_MEMORY =
  'data:text/javascript,import{writeSync}from"node:fs";process.on("exit",()=>writeSync(3,String(process.resourceUsage().maxRSS)))'

/** Measures cold scans of a generated tree of 1,000 TypeScript files, each in a process of its own. */
export async function scanRows(): Promise<readonly Row[]> {
  const project = typescriptProject(FILES)
  const seconds: number[] = []
  const memory: number[] = []
  for (let run = 0; run < RUNS; run++) {
    // A home of its own for each run, so that no cache of an earlier one helps.
    const env = {
      ...process.env,
      GUARDRAIL_COACH_HOME: newFolder('home'),
      XDG_CACHE_HOME: newFolder('cache'),
    }
    const start = performance.now()
    const ended = spawnSync(
      process.execPath,
      ['--import', TELL_MEMORY, join(TOP, 'dist/cli.js'), 'scan', '--json'],
      {
        cwd: project,
        env,
        stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
        maxBuffer: 500_000_000,
        encoding: 'utf8',
      },
    )
    seconds.push((performance.now() - start) / 1000)
    memory.push(Number(ended.output[3]) / 1000)
    const { stats, errors } = JSON.parse(ended.stdout)
    if (stats.filesScanned !== FILES || errors.length > 0)
      throw new Error('The scan did not read every file.')
  }
  const name = `cold scan of ${FILES.toLocaleString('en')} TypeScript files`
  return [
    { name, unit: 's', goal: null, samples: seconds },
    { name: 'peak memory of that scan', unit: 'MB', goal: null, samples: memory },
  ]
}
