/** Signals that end the coach, with the exit code a shell gives them (128 + number). */
const SIGNALS = { SIGTERM: 143, SIGHUP: 129, SIGINT: 130, SIGQUIT: 131 } as const

/** Ends the process. After a hangup the terminal is gone, and Node's own exit would abort on it: the signal is let through. */
function end(signal: string, code: number): void {
  if (signal === 'SIGHUP') process.kill(process.pid, signal)
  else process.exit(code)
}

/**
 * Makes every way out give the terminal back: a normal exit, the usual signals, and errors nobody caught. `leave` must
 * be synchronous and harmless when called twice. An error is told after the terminal was left, else nobody would see it.
 * `isLent` tells whether another program has the terminal: an interrupt is then meant for that one.
 * Returns a function that takes the handlers off again.
 */
export function restoreOnExit(leave: () => void, isLent: () => boolean): () => void {
  const onSignal = Object.entries(SIGNALS).map(([signal, code]) => {
    const handler = () => {
      if (signal === 'SIGINT' && isLent()) return
      leave()
      process.off(signal, handler)
      end(signal, code)
    }
    process.on(signal, handler)
    return () => process.off(signal, handler)
  })
  const onError = (error: unknown) => {
    leave()
    process.stderr.write(`The coach stopped because of a bug in it: ${String(error)}\n`)
    process.stderr.write('Your files are as the last finished step left them. Please report this message.\n')
    process.exit(3)
  }
  process.on('exit', leave)
  process.on('uncaughtException', onError)
  process.on('unhandledRejection', onError)
  return () => {
    for (const off of onSignal) off()
    process.off('exit', leave)
    process.off('uncaughtException', onError)
    process.off('unhandledRejection', onError)
  }
}
