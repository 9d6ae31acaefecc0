import { spawnSync } from 'node:child_process'

/** Whether a program can be started as the head of a process group that one signal reaches. */
export const isProcessGroup = process.platform !== 'win32'

const SIGNALS = ['SIGTERM', 'SIGHUP', 'SIGINT', 'SIGQUIT'] as const

/** Ends a program that was started as the head of a group, with all that it started; does nothing when it is gone. */
export function killTree(pid: number, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (!isProcessGroup) {
    spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true })
    return
  }
  try {
    process.kill(-pid, signal)
  } catch {
    // The group is gone, which is what was wanted.
  }
}

/**
 * Ends the tree when this process ends, by itself or by a signal: a group of its own does not get the terminal's
 * signals. Returns a function that lets go of it.
 */
export function tieToOurEnd(pid: number): () => void {
  const kill = () => killTree(pid, 'SIGKILL')
  process.on('exit', kill)
  const offs = SIGNALS.map(signal => {
    const onSignal = () => {
      kill()
      // With a listener the signal no longer ends us; when it was the only one, it must.
      if (process.listenerCount(signal) === 0) process.kill(process.pid, signal)
    }
    process.prependOnceListener(signal, onSignal)
    return () => process.off(signal, onSignal)
  })
  return () => {
    process.off('exit', kill)
    for (const off of offs) off()
  }
}
