/** A stretch of a text, half-open, in UTF-16 offsets. */
export type CodeRange = { readonly start: number; readonly end: number }

/** The code of a page: a text as long as the page in which everything else is blank, and where that code stands. */
export type PageCode = { readonly text: string; readonly ranges: readonly CodeRange[] }

/** Pages whose scripts are JavaScript; a template engine may write into them. */
const TEMPLATE_PAGE = /\.(?:html?|ejs)$/i

/** Components: one script or two, JavaScript or TypeScript, and nothing writes into them. */
const COMPONENT = /\.(?:vue|svelte)$/i

/** What may open next: a comment, in which scripts are dead, or a script. Attributes are one character class, so this is linear. */
const OPENING = /<!--|<script\b([^>]{0,1000})>/gi
const SCRIPT_END = /<\/script\b/gi

/** Types of scripts that are not code: JSON, templates, import maps. Empty means JavaScript (HTML standard, 4.12.1). */
const CODE_TYPE = /^(?:|module|(?:text|application)\/(?:java|ecma|x-java)script|text\/babel|text\/jsx)$/i

/** Returns whether a path is a page or a component: code stands in its scripts only. */
export function isPage(path: string): boolean {
  return TEMPLATE_PAGE.test(path) || COMPONENT.test(path)
}

/**
 * Returns the code of a page, or null when the path is no page. Offsets in the code are offsets in the page, so findings
 * and edits need no translation. What a template engine writes into a script (`<%= x %>`, `{{ x }}`) reads as `null`.
 */
export function codeOfPage(path: string, text: string): PageCode | null {
  const isTemplate = TEMPLATE_PAGE.test(path)
  if (!isTemplate && !COMPONENT.test(path)) return null
  const ranges = scriptsIn(text)
  let code = ''
  let at = 0
  for (const { start, end } of ranges) {
    const script = text.slice(start, end)
    code += blank(text.slice(at, start)) + (isTemplate ? withoutTemplateTags(script) : script)
    at = end
  }
  return { text: code + blank(text.slice(at)), ranges }
}

/** Returns whether an edit stays within one stretch of code, so that it cannot change what is around it. */
export function isWithinCode(ranges: readonly CodeRange[], edit: CodeRange): boolean {
  return ranges.some(range => range.start <= edit.start && edit.end <= range.end)
}

function scriptsIn(text: string): readonly CodeRange[] {
  const ranges: CodeRange[] = []
  OPENING.lastIndex = 0
  for (let open = OPENING.exec(text); open !== null; open = OPENING.exec(text)) {
    const start = open.index + open[0].length
    if (open[1] === undefined) {
      const end = text.indexOf('-->', start)
      if (end < 0) break
      OPENING.lastIndex = end
      continue
    }
    SCRIPT_END.lastIndex = start
    const end = SCRIPT_END.exec(text)?.index ?? text.length
    if (CODE_TYPE.test(typeOf(open[1]))) ranges.push({ start, end })
    OPENING.lastIndex = end
  }
  return ranges
}

function typeOf(attributes: string): string {
  return /(?:^|\s)type\s{0,5}=\s{0,5}["']?([^"'\s>]*)/i.exec(attributes)?.[1] ?? ''
}

/** Line breaks stay, so that lines and columns are those of the page. */
function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ')
}

const TAGS = [
  { opens: '<%', closes: '%>' },
  { opens: '{%', closes: '%}' },
  { opens: '{{', closes: '}}' },
] as const

/** Statements of a template engine vanish; what it prints is a value that no rule of the browser's code knows. */
function withoutTemplateTags(script: string): string {
  let code = script
  for (const { opens, closes } of TAGS) {
    let kept = ''
    let at = 0
    for (let start = code.indexOf(opens); start >= 0; start = code.indexOf(opens, at)) {
      const close = code.indexOf(closes, start + opens.length)
      if (close < 0) break
      const tag = code.slice(start, close + closes.length)
      const isPrinted = opens === '{{' || /^<%[=-]/.test(tag)
      kept += code.slice(at, start) + (isPrinted ? `null${blank(tag.slice(4))}` : blank(tag))
      at = start + tag.length
    }
    code = kept + code.slice(at)
  }
  return code
}
