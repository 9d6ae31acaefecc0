/** A small generator of repeatable chance (Mulberry32): numbers from 0 up to 1. */
export function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

type Mutation = (text: string, random: () => number, other: string) => string

const place = (text: string, random: () => number) => Math.floor(random() * (text.length + 1))

function cut(text: string, random: () => number): readonly [string, string, string] {
  const a = place(text, random)
  const b = Math.min(text.length, a + Math.floor(random() * 400))
  return [text.slice(0, a), text.slice(a, b), text.slice(b)]
}

const OPENERS = [
  '(',
  '[',
  '{',
  '`${',
  '((a,b)=>',
  'f(',
  'if(a){',
  '<a>',
  'a?',
  '!',
  '"a"+',
  'not ',
  'lambda x: ',
  'a.b(',
  '[[',
  '/*',
  '"',
  "'",
  '`',
  '"""',
  '# ',
  '\\',
  'func() {',
  'array(',
  'new A(',
  'do |x| ',
  'if a\n',
  '"#{',
  '<?php ',
  '<script>',
  '{{',
  '{%',
  '<%=',
  '<!--',
  'class A {',
  'switch (a) { case 1: ',
  'A<',
  '@a(',
  '-----BEGIN ',
  '\n  ',
]
const ODD = [
  '\0',
  '\uFEFF',
  '\u202E',
  '\uD800',
  '\u{1F600}',
  '\u2028',
  '\r',
  '\t',
  '\v',
  '\uFFFD',
  '\x1B[2J',
  '\x7F',
  'ﷺ',
  '$',
  '@',
  '`',
]

/** What is done to code: everything from a lost half to ten thousand brackets. */
export const MUTATIONS: readonly Mutation[] = [
  text => text,
  (text, random) => text.slice(0, place(text, random)),
  (text, random) => text.slice(place(text, random)),
  (text, random) => {
    const [before, , after] = cut(text, random)
    return before + after
  },
  (text, random) => {
    const [before, inner, after] = cut(text, random)
    return before + inner.repeat(1 + Math.floor(random() * 20)) + after
  },
  (text, random, other) => {
    const [before, , after] = cut(text, random)
    return before + cut(other, random)[1] + after
  },
  (text, random) => {
    const [before, inner, after] = cut(text, random)
    return before + [...inner].reverse().join('') + after
  },
  (text, random) => {
    const opener = OPENERS[Math.floor(random() * OPENERS.length)] ?? '('
    const at = place(text, random)
    return text.slice(0, at) + opener.repeat(10 ** Math.floor(random() * 5)) + text.slice(at)
  },
  (text, random) => {
    let result = text
    for (let i = 0; i < 12; i++) {
      const at = place(result, random)
      result = result.slice(0, at) + (ODD[Math.floor(random() * ODD.length)] ?? '') + result.slice(at)
    }
    return result
  },
  (text, random) => text.replaceAll(/["'`(){}[\]]/g, sign => (random() < 0.05 ? '' : sign)),
  text => text.replaceAll('\n', ' '),
  (text, random) => `x = ${'"a" + '.repeat(10 ** Math.floor(random() * 5))}b\n${text}`,
  (text, random) =>
    `x = ${'a.b('.repeat(10_000 * random())}req.query.id${')'.repeat(10_000 * random())}\n${text}`,
  (text, random) => `${'{'.repeat(10_000)}${text}${'}'.repeat(10_000 * random())}`,
  (text, random) => `${text}\n`.repeat(1 + Math.floor(random() * 60)),
]

/** Returns a broken text made of one of the texts, one to three mutations deep. */
export function mutate(texts: readonly string[], random: () => number): string {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item
  let text = pick(texts)
  const depth = 1 + Math.floor(random() * 3)
  for (let i = 0; i < depth; i++) text = pick(MUTATIONS)(text, random, pick(texts))
  return text.slice(0, 400_000)
}

/** Returns the text as bytes, some of them replaced by what is not UTF-8, lost, or doubled. */
export function breakBytes(text: string, random: () => number): Uint8Array {
  const bytes = Buffer.from(text)
  const place = () => Math.floor(random() * bytes.length)
  for (let i = 0; i < 8 && bytes.length > 0; i++) {
    if (random() < 0.3) bytes[place()] = NOT_UTF8[Math.floor(random() * NOT_UTF8.length)] ?? 0xff
    else if (random() < 0.1) bytes.copyWithin(place(), place())
  }
  return random() < 0.2 ? bytes.subarray(0, place()) : bytes
}

/** Bytes that begin, go on with or cannot be in a character of several bytes; and the one that means binary. */
const NOT_UTF8 = [0xff, 0xfe, 0xc0, 0x80, 0xbf, 0xe2, 0xed, 0xf0, 0xf8, 0x00]
