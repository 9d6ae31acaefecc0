import type { PatientReader } from './patient-reader.js'

/** Plain lines out, plain lines in: nothing is ever redrawn, so a screen reader and a pipe get every line once. */
export type Talk = {
  readonly say: (line: string) => void
  readonly lines: PatientReader
}

/** One numbered line of a menu. */
export type MenuItem<T> = { readonly value: T; readonly label: string }

/** After so many answers that fit nothing the input is no person's; stopping loses nothing. */
const MAX_TRIES = 20

/** Prints numbered lines and asks for a number until one fits; `q` and the end of input give null. `leaving` says what q does. */
export async function chooseFrom<T>(
  talk: Talk,
  question: string,
  items: readonly MenuItem<T>[],
  leaving = 'stop',
): Promise<T | null> {
  items.forEach((item, at) => {
    talk.say(`  ${at + 1}  ${item.label}`)
  })
  const range = items.length === 1 ? '1' : `1–${items.length}`
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    talk.say(`${question}? ${range}, or q to ${leaving}`)
    const answer = await talk.lines.next()
    if (answer === null || answer.trim().toLowerCase() === 'q') return null
    const item = /^\d{1,3}$/.test(answer.trim()) ? items[Number(answer) - 1] : undefined
    if (item) return item.value
  }
  return null
}

/** Asks for one line of text; the end of input gives an empty one. */
export async function askLine(talk: Talk, question: string): Promise<string> {
  talk.say(question)
  return (await talk.lines.next())?.trim() ?? ''
}
