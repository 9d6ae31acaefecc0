import { newFolder, typescriptProject } from '../projects.js'
import type { Row } from '../row.js'
import { openTerminal } from '../terminal.js'
import { timeScan } from '../time-scan.js'

const RUNS = 10
const FILES = 1_000

/** What the home screen offers once there are findings. */
const FOUND = 'Start with'

/** Measures how long the coach takes from its start until it tells what it found in a project that it knows. */
export async function firstFindingRows(): Promise<readonly Row[]> {
  const project = typescriptProject(FILES)
  const home = newFolder('home')
  timeScan(project, home, FILES)
  await meet(project, home)
  const samples: number[] = []
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now()
    const terminal = openTerminal(project, home)
    await terminal.until(FOUND)
    samples.push(performance.now() - start)
    await terminal.close()
  }
  const name = `start to first finding, ${FILES.toLocaleString('en')} files, warm cache`
  return [{ name, unit: 'ms', goal: { at: 'median', most: 700 }, samples }]
}

/** The first run explains itself; "n" looks without keeping records. */
async function meet(project: string, home: string): Promise<void> {
  const terminal = openTerminal(project, home)
  await terminal.until('Enter')
  await terminal.press('n')
  await terminal.until(FOUND)
  await terminal.close()
}
