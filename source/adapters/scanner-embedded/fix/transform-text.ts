import { compileRegex } from '../match/safe-regex.js'
import type { Transform } from '../rules/rule.js'

/** Returns a text changed as ast-grep's `transform` says; one that cannot be read leaves the text as it is. */
export function transformText(text: string, transform: Transform): string {
  if ('replace' in transform) {
    const { replace, by } = transform.replace
    const regex = compileRegex(replace)
    return typeof regex === 'string' ? text : text.replace(new RegExp(regex.source, `${regex.flags}g`), by)
  }
  if ('substring' in transform) {
    const { startChar, endChar } = transform.substring
    return [...text].slice(startChar, endChar).join('')
  }
  return convertCase(text, transform.convert.toCase)
}

type Case = Extract<Transform, { readonly convert: unknown }>['convert']['toCase']

function convertCase(text: string, to: Case): string {
  const words = text.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+/g) ?? []
  const lower = words.map(word => word.toLowerCase())
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
  switch (to) {
    case 'lowerCase':
      return text.toLowerCase()
    case 'upperCase':
      return text.toUpperCase()
    case 'capitalize':
      return capital(text)
    case 'camelCase':
      return lower.map((word, i) => (i === 0 ? word : capital(word))).join('')
    case 'snakeCase':
      return lower.join('_')
    case 'kebabCase':
      return lower.join('-')
    case 'pascalCase':
      return lower.map(capital).join('')
  }
}
