import { ENGINE_CHOICES, type EngineChoice } from '../core/config/project-config.js'
import type { Command, CommandResult, OptionValues } from './command.js'
import { usageProblem } from './usage-problem.js'

/** Where findings shall come from; `engine` null means what the project's config says. */
export type ScannerChoice = {
  readonly engine: EngineChoice | null
  /** Rule files, folders or sets for Semgrep and Opengrep. */
  readonly configs: readonly string[]
  readonly allowNetwork: boolean
  /** A report of another scanner, as the user named it. */
  readonly from: string | null
}

/** The options of every command that scans. */
export const SCANNER_OPTIONS = {
  engine: { type: 'string' },
  config: { type: 'string', multiple: true },
  'allow-network': { type: 'boolean' },
  from: { type: 'string' },
} as const satisfies Command['options']

/** Their help, one line an option. */
export const SCANNER_HELP: Command['optionHelp'] = [
  ['--engine NAME', `one of ${ENGINE_CHOICES.join(', ')}`],
  ['--config PATH', 'rules for Semgrep or Opengrep; may be given several times'],
  ['--allow-network', 'lets Semgrep fetch rules that --config names'],
  ['--from FILE', 'findings of another scanner: SARIF 2.1.0, Semgrep JSON or Bandit JSON'],
]

/** Returns the choice that the options make, or how they are wrong. */
export function readScannerChoice(values: OptionValues): ScannerChoice | CommandResult {
  const { engine, config, from } = values
  if (engine !== undefined && !isEngine(engine))
    return usageProblem(
      `${String(engine)} is no engine.`,
      `--engine takes one of ${ENGINE_CHOICES.join(', ')}.`,
    )
  if (from !== undefined && engine !== undefined)
    return usageProblem('--from and --engine exclude each other.')
  const configs = (Array.isArray(config) ? config : []).filter(one => typeof one === 'string')
  if (configs.length > 0 && (engine === undefined || engine === 'builtin'))
    return usageProblem('--config gives rules to another engine.', 'Add --engine semgrep, opengrep or auto.')
  return {
    engine: engine ?? null,
    configs,
    allowNetwork: values['allow-network'] === true,
    from: typeof from === 'string' ? from : null,
  }
}

function isEngine(value: unknown): value is EngineChoice {
  return ENGINE_CHOICES.includes(value as EngineChoice)
}
