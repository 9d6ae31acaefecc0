import { crowdedProject, newFolder } from '../projects.js'
import type { Row } from '../row.js'
import { openTerminal } from '../terminal.js'

const KEYS = 200

/** Measures key presses in the list of 10,000 findings: time to frame, bytes, cleared scrollback, memory. */
export async function keyRows(): Promise<readonly Row[]> {
  const terminal = openTerminal(crowdedProject(), newFolder('home'))
  await terminal.until('Enter')
  // The first run explains itself; "n" looks without keeping records.
  await terminal.press('n')
  await terminal.until('1 Findings')
  await terminal.press('1')
  await terminal.until('of 10')
  const presses = []
  for (let key = 0; key < KEYS; key++) presses.push(await terminal.press('j'))
  const cleared = terminal.written().split('\x1b[3J').length - 1
  const memory = await terminal.memory()
  await terminal.close()
  return [
    {
      name: 'key to frame, 10,000 findings',
      unit: 'ms',
      goal: { at: 'p95', most: 16 },
      samples: presses.map(press => press.ms),
    },
    {
      name: 'the same, the slowest in a hundred',
      unit: 'ms',
      goal: { at: 'p99', most: 33 },
      samples: presses.map(press => press.ms),
    },
    {
      name: 'written a key, 10,000 findings',
      unit: 'bytes',
      goal: { at: 'p95', most: 1000 },
      samples: presses.map(press => press.bytes),
    },
    {
      name: 'scrollback cleared (`ESC[3J`) in that session',
      unit: '',
      goal: { at: 'max', most: 0 },
      samples: [cleared],
    },
    {
      name: 'memory, 10,000 findings open (peak of that session)',
      unit: 'MB',
      goal: { at: 'max', most: 180 },
      samples: [memory],
    },
  ]
}
