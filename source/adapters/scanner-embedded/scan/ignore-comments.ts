import type { ScanError } from '../../../ports/scanner.js'
import type { ParsedFile } from '../tree/parsed-file.js'
import { textOf } from '../tree/parsed-file.js'

/** A comment that asks for silence. Lines start at 1. */
export type IgnoreComment = {
  /** First and last line it speaks for. */
  readonly firstLine: number
  readonly lastLine: number
  /** Rule ids it names; empty means every rule. */
  readonly rules: readonly string[]
  readonly reason: string
  /** Line of the comment itself. */
  readonly line: number
  /** Whether it is our own form, which needs a reason. */
  readonly isOurs: boolean
}

const MENTION = /guardrail-ignore|nosemgrep|nosec|ast-grep-ignore|eslint-disable/i

type Form = {
  readonly comment: RegExp
  readonly reaches: 'line-and-next' | 'line' | 'next' | 'rest'
  readonly isOurs?: boolean
}

/** The forms of other tools mean what they mean there; ours stands on the line or the line before. */
const FORMS: readonly Form[] = [
  {
    comment: /guardrail-ignore(?::\s*(?<rules>[\w./, -]*?))?\s*(?:--\s*(?<reason>.*))?$/,
    reaches: 'line-and-next',
    isOurs: true,
  },
  { comment: /nosemgrep(?::\s*(?<rules>[\w./, -]+))?/i, reaches: 'line-and-next' },
  { comment: /ast-grep-ignore(?::\s*(?<rules>[\w./, -]+))?/, reaches: 'line-and-next' },
  { comment: /(?:^|\W)nosec\b/i, reaches: 'line' },
  { comment: /eslint-disable-line\s.*\bsecurity\//, reaches: 'line' },
  { comment: /eslint-disable-next-line\s.*\bsecurity\//, reaches: 'next' },
  { comment: /eslint-disable\s.*\bsecurity\//, reaches: 'rest' },
]

/** Returns whether a text may hold an ignore comment at all. */
export function mentionsIgnore(text: string): boolean {
  return MENTION.test(text)
}

/** Returns the ignore comments of a file, in source order. */
export function readIgnoreComments(file: ParsedFile): readonly IgnoreComment[] {
  if (!mentionsIgnore(file.text)) return []
  return file.nodesOfKind(file.grammar.kindOf('comment')).flatMap(node => {
    const text = textOf(file, node)
      .replace(/\*+\/$/, '')
      .trimEnd()
    return readIgnore(text, file.positionOf(node.start).line, file.positionOf(node.end).line) ?? []
  })
}

/** Returns the ignore comments of a text that no grammar reads: a comment ends with its line, however it begins. */
export function readIgnoreLines(text: string): readonly IgnoreComment[] {
  if (!mentionsIgnore(text)) return []
  return text.split(/\r?\n/).flatMap((line, index) => {
    const comment = line
      .trimEnd()
      .replace(/(?:-->|--%>|%>|#\}|\*\/)$/, '')
      .trimEnd()
    return readIgnore(comment, index + 1, index + 1) ?? []
  })
}

/** Longest part of a comment that is read from where it names a tool, in UTF-16 units: the forms take the square of it. */
const MAX_LENGTH = 500

function readIgnore(comment: string, line: number, end: number): IgnoreComment | null {
  const at = comment.search(MENTION)
  const text = comment.slice(Math.max(0, at - 1), at + MAX_LENGTH)
  const form = at >= 0 ? FORMS.find(({ comment }) => comment.test(text)) : undefined
  if (form === undefined) return null
  const groups = form.comment.exec(text)?.groups ?? {}
  return {
    firstLine: form.reaches === 'next' ? end + 1 : line,
    lastLine: { line: end, next: end + 1, 'line-and-next': end + 1, rest: Number.MAX_SAFE_INTEGER }[
      form.reaches
    ],
    rules: namesOf(groups.rules),
    reason: (groups.reason ?? '').trim(),
    line,
    isOurs: form.isOurs === true,
  }
}

/** Returns what is told of our own comments that give no reason. */
export function ignoreProblems(path: string, comments: readonly IgnoreComment[]): readonly ScanError[] {
  return comments
    .filter(comment => comment.isOurs && comment.reason === '')
    .map(comment => ({
      path,
      kind: 'bad-ignore',
      message: `The guardrail-ignore comment on line ${comment.line} gives no reason; write one after two dashes.`,
    }))
}

/** Returns the comment that silences a rule (or one of its aliases) on lines `startLine` to `endLine`, or null. */
export function ignoreFor(
  comments: readonly IgnoreComment[],
  ruleNames: readonly string[],
  startLine: number,
  endLine: number,
): IgnoreComment | null {
  const isMeant = (name: string) => ruleNames.some(own => name === own || name.endsWith(`.${own}`))
  return (
    comments.find(
      comment =>
        ((startLine >= comment.firstLine && startLine <= comment.lastLine) ||
          (comment.line === endLine && comment.firstLine <= endLine)) &&
        (comment.rules.length === 0 || comment.rules.some(isMeant)),
    ) ?? null
  )
}

function namesOf(list: string | undefined): readonly string[] {
  return (list ?? '').split(/[\s,]+/).filter(name => name !== '' && name !== '-')
}
