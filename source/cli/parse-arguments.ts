import { parseArgs } from 'node:util'
import type { Command, OptionValues } from '../commands/command.js'

/** The command line of one command as read, or what is wrong with it. */
export type ParsedArguments =
  | { readonly ok: true; readonly values: OptionValues; readonly positionals: readonly string[] }
  | { readonly ok: false; readonly message: string }

/** Options that every command has. */
const COMMON = { help: { type: 'boolean', short: 'h' } } as const

/**
 * Reads the arguments behind a command's name. An option whose value may be left out takes the next argument unless
 * that is an option or an existing path (`isPath`): `--changed main` names a base, `--changed src` a folder.
 */
export function parseArguments(
  command: Pick<Command, 'options' | 'optionalValues'>,
  args: readonly string[],
  isPath: (path: string) => boolean,
): ParsedArguments {
  try {
    const { values, positionals } = parseArgs({
      args: fillOptionalValues(command.optionalValues ?? [], args, isPath),
      options: { ...command.options, ...COMMON },
      allowPositionals: true,
      strict: true,
    })
    return { ok: true, values, positionals }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    // Node's message goes on about how to pass a positional that looks like an option; its first sentence is enough.
    return { ok: false, message: `${error.message.split(/\. |\n/)[0]?.replace(/\.$/, '')}.` }
  }
}

function fillOptionalValues(
  names: readonly string[],
  args: readonly string[],
  isPath: (path: string) => boolean,
): string[] {
  const filled: string[] = []
  let isOver = false
  for (const [index, arg] of args.entries()) {
    isOver ||= arg === '--'
    const next = args[index + 1]
    const takesNext = next !== undefined && !next.startsWith('-') && !isPath(next)
    filled.push(!isOver && names.some(name => arg === `--${name}`) && !takesNext ? `${arg}=` : arg)
  }
  return filled
}
