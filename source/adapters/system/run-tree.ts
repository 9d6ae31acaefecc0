import { isProcessGroup, killTree, tieToOurEnd } from './process-tree.js'

/** A program to run with everything it starts. */
export type TreeStart = {
  readonly file: string
  readonly args: readonly string[]
  /** Absolute folder it runs in. */
  readonly cwd: string
  /** Its whole environment. */
  readonly env: Readonly<Record<string, string | undefined>>
  readonly timeoutMs: number
  readonly signal?: AbortSignal | undefined
  /** Gets what it writes, standard output and error as they come. */
  readonly onText?: (text: string, stream: 'stdout' | 'stderr') => void
}

/** How the run ended; `exitCode` is null when a signal ended it or it never began. */
export type TreeEnd = {
  readonly how: 'ended' | 'cancelled' | 'timed-out' | 'not-started'
  readonly exitCode: number | null
}

/** Milliseconds between asking a tree of processes to end and ending it. */
const GRACE = 2_000
/** Milliseconds in which output may still come once the program itself has ended: what it left behind holds the pipe. */
const LAST_WORDS = 500

/**
 * Runs a program without a shell and without input, in a process group of its own, and resolves when it has ended.
 * When it is cancelled, takes too long, or this process ends first, every process it started is ended with it.
 */
export async function runTree(start: TreeStart): Promise<TreeEnd> {
  if (start.signal?.aborted) return { how: 'cancelled', exitCode: null }
  // Loaded when something is run, which most commands never do.
  const { execa } = await import('execa')
  const child = execa(start.file, [...start.args], {
    cwd: start.cwd,
    env: start.env,
    extendEnv: false,
    stdin: 'ignore',
    buffer: false,
    reject: false,
    cleanup: false,
    detached: isProcessGroup,
    encoding: 'utf8',
  })
  const { pid } = child
  if (pid === undefined) {
    await child
    return { how: 'not-started', exitCode: null }
  }
  const untie = tieToOurEnd(pid)
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8').on('data', (text: string) => start.onText?.(text, name))
    // A pipe that breaks when the tree is ended is no news.
    child[name]?.on('error', () => {})
  }
  let how: TreeEnd['how'] = 'ended'
  let killer: NodeJS.Timeout | undefined
  const end = (why: TreeEnd['how']) => {
    if (how !== 'ended') return
    how = why
    killTree(pid, 'SIGTERM')
    killer = setTimeout(() => killTree(pid, 'SIGKILL'), GRACE)
  }
  const timer = setTimeout(() => end('timed-out'), start.timeoutMs)
  const onAbort = () => end('cancelled')
  start.signal?.addEventListener('abort', onAbort, { once: true })
  try {
    const exitCode = await new Promise<number | null>(resolve => {
      child.once('exit', resolve)
      child.once('error', () => resolve(null))
    })
    await Promise.race([child.catch(() => null), new Promise(resolve => setTimeout(resolve, LAST_WORDS))])
    return { how, exitCode }
  } finally {
    clearTimeout(timer)
    clearTimeout(killer)
    start.signal?.removeEventListener('abort', onAbort)
    // What it left running would outlive its purpose, and hold our pipes.
    killTree(pid, 'SIGKILL')
    child.stdout?.destroy()
    child.stderr?.destroy()
    untie()
  }
}
