import type { Command } from '../commands/command.js'

/** Returns two columns, the first as wide as its widest entry. */
function columns(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(0, ...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`)
}

/** Returns the overview: what the tool does, the coach's own options, every command in a line, the exit codes. */
export function overviewText(
  coach: Pick<Command, 'summary' | 'optionHelp'>,
  commands: readonly Pick<Command, 'name' | 'summary'>[],
): string {
  return [
    'Fix vulnerabilities in the terminal, learn from each fix, and teach your AI assistants the same lesson.',
    '',
    'Usage',
    ...columns([
      ['guardrail-coach [path]', coach.summary],
      ...commands.map(({ name, summary }) => [`guardrail-coach ${name}`, summary] as const),
    ]),
    '',
    ...columns([
      ...coach.optionHelp,
      ['--help', 'help for a command: guardrail-coach scan --help'],
      ['--version', 'prints the version'],
    ]),
    '',
    'Exit codes',
    ...columns([
      ['0', 'done; no finding at or above --fail-on'],
      ['1', 'findings at or above --fail-on, or drift'],
      ['2', 'called wrongly; nothing was written'],
      ['3', 'something failed; the message says what was left untouched'],
      ['130', 'interrupted'],
    ]),
  ].join('\n')
}

/** Returns the help of one command. */
export function commandText(command: Command): string {
  return [
    `guardrail-coach ${command.usage}`,
    '',
    `  ${command.summary}`,
    ...(command.optionHelp.length > 0 ? ['', ...columns(command.optionHelp)] : []),
  ].join('\n')
}
