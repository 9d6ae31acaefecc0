import { fail } from '../../core/problem.js'

/** Switches that keep a diff from running what the repository names, in a form `parseDiff` reads. */
export const DIFF = [
  'diff',
  '--no-ext-diff',
  '--no-textconv',
  '--no-color',
  '--no-prefix',
  '--relative',
  '--find-renames',
  '--ignore-submodules',
  '--unified=0',
] as const

/** Returns a failure that git caused. */
export function failGit(message: string, nextStep = 'Run git status in the project to see what it says.') {
  return fail({
    kind: 'user-can-act',
    message,
    untouched: 'Nothing was scanned or written.',
    nextSteps: [nextStep],
  })
}
