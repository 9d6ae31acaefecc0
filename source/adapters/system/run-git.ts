import { spawn } from 'node:child_process'

/** What every call says: nothing that the repository names is run (monitor, hooks); file names are not quoted. */
const SWITCHES = [
  '-c',
  'core.fsmonitor=false',
  '-c',
  'core.hooksPath=/dev/null',
  '-c',
  'core.quotePath=false',
] as const

/** No locks for questions, no prompts for passwords, messages in English. */
const ENVIRONMENT = { GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' }

/**
 * Runs git in a folder with `input` and returns the bytes it printed, or null when git is missing or fails.
 * Node's own spawn, because every scan asks git and loading a process library costs more than the question.
 */
function callGit(folder: string, args: readonly string[], input: string): Promise<Buffer | null> {
  return new Promise(resolve => {
    const child = spawn('git', [...SWITCHES, ...args], {
      cwd: folder,
      env: { ...process.env, ...ENVIRONMENT },
      stdio: ['pipe', 'pipe', 'ignore'],
      windowsHide: true,
    })
    const chunks: Buffer[] = []
    child.stdout.on('data', chunk => chunks.push(chunk))
    child.on('error', () => resolve(null))
    child.on('close', code => resolve(code === 0 ? Buffer.concat(chunks) : null))
    // Git may end before it reads its input; what counts is how it ends.
    child.stdin.on('error', () => {})
    child.stdin.end(input)
  })
}

/** Runs git in a folder with `input` and returns its standard output as text, or null when it is missing or fails. */
export async function runGit(folder: string, args: readonly string[], input = ''): Promise<string | null> {
  return (await callGit(folder, args, input))?.toString('utf8') ?? null
}

/** Returns the bytes of a blob as git stores them, unfiltered; null when there is none of this name. */
export async function readBlob(folder: string, name: string): Promise<Uint8Array | null> {
  return callGit(folder, ['cat-file', 'blob', name], '')
}
