import { fstatSync } from 'node:fs'
import { createInterface } from 'node:readline/promises'
import type { CommandIo } from '../commands/command.js'
import { isSet, type PlainReason, plainReason, type StreamKind } from './plain-lines.js'

/** Clears the line the cursor stands on and goes to its beginning. */
const CLEAR_LINE = '\r\u001B[2K'

/** Returns what commands say and ask through this process's own streams. `signal` ends an open question. */
export function terminalIo(signal: AbortSignal, env: NodeJS.ProcessEnv = process.env): CommandIo {
  const { stdin, stdout, stderr } = process
  const canAsk = isTerminal(stdin) && isTerminal(stderr) && !isSet(env.CI)
  const ask = async (question: string): Promise<string> => {
    if (!canAsk) return ''
    const lines = createInterface({ input: stdin, output: stderr })
    try {
      return await lines.question(`${question} `, { signal })
    } finally {
      lines.close()
    }
  }
  let hasStatus = false
  return {
    out: line => stdout.write(`${line}\n`),
    err: line => stderr.write(`${line}\n`),
    status: line => {
      if (!isTerminal(stderr) || isSet(env.CI) || (line === '' && !hasStatus)) return
      hasStatus = line !== ''
      stderr.write(CLEAR_LINE + line.slice(0, Math.max(0, (stderr.columns ?? 80) - 1)))
    },
    canAsk,
    plain: plainHere(env),
    ask,
    confirm: async question => /^y(?:es)?$/i.test((await ask(`${question} [y/N]`)).trim()),
    signal,
  }
}

/** Returns whether the interactive coach can run: a person reads and types here, and it is no build server. */
export function isInteractive(env: NodeJS.ProcessEnv = process.env): boolean {
  return isTerminal(process.stdin) && isTerminal(process.stdout) && !isSet(env.CI) && env.TERM !== 'dumb'
}

function isTerminal(stream: { readonly isTTY?: boolean }): boolean {
  return stream.isTTY === true
}

/** Returns why the coach asks on plain lines by itself in this process, null when it does not. */
export function plainHere(env: NodeJS.ProcessEnv = process.env): PlainReason {
  return plainReason(env, kindOf(process.stdin, 0), kindOf(process.stdout, 1))
}

function kindOf(stream: { readonly isTTY?: boolean }, descriptor: 0 | 1): StreamKind {
  if (isTerminal(stream)) return 'terminal'
  try {
    const file = fstatSync(descriptor)
    // Lines that go into a file are for nobody who answers.
    return file.isFIFO() || (descriptor === 0 && file.isFile()) ? 'pipe' : 'other'
  } catch {
    // A descriptor that is closed is neither.
    return 'other'
  }
}
