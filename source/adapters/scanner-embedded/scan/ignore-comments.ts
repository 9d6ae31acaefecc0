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
  const found: IgnoreComment[] = []
  for (const node of file.nodesOfKind(file.grammar.kindOf('comment'))) {
    const text = textOf(file, node)
      .replace(/\*+\/$/, '')
      .trimEnd()
    const form = MENTION.test(text) ? FORMS.find(({ comment }) => comment.test(text)) : undefined
    if (form === undefined) continue
    const groups = form.comment.exec(text)?.groups ?? {}
    const line = file.positionOf(node.start).line
    const end = file.positionOf(node.end).line
    found.push({
      firstLine: form.reaches === 'next' ? end + 1 : line,
      lastLine: { line: end, next: end + 1, 'line-and-next': end + 1, rest: Number.MAX_SAFE_INTEGER }[
        form.reaches
      ],
      rules: namesOf(groups.rules),
      reason: (groups.reason ?? '').trim(),
      line,
      isOurs: form.isOurs === true,
    })
  }
  return found
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
