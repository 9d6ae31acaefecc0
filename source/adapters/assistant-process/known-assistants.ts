/** How an assistant is asked, without a terminal, to edit files of one folder and nothing else. */
export type KnownAssistant = {
  readonly id: string
  readonly name: string
  /** The program's names on PATH, the usual one first. */
  readonly programs: readonly string[]
  /** Argument array; flags are those confirmed for the versions in learning.md §3.4. */
  readonly args: (prompt: string, folder: string, file: string) => readonly string[]
}

/** The command lines that can write a fix, in the order they are offered. */
export const KNOWN_ASSISTANTS: readonly KnownAssistant[] = [
  {
    id: 'claude-code',
    name: 'Claude Code',
    programs: ['claude'],
    args: prompt => [
      ...['-p', prompt],
      ...['--output-format', 'json'],
      ...['--permission-mode', 'acceptEdits'],
      ...['--tools', 'Read,Edit,Write,Glob,Grep'],
      '--no-session-persistence',
      '--strict-mcp-config',
    ],
  },
  {
    id: 'codex',
    name: 'Codex',
    programs: ['codex'],
    args: (prompt, folder) => [
      'exec',
      '--ephemeral',
      '--skip-git-repo-check',
      '-s',
      'workspace-write',
      '-C',
      folder,
      prompt,
    ],
  },
  {
    id: 'gemini-cli',
    name: 'Gemini CLI',
    programs: ['gemini'],
    args: prompt => ['-p', prompt, '-o', 'json', '--approval-mode', 'auto_edit', '--skip-trust'],
  },
  {
    id: 'copilot-cli',
    name: 'Copilot CLI',
    programs: ['copilot'],
    args: (prompt, folder) => [
      ...['-p', prompt, '-C', folder, '-s'],
      ...['--allow-all-tools', '--deny-tool', 'shell'],
      '--disable-builtin-mcps',
      '--no-auto-update',
    ],
  },
  {
    id: 'opencode',
    name: 'OpenCode',
    programs: ['opencode'],
    args: (prompt, folder) => ['run', '--format', 'json', '--dir', folder, '--pure', '--auto', prompt],
  },
  {
    id: 'cursor',
    name: 'Cursor',
    programs: ['cursor-agent'],
    args: prompt => ['-p', '--force', '--output-format', 'json', prompt],
  },
  {
    id: 'aider',
    name: 'Aider',
    programs: ['aider'],
    args: (prompt, _folder, file) => [
      ...['--message', prompt, '--yes-always', '--no-git', '--no-auto-commits', '--no-check-update'],
      ...['--analytics-disable', '--no-suggest-shell-commands', '--no-detect-urls', file],
    ],
  },
]
