import { fail, type Result, succeed } from '../problem.js'
import { splitCommand } from '../text/split-command.js'

/** Signs that only a shell gives a meaning. */
const SHELL_SIGN = /^(?:&&?|\|\|?|;|[0-9]?>>?.*|<.*)$|;$|`|\$\(/

/**
 * Returns the words of a test command. Fails for what is none, and for what only a shell would understand: the command
 * is started as it stands, without one.
 */
export function testCommandWords(command: string): Result<readonly string[]> {
  const words = splitCommand(command.trim())
  if (words === null) return refuse('The command has a quote that is not closed.')
  const [first] = words
  if (first === undefined) return refuse('The command is empty.')
  const sign = words.find(word => SHELL_SIGN.test(word))
  if (sign !== undefined) return refuse(`The command is started without a shell, so ${sign} has no meaning.`)
  if (/^\w+=/.test(first))
    return refuse('The command is started without a shell, so it cannot set variables.')
  return succeed(words)
}

function refuse(message: string) {
  return fail({
    kind: 'user-can-act',
    message,
    untouched: 'Nothing was run.',
    nextSteps: ['Name one program with its arguments, for example npm test. A script can hold the rest.'],
  })
}

/** Programs that run scripts of `package.json` by their name. */
const RUNNERS = /^(?:npm|pnpm|yarn|bun|composer)$/
/** Words between such a program and the script's name. */
const BETWEEN = /^(?:run|run-script|-\S*)$/

/**
 * Returns what a command of a package manager would start, as the project's own file says it: each script that takes part
 * on a line of its own. Empty for every other command. Whoever says yes to the command says yes to this text with it.
 */
export function scriptsBehind(
  command: string,
  packageFile: string | null,
  composerFile: string | null,
): string {
  const words = splitCommand(command.trim()) ?? []
  const [program = '', ...rest] = words
  if (!RUNNERS.test(program)) return ''
  const named = rest.find(word => !BETWEEN.test(word))
  const name = named === undefined || named === 't' || named === 'tst' ? 'test' : named
  const scripts = scriptsOf(program === 'composer' ? composerFile : packageFile)
  return [`pre${name}`, name, `post${name}`]
    .flatMap(one => (scripts[one] === undefined ? [] : [`${one}: ${scripts[one]}`]))
    .join('\n')
}

/** Returns the scripts that a `package.json` or `composer.json` names; none when it cannot be read as one. */
export function scriptsOf(text: string | null): Readonly<Record<string, string>> {
  if (text === null) return {}
  try {
    const scripts: unknown = JSON.parse(text)?.scripts
    if (typeof scripts !== 'object' || scripts === null) return {}
    return Object.fromEntries(
      Object.entries(scripts).flatMap(([name, script]) =>
        typeof script === 'string'
          ? [[name, script]]
          : Array.isArray(script)
            ? [[name, script.join('; ')]]
            : [],
      ),
    )
  } catch {
    return {} // not JSON: then it names no script that could be proposed or run
  }
}
