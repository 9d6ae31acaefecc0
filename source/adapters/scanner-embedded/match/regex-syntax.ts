/** A set of characters: 128 flags for ASCII and one for all the rest. */
export type CharSet = readonly boolean[]

/** A regular expression as far as ambiguity is concerned; anchors count as empty. */
export type RegexNode =
  | { readonly type: 'char'; readonly set: CharSet }
  | { readonly type: 'seq'; readonly items: readonly RegexNode[] }
  | { readonly type: 'alt'; readonly items: readonly RegexNode[] }
  /** `max` null: without bound. */
  | { readonly type: 'repeat'; readonly item: RegexNode; readonly min: number; readonly max: number | null }

const SIZE = 129

function charSet(accepts: (code: number) => boolean): CharSet {
  return Array.from({ length: SIZE }, (_, code) => accepts(code))
}

const isDigit = (code: number) => code >= 48 && code <= 57
const isWord = (code: number) =>
  isDigit(code) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95
const isSpace = (code: number) => code === 32 || (code >= 9 && code <= 13) || code === 128
const CLASSES: Readonly<Record<string, (code: number) => boolean>> = {
  d: isDigit,
  w: isWord,
  s: isSpace,
  D: code => !isDigit(code),
  W: code => !isWord(code),
  S: code => !isSpace(code) || code === 128,
}
const CONTROLS: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, f: 12, v: 11, '0': 0 }
const EMPTY: RegexNode = { type: 'seq', items: [] }

/** Returns the tree of an expression that JavaScript accepts with the flag `u`. `ignoreCase` widens the letters. */
export function parseRegex(source: string, ignoreCase: boolean): RegexNode {
  const reader = new Reader(source, ignoreCase)
  return reader.readAlternatives()
}

class Reader {
  private at = 0

  constructor(
    private readonly source: string,
    private readonly ignoreCase: boolean,
  ) {}

  readAlternatives(): RegexNode {
    const items = [this.readSequence()]
    while (this.source[this.at] === '|') {
      this.at++
      items.push(this.readSequence())
    }
    return items.length === 1 ? (items[0] ?? EMPTY) : { type: 'alt', items }
  }

  private readSequence(): RegexNode {
    const items: RegexNode[] = []
    while (this.at < this.source.length && !'|)'.includes(this.source[this.at] ?? '')) {
      items.push(this.readRepeat(this.readAtom()))
    }
    return { type: 'seq', items }
  }

  private readRepeat(item: RegexNode): RegexNode {
    const match = /^(?:[*+?]|\{(\d+)(,(\d*))?\})\??/.exec(this.source.slice(this.at, this.at + 24))
    if (match === null) return item
    this.at += match[0].length
    const [sign = ''] = match[0]
    if (sign === '*') return { type: 'repeat', item, min: 0, max: null }
    if (sign === '+') return { type: 'repeat', item, min: 1, max: null }
    if (sign === '?') return { type: 'repeat', item, min: 0, max: 1 }
    const min = Number(match[1])
    const max = match[2] === undefined ? min : match[3] === '' ? null : Number(match[3])
    return { type: 'repeat', item, min, max }
  }

  private readAtom(): RegexNode {
    const char = this.source[this.at++] ?? ''
    if (char === '(') {
      const lead = /^\?(?::|<[A-Za-z_$][A-Za-z0-9_$]*>)/.exec(this.source.slice(this.at, this.at + 80))
      this.at += lead?.[0].length ?? 0
      const inner = this.readAlternatives()
      this.at++
      return inner
    }
    if (char === '^' || char === '$') return EMPTY
    if (char === '.') return { type: 'char', set: charSet(code => code !== 10) }
    if (char === '[') return { type: 'char', set: this.readClass() }
    if (char === '\\') {
      if (this.source[this.at] === 'b' || this.source[this.at] === 'B') {
        this.at++
        return EMPTY
      }
      return { type: 'char', set: this.fold(charSet(this.readEscape())) }
    }
    const code = Math.min(char.charCodeAt(0), SIZE - 1)
    return { type: 'char', set: this.fold(charSet(other => other === code)) }
  }

  /** The position is behind the backslash. */
  private readEscape(): (code: number) => boolean {
    const char = this.source[this.at++] ?? ''
    const named = CLASSES[char]
    if (named !== undefined) return named
    if (char === 'p' || char === 'P') {
      this.at = this.source.indexOf('}', this.at) + 1
      return () => true
    }
    const hex = /^(?:u\{([0-9A-Fa-f]+)\}|u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2}))/.exec(
      this.source.slice(this.at - 1, this.at + 12),
    )
    if (hex !== null) this.at += hex[0].length - 1
    const code =
      hex === null
        ? (CONTROLS[char] ?? char.charCodeAt(0))
        : Number.parseInt(hex[1] ?? hex[2] ?? hex[3] ?? '0', 16)
    return other => other === Math.min(code, SIZE - 1)
  }

  private readClass(): CharSet {
    const isNegated = this.source[this.at] === '^'
    if (isNegated) this.at++
    const tests: ((code: number) => boolean)[] = []
    while (this.at < this.source.length && this.source[this.at] !== ']') {
      const first = this.readClassItem()
      if (this.source[this.at] !== '-' || this.source[this.at + 1] === ']') tests.push(first)
      else {
        this.at++
        const last = this.readClassItem()
        const low = charSet(first).indexOf(true)
        const high = charSet(last).indexOf(true)
        tests.push(code => code >= low && code <= high)
      }
    }
    this.at++
    const set = this.fold(charSet(code => tests.some(test => test(code))))
    // Of the characters beyond ASCII some are left whatever the class names.
    return isNegated ? set.map((has, code) => code === SIZE - 1 || !has) : set
  }

  private readClassItem(): (code: number) => boolean {
    const char = this.source[this.at++] ?? ''
    if (char === '\\') return this.readEscape()
    const code = Math.min(char.charCodeAt(0), SIZE - 1)
    return other => other === code
  }

  private fold(set: CharSet): CharSet {
    if (!this.ignoreCase) return set
    return set.map((has, code) => {
      const char = String.fromCharCode(code)
      const other = char === char.toLowerCase() ? char.toUpperCase() : char.toLowerCase()
      return has || (code < 128 && set[other.charCodeAt(0)] === true)
    })
  }
}
