import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { TOP } from './projects.js'

/** Tells the highest resident memory of the process, in kB, on its fourth stream when it exits. */
const TELL_MEMORY =
  'data:text/javascript,import{writeSync}from"node:fs";process.on("exit",()=>writeSync(3,String(process.resourceUsage().maxRSS)))'

/**
 * Scans in a process of its own; returns seconds, start included, and the most memory it took, in MB. Fails when it does not
 * read every file.
 */
export function timeScan(
  project: string,
  home: string,
  files: number,
  options: readonly string[] = [],
): { readonly seconds: number; readonly memory: number } {
  const start = performance.now()
  const ended = spawnSync(
    process.execPath,
    ['--import', TELL_MEMORY, join(TOP, 'dist/cli.js'), 'scan', '--json', ...options],
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
  if (stats.filesScanned !== files || errors.length > 0) throw new Error('The scan did not read every file.')
  return { seconds, memory: Number(ended.output[3]) / 1000 }
}
