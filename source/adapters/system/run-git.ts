import { execa } from 'execa'

/** What every call says: nothing that the repository names is run (monitor, hooks); file names are not quoted. */
const SWITCHES = [
  '-c',
  'core.fsmonitor=false',
  '-c',
  'core.hooksPath=/dev/null',
  '-c',
  'core.quotePath=false',
] as const

const OPTIONS = {
  reject: false,
  stripFinalNewline: false,
  maxBuffer: 500_000_000,
  env: { GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' },
} as const

/** Runs git in a folder with `input` and returns its standard output, or null when git is missing or fails. */
export async function runGit(folder: string, args: readonly string[], input = ''): Promise<string | null> {
  const result = await execa('git', [...SWITCHES, ...args], { ...OPTIONS, cwd: folder, input })
  return result.failed ? null : result.stdout
}

/** Returns the bytes of a blob as git stores them, unfiltered; null when there is none of this name. */
export async function readBlob(folder: string, name: string): Promise<Uint8Array | null> {
  const result = await execa('git', [...SWITCHES, 'cat-file', 'blob', name], {
    ...OPTIONS,
    cwd: folder,
    input: '',
    encoding: 'buffer',
  })
  return result.failed ? null : result.stdout
}
