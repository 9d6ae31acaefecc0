import { Worker } from 'node:worker_threads'
import { brokeDown, emptyOutcome, type FileOutcome } from '../scan/file-outcome.js'
import type { WorkerAnswer, WorkerSetup, WorkerTask } from './worker-messages.js'

/** Files given to a worker at a time: few enough that none is left with much while the others are done. */
const BATCH = 16

export type PoolRequest = {
  /** Path of the worker's program. */
  readonly program: string
  readonly setup: WorkerSetup
  readonly count: number
  /** Largest first keeps the end short. */
  readonly paths: readonly string[]
  readonly signal: AbortSignal | undefined
  readonly onOutcome: (outcome: FileOutcome) => void
}

/**
 * Examines files in worker threads and resolves when all are told, with the files that were not: none, unless threads cannot
 * be used here at all. A thread that dies costs the file it was at, which is told as an error; its other files go to a new
 * thread. Rejects with the signal's reason when cancelled.
 */
export async function runWorkers(request: PoolRequest): Promise<readonly string[]> {
  const queue = [...request.paths]
  const threads = Array.from({ length: Math.min(request.count, Math.ceil(queue.length / BATCH)) }, () =>
    keepRunning(request, queue),
  )
  await Promise.all(threads)
  request.signal?.throwIfAborted()
  return queue
}

/** Works on the queue, with a new thread whenever one dies; gives up when one dies without a single answer. */
async function keepRunning(request: PoolRequest, queue: string[]): Promise<void> {
  while (queue.length > 0 && request.signal?.aborted !== true) {
    const { lost, answers } = await runWorker(request, queue)
    const [victim, ...others] = lost
    if (victim === undefined) return
    queue.push(...others)
    if (answers === 0) {
      queue.push(victim)
      return
    }
    request.onOutcome(crashed(victim))
  }
}

type WorkerEnd = {
  /** Files of the last batch that got no answer: none when the queue was worked off. */
  readonly lost: readonly string[]
  readonly answers: number
}

/** Resolves when the thread ended, for whatever cause. */
function runWorker({ program, setup, signal, onOutcome }: PoolRequest, queue: string[]): Promise<WorkerEnd> {
  return new Promise(resolve => {
    const worker = new Worker(program, { workerData: setup })
    let batch: string[] = []
    let answers = 0
    let isDone = false
    const finish = () => {
      if (isDone) return
      isDone = true
      signal?.removeEventListener('abort', stop)
      void worker.terminate().then(() => resolve({ lost: signal?.aborted === true ? [] : batch, answers }))
    }
    const stop = () => finish()
    const sendMore = () => {
      batch = queue.splice(0, BATCH)
      if (batch.length === 0) return finish()
      const task: WorkerTask = { paths: batch }
      worker.postMessage(task)
    }
    worker.on('message', ({ outcome }: WorkerAnswer) => {
      if (isDone) return
      answers++
      batch = batch.filter(path => path !== outcome.path)
      onOutcome(outcome)
      if (batch.length === 0) sendMore()
    })
    worker.on('error', finish)
    worker.on('exit', finish)
    signal?.addEventListener('abort', stop)
    sendMore()
  })
}

function crashed(path: string): FileOutcome {
  return { ...emptyOutcome(path, true), errors: [brokeDown(path)], isLasting: false }
}
