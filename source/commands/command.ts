import type { ParseArgsConfig } from 'node:util'
import type { Problem } from '../core/problem.js'
import type { Toolbox } from '../ports/toolbox.js'
import type { ExitCode } from './exit-codes.js'

/** What a command may say and ask. JSON and results go to `out`; progress, diffs to confirm and messages to `err`. */
export type CommandIo = {
  /** Writes one line to standard output. */
  readonly out: (line: string) => void
  /** Writes one line to standard error. */
  readonly err: (line: string) => void
  /** Draws a passing line (a progress bar) on standard error; an empty text clears it. Silent without a terminal. */
  readonly status: (line: string) => void
  /** Whether a person can answer: standard input and error are terminals and CI is unset. */
  readonly canAsk: boolean
  /** Why the coach asks on plain lines by itself: for a screen reader, or because answers or lines go through a pipe. */
  readonly plain?: 'screen-reader' | 'pipe' | null
  /** Asks a yes-or-no question on standard error; false without a terminal. */
  readonly confirm: (question: string) => Promise<boolean>
  /** Asks for one line of text on standard error; empty without a terminal or at the end of input. */
  readonly ask: (question: string) => Promise<string>
  /** Aborted by Ctrl+C. */
  readonly signal: AbortSignal
}

/** How a command ended; the problem, when there is one, is told by the caller. */
export type CommandResult = { readonly exitCode: ExitCode; readonly problem?: Problem }

/** Values of the options as `parseArgs` reads them. */
export type OptionValues = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>

export type CommandInput = {
  readonly tools: Toolbox
  readonly values: OptionValues
  readonly positionals: readonly string[]
  /** For a command that takes paths: its positionals, relative to the project's root; empty means all of it. */
  readonly paths: readonly string[]
  /** Absolute folder the command was started in. */
  readonly cwd: string
  /** Version of this package, x.y.z. */
  readonly version: string
  readonly io: CommandIo
}

/** Screens of the interactive coach that a command can open. */
export type CoachScreen = 'home' | 'rules' | 'quiz'

/** One subcommand: its options and help stand beside what it does. */
export type Command = {
  readonly name: string
  /** One line for the overview. */
  readonly summary: string
  /** What stands behind "guardrail-coach ", for example `scan [paths…] [options]`. */
  readonly usage: string
  readonly options: NonNullable<ParseArgsConfig['options']>
  /** Names of string options whose value may be left out; it is then empty. */
  readonly optionalValues?: readonly string[]
  /** One line of help for each option, in the order shown: `['--json', 'prints …']`. */
  readonly optionHelp: readonly (readonly [string, string])[]
  /** Whether positionals are files or folders of a project (the first one then tells which project). */
  readonly takesPaths: boolean
  /** The screen to open instead of `run` when a person sits at the terminal; null runs the command all the same. */
  readonly screen?: (input: Pick<CommandInput, 'values' | 'positionals'>) => CoachScreen | null
  readonly run: (input: CommandInput) => Promise<CommandResult>
}
