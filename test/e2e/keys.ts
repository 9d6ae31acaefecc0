/** Keys as a terminal sends them, by the names that docs/keys.md uses. */
const NAMED: Readonly<Record<string, string>> = {
  enter: '\r',
  escape: '\x1b',
  up: '\x1b[A',
  down: '\x1b[B',
  right: '\x1b[C',
  left: '\x1b[D',
  home: '\x1b[H',
  end: '\x1b[F',
  pageup: '\x1b[5~',
  pagedown: '\x1b[6~',
  tab: '\t',
  space: ' ',
  backspace: '\x7f',
  delete: '\x1b[3~',
  f5: '\x1b[15~',
}

/** Returns the bytes of a key: a name (`enter`, `ctrl+c`), else the characters themselves. */
export function bytesOf(key: string): string {
  const control = /^ctrl\+([a-z])$/.exec(key)?.[1]
  if (control) return String.fromCharCode(control.charCodeAt(0) - 96)
  return NAMED[key] ?? key
}

/** Returns text as a terminal sends it when it is pasted while bracketed paste is on. */
export function pasted(text: string): string {
  return `\x1b[200~${text}\x1b[201~`
}
