import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { newFolder, smallProject, TOP } from '../projects.js'
import type { Row } from '../row.js'
import { openTerminal } from '../terminal.js'

const RUNS = 20

/** Measures how long Node itself, `--version` and the first frame of the coach take, in turns. */
export async function startRows(): Promise<readonly Row[]> {
  const bare: number[] = []
  const version: number[] = []
  const frames: number[] = []
  const project = smallProject()
  const home = newFolder('home')
  for (let run = 0; run < RUNS; run++) {
    bare.push(timeNode(['-e', '0']))
    version.push(timeNode([join(TOP, 'dist/cli.js'), '--version']))
    const terminal = openTerminal(project, home)
    frames.push(await terminal.firstFrame)
    await terminal.close()
  }
  const overhead = version.map((value, index) => value - (bare[index] ?? value))
  return [
    { name: 'bare `node -e 0`', unit: 'ms', goal: null, samples: bare },
    { name: '`--version`', unit: 'ms', goal: null, samples: version },
    { name: '`--version` above bare Node', unit: 'ms', goal: { at: 'median', most: 40 }, samples: overhead },
    { name: 'start to first frame', unit: 'ms', goal: { at: 'median', most: 300 }, samples: frames },
  ]
}

function timeNode(args: readonly string[]): number {
  const start = performance.now()
  execFileSync(process.execPath, args)
  return performance.now() - start
}
