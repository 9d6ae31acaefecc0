import { availableParallelism } from 'node:os'

/** Below this many files a thread costs more than it saves: starting one takes about a second of processor time. */
const MIN_FILES = 300

/** Most threads that help; each holds its own parsers in memory. */
const MAX_WORKERS = 8

/** Returns how many threads to use for so many files; `jobs` is what the user asked for. 1 means none beside this one. */
export function countWorkers(files: number, jobs?: number): number {
  if (files < MIN_FILES) return 1
  return Math.max(1, Math.min(jobs ?? availableParallelism(), MAX_WORKERS))
}
