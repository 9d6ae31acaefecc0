import type { TextEdit } from '../../core/fix/fix.js'
import type { TextFix, TextMatch } from './text-rule.js'

/**
 * What strangers write, as GitHub's "Security hardening for GitHub Actions" lists it: titles, bodies, names of branches and
 * pages, messages and authors of commits.
 */
const STRANGERS_TEXT =
  /\$\{\{[ \t]{0,10}(github\.(?:head_ref|event\.(?:issue\.(?:title|body)|pull_request\.(?:title|body|head\.(?:ref|label|repo\.default_branch))|comment\.body|review\.body|review_comment\.body|discussion\.(?:title|body)|pages[.[][^}\s]{0,40}page_name|head_commit\.(?:message|author\.(?:name|email))|commits[.[][^}\s]{0,40}(?:message|author\.(?:name|email))|workflow_run\.(?:head_branch|head_commit\.message|display_title))))[ \t]{0,10}\}\}/g

const RUN = /^([ \t]*)(-[ \t]+)?run:[ \t]*(.*)$/

/** Steps longer than this, in lines, and scripts with longer lines or more uses of one text get no fix: nobody wrote them by hand. */
const MAX_LINES = 500
const MAX_USES = 50
const MAX_LENGTH = 2_000

type Line = { readonly start: number; readonly text: string }

/** Returns the places in `run:` scripts of a workflow where a stranger's text is pasted in. */
export function workflowScripts(text: string): readonly TextMatch[] {
  const found: TextMatch[] = []
  let depth: number | null = null
  for (const line of linesOf(text)) {
    const run = RUN.exec(line.text)
    if (run !== null) depth = columnOf(run)
    else if (depth !== null && line.text.trim() !== '' && indentOf(line.text) <= depth) depth = null
    if (depth === null) continue
    for (const match of line.text.matchAll(STRANGERS_TEXT)) {
      const start = line.start + match.index
      found.push({ start, end: start + match[0].length })
    }
  }
  return found
}

/** Hands the text over in an environment variable of the step, which the shell never reads as code. */
export const intoEnvironment: TextFix = {
  id: 'environment',
  title: 'Hand it over in an environment variable',
  note: 'The shell sees a variable; quote it where it is used.',
  edits: (text, match) => {
    const lines = linesOf(text)
    const at = lineAt(lines, match.start)
    let runAt = at
    while (runAt >= 0 && at - runAt <= MAX_LINES && !RUN.test(lines[runAt]?.text ?? '')) runAt--
    if (at - runAt > MAX_LINES) return null
    const line = lines[runAt]
    const run = line === undefined ? null : RUN.exec(line.text)
    if (line === undefined || run === null || hasEnvironment(lines, runAt, columnOf(run))) return null
    const expression = text.slice(match.start, match.end)
    const name = nameOf(expression)
    const newline = text.includes('\r\n') ? '\r\n' : '\n'
    const indent = ' '.repeat(columnOf(run))
    const start = line.start + (run[1] ?? '').length + (run[2] ?? '').length
    const uses = usesIn(text, lines, runAt, columnOf(run), expression, name)
    if (uses === null) return null
    const entry = `env:${newline}${indent}  ${name}: ${expression}${newline}${indent}`
    return [{ start, end: start, text: entry }, ...uses]
  },
}

/** Every use of the expression in this script; null where single quotes would keep the shell from reading a variable. */
function usesIn(
  text: string,
  lines: readonly Line[],
  runAt: number,
  depth: number,
  expression: string,
  name: string,
): readonly TextEdit[] | null {
  const isPast = (line: Line) => line.text.trim() !== '' && indentOf(line.text) <= depth
  let end = runAt + 1
  while (end - runAt <= MAX_LINES && end < lines.length && !isPast(lines[end] as Line)) end++
  if (end - runAt > MAX_LINES) return null
  const stop = lines[end]?.start ?? text.length
  const edits: TextEdit[] = []
  let at = text.indexOf(expression, lines[runAt]?.start ?? 0)
  while (at >= 0 && at < stop) {
    const lineStart = text.lastIndexOf('\n', at) + 1
    if (edits.length >= MAX_USES || at - lineStart > MAX_LENGTH) return null
    const quote = openQuote(text.slice(lineStart, at))
    if (quote === "'") return null
    const use = quote === '"' ? `\${${name}}` : `"\${${name}}"`
    edits.push({ start: at, end: at + expression.length, text: use })
    at = text.indexOf(expression, at + expression.length)
  }
  return edits
}

/** The quote that is open at the end of a piece of shell, or an empty string. */
function openQuote(shell: string): string {
  let open = ''
  for (const [sign] of shell.replace(/\\./g, '').matchAll(/["']/g)) {
    if (open === '') open = sign
    else if (open === sign) open = ''
  }
  return open
}

/** A step that sets variables already, or has no end in sight, is left to its author: two `env:` keys make the file invalid. */
function hasEnvironment(lines: readonly Line[], runAt: number, depth: number): boolean {
  const isKey = (line: Line): boolean =>
    /^[ \t]*(?:-[ \t]+)?env:/.test(line.text) && keyColumn(line.text) === depth
  for (let at = runAt; at >= 0; at--) {
    if (runAt - at > MAX_LINES) return true
    const line = lines[at]
    if (line === undefined || (line.text.trim() !== '' && keyColumn(line.text) < depth)) break
    if (isKey(line)) return true
    if (/^[ \t]*-[ \t]/.test(line.text) && keyColumn(line.text) === depth) break
  }
  for (const line of lines.slice(runAt + 1, runAt + 1 + MAX_LINES)) {
    if (line.text.trim() === '') continue
    if (keyColumn(line.text) < depth || /^[ \t]*-[ \t]/.test(line.text.slice(0, depth))) return false
    if (isKey(line)) return true
  }
  return lines.length > runAt + 1 + MAX_LINES
}

/** Upper case, made of the last two names of the expression: `PULL_REQUEST_TITLE`. */
function nameOf(expression: string): string {
  const names = expression.replace(/[${}\s]/g, '').split(/[.[\]'"]+/)
  return names
    .filter(name => /^\w+$/.test(name))
    .slice(-2)
    .join('_')
    .toUpperCase()
}

function columnOf(run: RegExpExecArray): number {
  return (run[1] ?? '').length + (run[2] ?? '').length
}

function keyColumn(line: string): number {
  return /^[ \t]*(?:-[ \t]+)?/.exec(line)?.[0].length ?? 0
}

function indentOf(line: string): number {
  return /^[ \t]*/.exec(line)?.[0].length ?? 0
}

/** The line that an offset is in. */
function lineAt(lines: readonly Line[], offset: number): number {
  let low = 0
  let high = lines.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((lines[middle]?.start ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** The text that was taken apart last: every place of a file asks for its lines again. */
let latest: { readonly text: string; readonly lines: readonly Line[] } = { text: '', lines: [] }

function linesOf(text: string): readonly Line[] {
  if (latest.text !== text) latest = { text, lines: splitLines(text) }
  return latest.lines
}

function splitLines(text: string): readonly Line[] {
  let start = 0
  return text.split('\n').map(line => {
    const here = start
    start += line.length + 1
    return { start: here, text: line.endsWith('\r') ? line.slice(0, -1) : line }
  })
}
