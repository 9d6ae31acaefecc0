import { realpath } from 'node:fs/promises'
import type { Finding } from '../../core/finding/finding.js'
import { fingerprintInput } from '../../core/finding/fingerprint.js'
import type { FixProposal } from '../../core/fix/fix.js'
import type { LearnedRule } from '../../core/learned-rule/learned-rule.js'
import { mentionsApi } from '../../core/learned-rule/mentions-api.js'
import { patternOf } from '../../core/learned-rule/pattern-of.js'
import { familyOfPath } from '../../core/lesson/language-family.js'
import { indexLines } from '../../core/text/line-index.js'
import type { ProjectStore } from '../../ports/project-store.js'
import type { Syntax } from '../../ports/syntax.js'
import type { Hash } from '../../ports/system.js'
import type { Workspace } from '../../ports/workspace.js'
import { TOOL_FIX } from '../finding-import/anchor-results.js'
import type { ForeignSource } from '../finding-import/foreign-source.js'
import { readSource } from '../scanner-embedded/scan/read-source.js'
import { isBelowPaths } from '../system/below-paths.js'

type Parts = {
  readonly workspace: Pick<Workspace, 'listProject'>
  readonly store: Pick<ProjectStore, 'load'>
  readonly syntax: Syntax
  readonly hash: Hash
}

type PatternRule = LearnedRule & { readonly detector: Extract<LearnedRule['detector'], { kind: 'pattern' }> }

/**
 * Returns the promoted rules that were learned from this project's own fixes as a source of findings: a mistake that no
 * shipped rule knows is found again all the same, with the rewrite of the earlier fixes where one follows from them.
 */
export function createLearnedSource(parts: Parts): ForeignSource {
  return {
    id: 'builtin',
    checkedBy: 'rule',
    scan: async request => {
      const rules = await promotedPatterns(parts.store)
      const findings: Finding[] = []
      const proposals = new Map<string, FixProposal>()
      if (rules.length > 0) {
        const root = await realpath(request.root)
        // Large, and most projects have no such rule.
        const { createGlobFilter } = await import('../system/glob-filter.js')
        const isExcluded = createGlobFilter(request.exclude ?? [])
        for (const path of await parts.workspace.listProject()) {
          request.signal?.throwIfAborted()
          if (!isBelowPaths(path, request.paths) || isExcluded(path)) continue
          if (!rules.some(rule => rule.language === familyOfPath(path))) continue
          const reading = readSource(root, path)
          // What cannot be read as text is told by the scan of the same file with the shipped rules.
          if (reading.kind !== 'text') continue
          const found = await findingsOf(parts, rules, path, reading.text)
          findings.push(...found.map(one => one.finding))
          for (const { finding, proposal } of found)
            if (proposal) proposals.set(finding.fingerprint, proposal)
        }
      }
      return { findings, proposals, errors: [], moved: 0, stale: 0, filesScanned: 0 }
    },
    rescan: async (path, text) =>
      (await findingsOf(parts, await promotedPatterns(parts.store), path, text)).map(one => one.finding),
  }
}

async function promotedPatterns(store: Parts['store']): Promise<readonly PatternRule[]> {
  const { rules } = await store.load()
  return rules.filter(
    (rule): rule is PatternRule => rule.status === 'promoted' && rule.detector.kind === 'pattern',
  )
}

async function findingsOf(
  { syntax, hash }: Parts,
  rules: readonly PatternRule[],
  path: string,
  text: string,
): Promise<readonly { readonly finding: Finding; readonly proposal: FixProposal | null }[]> {
  const index = indexLines(text)
  const found: { finding: Finding; proposal: FixProposal | null }[] = []
  for (const rule of rules) {
    if (rule.language !== familyOfPath(path) || !mentionsApi(rule, text)) continue
    const seen = new Map<string, number>()
    for (const { start, end, rewrite } of await syntax.match(path, text, patternOf(rule.detector))) {
      const matched = text.slice(start, end)
      const occurrence = seen.get(matched) ?? 0
      seen.set(matched, occurrence + 1)
      const ruleId = `learned-${rule.id}`
      const from = index.placeAt(start)
      const to = index.placeAt(end)
      const fix = { id: TOOL_FIX, title: 'Write it as the earlier fixes did', kind: 'rewrite' } as const
      const finding: Finding = {
        fingerprint: hash(fingerprintInput(ruleId, path, matched, occurrence)),
        engine: 'builtin',
        ruleId,
        weakness: rule.weakness,
        title: 'A mistake that was fixed here before',
        severity: rule.severity,
        confidence: 'medium',
        cwe: rule.cwe,
        owasp: '',
        path,
        startLine: from.line,
        startColumn: from.column,
        endLine: to.line,
        endColumn: to.column,
        startOffset: start,
        endOffset: end,
        message: rule.text,
        lesson: rule.weakness,
        trace: [],
        fixes: rewrite === null ? [] : [fix],
        exempt: null,
      }
      const proposal =
        rewrite === null ? null : { fix, path, edits: [{ start, end, text: rewrite }], holes: [], note: '' }
      found.push({ finding, proposal })
    }
  }
  return found
}
