import type { Confidence, Severity } from '../../core/finding/severity.js'
import type { TextEdit } from '../../core/fix/fix.js'

/** A place in a text, half-open in UTF-16 offsets. */
export type TextMatch = { readonly start: number; readonly end: number }

/** A change that a rule offers for a place it found. */
export type TextFix = {
  readonly id: string
  readonly title: string
  /** One line on the trade-off. */
  readonly note: string
  /** Returns the edits for a match, or null when the change does not fit there. */
  readonly edits: (text: string, match: TextMatch) => readonly TextEdit[] | null
}

/**
 * A rule for files that no grammar of the engine reads: page templates, workflows, container and infrastructure files.
 * It sees the text only, so it says what a reader of the one line can see.
 */
export type TextRule = {
  readonly id: string
  /** Which paths it reads, tested on the path relative to the root, with slashes. */
  readonly files: RegExp
  /** Text that must occur before `find` is asked; empty when nothing is needed. */
  readonly keyword: string
  readonly weakness: string
  readonly severity: Severity
  readonly confidence: Confidence
  /** How sure one place is, where the rest of the file has a say in it. */
  readonly sureOf?: (text: string, match: TextMatch) => Confidence
  /** Numbers of the CWE entries. */
  readonly cwe: readonly number[]
  /** OWASP Top 10:2025 category, or empty. */
  readonly owasp: string
  readonly message: string
  readonly find: (text: string) => readonly TextMatch[]
  readonly fixes: readonly TextFix[]
}

/**
 * Returns a finder of what an expression matches; the group that took part, where there is one, is what is told, and a match that
 * `except` fits is left out. The expression has the flag `g` and is linear: bounded repetitions of one class.
 */
export function byPattern(expression: RegExp, except: RegExp | null = null): TextRule['find'] {
  return text => {
    const found: TextMatch[] = []
    for (const match of text.matchAll(expression)) {
      const told = match.slice(1).find(group => group !== undefined) ?? match[0]
      if (except?.test(told) === true) continue
      const start = match.index + match[0].indexOf(told)
      found.push({ start, end: start + told.length })
    }
    return found
  }
}

/** Returns a fix that writes the matched text anew; `rewrite` returns null when it does not fit. */
export function rewriting(
  id: string,
  title: string,
  note: string,
  rewrite: (matched: string) => string | null,
): TextFix {
  return {
    id,
    title,
    note,
    edits: (text, { start, end }) => {
      const written = rewrite(text.slice(start, end))
      return written === null ? null : [{ start, end, text: written }]
    },
  }
}
