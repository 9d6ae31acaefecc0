import { graphemes } from '../../core/text/graphemes.js'
import { type Key, PASTE } from './key.js'

/** Turns terminal input into keys, one a token, whatever way the bytes were cut into chunks. */
export type Decoder = {
  /** Returns the keys that are complete after `chunk`. */
  readonly push: (chunk: string) => readonly Key[]
  /** Returns what an unfinished sequence means when nothing follows: a lone ESC is the Escape key. */
  readonly flush: () => readonly Key[]
  /** Whether something waits for its end. */
  readonly isWaiting: () => boolean
}

const PASTE_START = '\x1b[200~'
const PASTE_END = '\x1b[201~'
/** A paste beyond this many units is dropped to its start: a field holds far less. */
const MAX_PASTE = 10_000

/** Final bytes of CSI and SS3 sequences (ECMA-48, xterm's ctlseqs). */
const FINALS: Readonly<Record<string, string>> = {
  A: 'up',
  B: 'down',
  C: 'right',
  D: 'left',
  E: 'begin',
  F: 'end',
  H: 'home',
  M: 'enter',
  P: 'f1',
  Q: 'f2',
  R: 'f3',
  S: 'f4',
  Z: 'shift+tab',
}
/** Numbers of `CSI n ~` sequences. */
const NUMBERED: Readonly<Record<string, string>> = {
  1: 'home',
  2: 'insert',
  3: 'delete',
  4: 'end',
  5: 'pageup',
  6: 'pagedown',
  7: 'home',
  8: 'end',
}

/** Returns a decoder. It holds the rest of a cut sequence or paste until more input comes or `flush` is called. */
export function createDecoder(): Decoder {
  let rest = ''
  return {
    push: chunk => {
      const { keys, left } = decode(rest + chunk)
      rest = left
      return keys
    },
    flush: () => {
      if (rest.startsWith(PASTE_START)) return []
      const held = rest
      rest = ''
      if (held === '') return []
      const lone: Key = { name: 'escape', text: '' }
      return held.length === 1 ? [lone] : [lone, ...decode(held.slice(1)).keys]
    },
    isWaiting: () => rest !== '' && !rest.startsWith(PASTE_START),
  }
}

function decode(input: string): { readonly keys: readonly Key[]; readonly left: string } {
  const keys: Key[] = []
  let at = 0
  while (at < input.length) {
    if (input[at] !== '\x1b') {
      const next = input.indexOf('\x1b', at)
      const end = next < 0 ? input.length : next
      for (const part of graphemes(input.slice(at, end))) keys.push(...plainKey(part))
      at = end
      continue
    }
    const found = escapeSequence(input.slice(at))
    if (!found) return { keys, left: input.slice(at) }
    keys.push(...found.keys)
    at += found.length
  }
  return { keys, left: '' }
}

type Found = { readonly keys: readonly Key[]; readonly length: number }

/** Reads one sequence at the start of `input`; null when its end has not come yet. */
function escapeSequence(input: string): Found | null {
  if (input.startsWith(PASTE_START)) return paste(input)
  if (input.length < 2) return null
  const csi = /^\x1b(?:\[|O)([\x30-\x3f]*)([\x20-\x2f]*)([\x40-\x7e])/.exec(input)
  if (csi) return { keys: sequenceKey(csi[1] ?? '', csi[3] ?? ''), length: csi[0].length }
  if (/^\x1b(?:\[|O)[\x20-\x3f]*$/.test(input)) return null
  if (input[1] === '\x1b') return { keys: [{ name: 'escape', text: '' }], length: 1 }
  const [character = ''] = graphemes(input.slice(1))
  const keys = plainKey(character).map(key => ({ name: `alt+${key.name}`, text: '' }))
  return { keys, length: 1 + character.length }
}

function paste(input: string): Found | null {
  const end = input.indexOf(PASTE_END)
  if (end < 0) return null
  const text = input.slice(PASTE_START.length, end).slice(0, MAX_PASTE)
  return { keys: [{ name: PASTE, text }], length: end + PASTE_END.length }
}

/** Modifier numbers are 1 + a sum of shift 1, alt 2, ctrl 4. */
function sequenceKey(parameters: string, final: string): readonly Key[] {
  const [number = '', modifier = ''] = parameters.split(';')
  const base = final === '~' ? NUMBERED[number] : FINALS[final]
  if (base === undefined) return []
  const bits = Math.max(0, (Number.parseInt(modifier, 10) || 1) - 1)
  const prefix = `${bits & 4 ? 'ctrl+' : ''}${bits & 2 ? 'alt+' : ''}${bits & 1 ? 'shift+' : ''}`
  return [{ name: prefix + base, text: '' }]
}

function plainKey(part: string): readonly Key[] {
  if (part === '\r' || part === '\n' || part === '\r\n') return [{ name: 'enter', text: '' }]
  if (part === '\t') return [{ name: 'tab', text: '' }]
  if (part === '\x7f' || part === '\b') return [{ name: 'backspace', text: '' }]
  if (part === ' ') return [{ name: 'space', text: ' ' }]
  const code = part.charCodeAt(0)
  if (code >= 1 && code <= 26) return [{ name: `ctrl+${String.fromCharCode(code + 96)}`, text: '' }]
  if (code < 32 || (code >= 0x80 && code < 0xa0)) return []
  return [{ name: part, text: part }]
}
