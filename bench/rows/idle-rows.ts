import { setTimeout as wait } from 'node:timers/promises'
import { newFolder, smallProject } from '../projects.js'
import type { Row } from '../row.js'
import { openTerminal } from '../terminal.js'

const SECONDS = 60

/** Measures what the coach does while nobody presses a key: bytes drawn and processor time. */
export async function idleRows(): Promise<readonly Row[]> {
  const terminal = openTerminal(smallProject(), newFolder('home'))
  await terminal.until('Enter')
  await terminal.press('n')
  await terminal.until('1 Findings')
  // What the scan started is over by then.
  await wait(3_000)
  const [drawn, busy] = [terminal.written().length, await terminal.busy()]
  await wait(SECONDS * 1000)
  const bytes = terminal.written().length - drawn
  const milliseconds = (await terminal.busy()) - busy
  await terminal.close()
  return [
    {
      name: `drawn in ${SECONDS} s without a key`,
      unit: 'bytes',
      goal: { at: 'max', most: 0 },
      samples: [bytes],
    },
    {
      name: `processor time in ${SECONDS} s without a key`,
      unit: 'ms',
      goal: { at: 'max', most: 60 },
      samples: [milliseconds],
    },
  ]
}
