import { confidenceInPlace } from '../../core/finding/confidence-in-place.js'
import type { Finding } from '../../core/finding/finding.js'
import { fingerprintInput } from '../../core/finding/fingerprint.js'
import { indexLines } from '../../core/text/line-index.js'
import type { ScanError } from '../../ports/scanner.js'
import type { Hash } from '../../ports/system.js'
import { ignoreFor, ignoreProblems, readIgnoreLines } from '../scanner-embedded/scan/ignore-comments.js'
import type { TextMatch } from './text-rule.js'

/** What a rule says of a place; everything else follows from the text. */
export type Told = TextMatch &
  Pick<
    Finding,
    'ruleId' | 'weakness' | 'title' | 'severity' | 'confidence' | 'cwe' | 'owasp' | 'message' | 'fixes'
  >

/** Returns places of a text as findings, exempt where a comment says so, and what is wrong with such comments. */
export function toTextFindings(
  path: string,
  text: string,
  told: readonly Told[],
  hash: Hash,
): { readonly findings: readonly Finding[]; readonly errors: readonly ScanError[] } {
  if (told.length === 0) return { findings: [], errors: [] }
  const index = indexLines(text)
  const comments = readIgnoreLines(text)
  const seen = new Map<string, number>()
  const findings = told.map(({ start: from, end: to, ...rest }): Finding => {
    const start = index.placeAt(from)
    const end = index.placeAt(to)
    const matched = text.slice(from, to)
    const key = `${rest.ruleId}\0${matched}`
    const occurrence = seen.get(key) ?? 0
    seen.set(key, occurrence + 1)
    const silencer = ignoreFor(comments, [rest.ruleId], start.line, end.line)
    return {
      ...rest,
      fingerprint: hash(fingerprintInput(rest.ruleId, path, matched, occurrence)),
      engine: 'builtin',
      confidence: confidenceInPlace(rest.confidence, path),
      path,
      startLine: start.line,
      startColumn: start.column,
      endLine: end.line,
      endColumn: end.column,
      startOffset: from,
      endOffset: to,
      lesson: rest.weakness,
      trace: [],
      exempt: silencer === null ? null : { kind: 'in-source', reason: silencer.reason },
    }
  })
  return { findings, errors: ignoreProblems(path, comments) }
}
