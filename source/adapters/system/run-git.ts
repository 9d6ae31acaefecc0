import { execa } from 'execa'

/**
 * Runs git in a folder and returns its standard output, or null when git is missing or fails.
 * Nothing that the repository names is run: no file-system monitor, no hooks; diffs add their own switches.
 */
export async function runGit(
  folder: string,
  args: readonly string[],
  input?: string,
): Promise<string | null> {
  const result = await execa(
    'git',
    ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null', '-c', 'core.quotePath=false', ...args],
    {
      cwd: folder,
      reject: false,
      stripFinalNewline: false,
      stdin: input === undefined ? 'ignore' : 'pipe',
      ...(input === undefined ? {} : { input }),
      maxBuffer: 500_000_000,
      env: { GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' },
    },
  )
  return result.failed ? null : result.stdout
}
