import type { CommandIo } from '../../source/commands/command.js'

/** What a command said, and the answers a person would give. */
export type FakeIo = CommandIo & {
  /** Standard output, lines joined. */
  readonly stdout: () => string
  /** Standard error, lines joined. */
  readonly stderr: () => string
  /** The questions that were asked. */
  readonly asked: string[]
}

/** Returns an io that collects what is said. With `answers` a person is there and gives them in order. */
export function createFakeIo(answers: readonly string[] | null = null): FakeIo {
  const out: string[] = []
  const err: string[] = []
  const asked: string[] = []
  const ask = async (question: string): Promise<string> => {
    asked.push(question)
    return answers?.[asked.length - 1] ?? ''
  }
  return {
    out: line => out.push(line),
    err: line => err.push(line),
    status: () => {},
    canAsk: answers !== null,
    ask,
    confirm: async question => (await ask(question)) === 'y',
    signal: new AbortController().signal,
    stdout: () => out.join('\n'),
    stderr: () => err.join('\n'),
    asked,
  }
}
