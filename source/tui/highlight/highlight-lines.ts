import type { LanguageFn } from 'highlight.js'
import hljs from 'highlight.js/lib/core'
import type { Tone } from '../theme/tones.js'
import type { Span } from './span.js'

type Grammar = () => Promise<{ readonly default: LanguageFn }>

const javascript: Grammar = () => import('highlight.js/lib/languages/javascript')
const typescript: Grammar = () => import('highlight.js/lib/languages/typescript')
const python: Grammar = () => import('highlight.js/lib/languages/python')

/** Grammars by file extension, each loaded when a file needs it. */
const GRAMMARS: Readonly<Record<string, readonly [string, Grammar]>> = {
  js: ['javascript', javascript],
  jsx: ['javascript', javascript],
  mjs: ['javascript', javascript],
  cjs: ['javascript', javascript],
  ts: ['typescript', typescript],
  tsx: ['typescript', typescript],
  mts: ['typescript', typescript],
  cts: ['typescript', typescript],
  py: ['python', python],
}

/** Colours of highlight.js scopes; the others keep the terminal's own. */
const SCOPES: Readonly<Record<string, Tone>> = {
  keyword: 'keyword',
  literal: 'number',
  number: 'number',
  string: 'string',
  regexp: 'string',
  comment: 'comment',
  'title.function': 'name',
  'title.class': 'name',
  built_in: 'name',
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
}

/** Returns the lines of a text in colour, or null for a language without a grammar. Text is kept exactly. */
export async function highlightLines(
  path: string,
  text: string,
): Promise<readonly (readonly Span[])[] | null> {
  const entry = GRAMMARS[path.slice(path.lastIndexOf('.') + 1).toLowerCase()]
  if (!entry) return null
  const [language, load] = entry
  if (!hljs.getLanguage(language)) hljs.registerLanguage(language, (await load()).default)
  return linesOf(hljs.highlight(text, { language, ignoreIllegals: true }).value)
}

/** Reads the markup that highlight.js writes: nested spans with classes, five entities, nothing else. */
function linesOf(markup: string): readonly (readonly Span[])[] {
  const lines: Span[][] = [[]]
  const open: (Tone | undefined)[] = []
  for (const [token] of markup.matchAll(/<span class="[^"]*">|<\/span>|[^<]+/g)) {
    if (token === '</span>') open.pop()
    else if (token.startsWith('<span')) open.push(toneOfClass(token) ?? open.at(-1))
    else
      addText(
        lines,
        token.replace(/&(?:amp|lt|gt|quot|#x27);/g, entity => ENTITIES[entity] ?? entity),
        open.at(-1),
      )
  }
  return lines
}

function addText(lines: Span[][], text: string, tone: Tone | undefined): void {
  for (const [index, part] of text.split('\n').entries()) {
    if (index > 0) lines.push([])
    const bare = part.replace(/\r$/, '')
    if (bare !== '') lines.at(-1)?.push({ text: bare, tone })
  }
}

/** `<span class="hljs-title function_">` is the scope `title.function`. */
function toneOfClass(token: string): Tone | undefined {
  const classes = /class="([^"]*)"/.exec(token)?.[1]?.split(' ') ?? []
  const scope = classes.map(name => name.replace(/^hljs-/, '').replace(/_+$/, '')).join('.')
  return SCOPES[scope] ?? SCOPES[scope.split('.')[0] ?? '']
}
