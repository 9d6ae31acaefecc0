/** A piece of text that code puts together: literal text (escapes resolved), or the source of a value. */
export type TextPart =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'value'; readonly source: string }

/** Returns the parts with neighbouring literals joined and empty ones left out. */
export function joinLiterals(parts: readonly TextPart[]): readonly TextPart[] {
  const joined: TextPart[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (part.kind === 'literal' && last?.kind === 'literal') {
      joined[joined.length - 1] = { kind: 'literal', text: last.text + part.text }
    } else if (part.kind === 'value' || part.text !== '') joined.push(part)
  }
  return joined
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '`': '`',
  $: '$',
  '{': '{',
}

/** Returns the text of a literal's inner source with its escapes resolved, or null for one that is rare. */
export function unescapeText(source: string): string | null {
  let known = true
  const text = source.replace(/\\(\r\n|[\s\S])/g, (_, char: string) => {
    const plain = char === '\r\n' ? '' : ESCAPES[char]
    if (plain === undefined) known = false
    return plain ?? ''
  })
  return known ? text : null
}

/** Returns a string literal for text, in the wished quote or the other one when that saves escapes. */
export function quoteText(text: string, quote: '"' | "'"): string {
  const other = quote === '"' ? "'" : '"'
  const used = text.includes(quote) && !text.includes(other) ? other : quote
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll(used, `\\${used}`)
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
  return used + escaped + used
}
