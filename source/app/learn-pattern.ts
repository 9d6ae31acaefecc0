import type { CodeEdit } from '../core/generalise/edit-of-fix.js'
import { type Example, generalise } from '../core/generalise/generalise.js'
import type { Part } from '../core/generalise/keep-alone.js'
import type { Pattern } from '../core/generalise/pattern.js'
import { framesOf, readPart } from '../core/generalise/read-part.js'
import type { Syntax } from '../ports/syntax.js'

/** Code of one language family that a learned pattern is tried on. */
export type PatternTrial = {
  readonly language: string
  readonly edits: readonly CodeEdit[]
  /** Code that is known to be fine. */
  readonly safe: readonly string[]
}

/** How a learned pattern did: on every old piece, on every new one, and on code known to be fine. */
export type PatternGate = {
  readonly firesOnBefore: boolean
  readonly silentOnAfter: boolean
  readonly silentOnSafe: boolean
}

/** A file name with which the parser reads a family; TSX reads JavaScript, TypeScript and JSX. */
const SAMPLE_NAMES: Readonly<Record<string, string>> = { javascript: 'sample.ts', python: 'sample.py' }

/**
 * Returns the pattern that fixes of one family teach, with how it did in its gate; null when no grammar reads the
 * family, a piece does not parse, or no API would be left in the pattern.
 */
export async function learnPattern(
  syntax: Syntax,
  trial: PatternTrial,
): Promise<{ readonly pattern: Pattern; readonly gate: PatternGate } | null> {
  const path = SAMPLE_NAMES[trial.language]
  if (path === undefined || trial.edits.length === 0) return null
  const examples: Example[] = []
  for (const edit of trial.edits) {
    const before = await parsePiece(syntax, path, trial.language, edit.before)
    if (before === null) return null
    const after = edit.after === '' ? null : await parsePiece(syntax, path, trial.language, edit.after)
    examples.push({ before, after })
  }
  const pattern = generalise(examples)
  return pattern && { pattern, gate: await tryPattern(syntax, trial, pattern) }
}

/** Returns how a pattern does on every old piece, on every new one, and on code known to be fine. */
export async function tryPattern(
  syntax: Syntax,
  trial: PatternTrial,
  pattern: Pattern,
): Promise<PatternGate> {
  const path = SAMPLE_NAMES[trial.language] ?? ''
  const hits = async (code: string): Promise<number> => {
    const counts = await Promise.all(
      framesOf(code, trial.language).map(
        async frame => (await syntax.match(path, frame.text, pattern)).length,
      ),
    )
    return Math.max(0, ...counts)
  }
  const [before, after, safe] = await Promise.all([
    Promise.all(trial.edits.map(edit => hits(edit.before))),
    Promise.all(trial.edits.map(edit => hits(edit.after))),
    countHits(syntax, trial.language, trial.safe, pattern),
  ])
  return {
    firesOnBefore: before.length > 0 && before.every(count => count > 0),
    silentOnAfter: after.every(count => count === 0),
    silentOnSafe: safe === 0,
  }
}

/** Returns on how many pieces of code a pattern fires; 0 for a language family that no grammar here reads. */
export async function countHits(
  syntax: Syntax,
  language: string,
  pieces: readonly string[],
  pattern: Pattern,
): Promise<number> {
  const path = SAMPLE_NAMES[language] ?? ''
  const found = await Promise.all(pieces.map(code => syntax.match(path, code, pattern)))
  return found.filter(matches => matches.length > 0).length
}

async function parsePiece(
  syntax: Syntax,
  path: string,
  language: string,
  code: string,
): Promise<Part | null> {
  for (const { text, kind } of framesOf(code, language)) {
    const parsed = await syntax.parse(path, text)
    const part = parsed && parsed.errors === 0 ? readPart(parsed.root, text, kind) : null
    if (part) return part
  }
  return null
}
