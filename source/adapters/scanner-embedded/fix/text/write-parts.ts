import { quoteText, type TextPart } from './text-part.js'

/** Returns a JavaScript expression for parts: the value itself, a string, or a template. */
export function writeJavaScript(parts: readonly TextPart[], quote: '"' | "'"): string {
  const [only] = parts
  if (only === undefined) return quoteText('', quote)
  if (parts.length === 1) return only.kind === 'value' ? only.source : quoteText(only.text, quote)
  const escapeText = (text: string) => text.replace(/[\\`]|\$(?=\{)/g, char => `\\${char}`)
  const inner = parts.map(part => (part.kind === 'value' ? `\${${part.source}}` : escapeText(part.text)))
  return `\`${inner.join('')}\``
}

/** Returns a Python expression for parts: the value itself, a string, or an f-string. */
export function writePython(parts: readonly TextPart[], quote: '"' | "'"): string {
  const [only] = parts
  if (only === undefined) return quoteText('', quote)
  if (parts.length === 1) return only.kind === 'value' ? only.source : quoteText(only.text, quote)
  const values = parts.map(part => (part.kind === 'value' ? part.source : '')).join('')
  const used = values.includes(quote) ? (quote === '"' ? "'" : '"') : quote
  const escapeText = (text: string) =>
    quoteText(text, used).slice(1, -1).replaceAll('{', '{{').replaceAll('}', '}}')
  const inner = parts.map(part => (part.kind === 'value' ? `{${part.source}}` : escapeText(part.text)))
  return `f${used}${inner.join('')}${used}`
}
