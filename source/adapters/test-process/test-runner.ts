import type { TestRunner } from '../../ports/test-runner.js'
import { eachSecond } from '../system/each-second.js'
import { runTree } from '../system/run-tree.js'
import { lineCollector } from './line-collector.js'

const LIMIT_MINUTES = 10
const MINUTE = 60_000
const HOW = {
  ended: 'ended',
  cancelled: 'stopped',
  'timed-out': 'timed-out',
  'not-started': 'not-started',
} as const

/** Returns a runner of tests in the project at `root`, with the developer's own environment. */
export function createTestRunner(
  root: string,
  env: NodeJS.ProcessEnv = process.env,
  limitMinutes = LIMIT_MINUTES,
): TestRunner {
  return {
    limitMinutes,
    run: async ([file = '', ...args], { signal, onLines, onSecond }) => {
      const started = performance.now()
      const stopClock = eachSecond(onSecond)
      const lines = lineCollector(onLines)
      try {
        const end = await runTree({
          file,
          args,
          cwd: root,
          // Watch modes and progress bars are for people at a terminal; this is none.
          env: { ...env, CI: 'true', NO_COLOR: '1', FORCE_COLOR: '0' },
          timeoutMs: limitMinutes * MINUTE,
          signal,
          onText: lines.push,
        })
        return { how: HOW[end.how], exitCode: end.exitCode, durationMs: performance.now() - started }
      } finally {
        stopClock()
        lines.end()
      }
    },
  }
}
