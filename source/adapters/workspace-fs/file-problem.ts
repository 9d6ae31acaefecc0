import { fail, type Problem } from '../../core/problem.js'

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'The file does not exist.',
  EACCES: 'This user may not open the file.',
  EPERM: 'This user may not change the file.',
  EROFS: 'The file system is read-only.',
  ENOSPC: 'The disk is full.',
  EISDIR: 'This is a folder, not a file.',
  ENOTDIR: 'A part of the path is a file, not a folder.',
  ELOOP: 'The links of this path go in a circle.',
  ENAMETOOLONG: 'The path is too long.',
}

/** Returns the code of a system error ("ENOENT"), or an empty text for anything else. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/** Returns a failure about one file. */
export function failFile(path: string, message: string, rest: Partial<Problem> = {}) {
  return fail({
    kind: 'user-can-act',
    message,
    path,
    untouched: 'Nothing was written.',
    nextSteps: [],
    ...rest,
  })
}

/** Returns a failure for a system error at a file; errors that are none of the system's are bugs and thrown on. */
export function failSystem(path: string, error: unknown) {
  const code = errorCode(error)
  if (code === '') throw error
  return failFile(path, REASONS[code] ?? `The system said ${code}.`)
}
