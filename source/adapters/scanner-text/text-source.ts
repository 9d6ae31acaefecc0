import { realpath } from 'node:fs/promises'
import type { Finding } from '../../core/finding/finding.js'
import { orderEdits } from '../../core/fix/apply-edits.js'
import type { FixProposal } from '../../core/fix/fix.js'
import type { ScanError } from '../../ports/scanner.js'
import type { Hash } from '../../ports/system.js'
import type { Workspace } from '../../ports/workspace.js'
import type { ForeignSource } from '../finding-import/foreign-source.js'
import { readSource } from '../scanner-embedded/scan/read-source.js'
import { isBelowPaths } from '../system/below-paths.js'
import { createGlobFilter } from '../system/glob-filter.js'
import { type Told, toTextFindings } from './text-finding.js'
import type { TextRule } from './text-rule.js'

export type TextSourceParts = {
  readonly workspace: Pick<Workspace, 'listProject'>
  readonly hash: Hash
  readonly rules: readonly TextRule[]
  /** Name of a weakness on screen. */
  readonly titleOf: (weakness: string) => Promise<string>
}

/** Returns what the rules for page templates, workflows and infrastructure find, beside the rules for code. */
export function createTextSource({ workspace, hash, rules, titleOf }: TextSourceParts): ForeignSource {
  const look = async (path: string, text: string) => {
    const told: Told[] = []
    for (const rule of rules.filter(one => one.files.test(path) && text.includes(one.keyword)))
      for (const match of rule.find(text)) told.push(toTold(rule, text, match, await titleOf(rule.weakness)))
    return toTextFindings(path, text, told, hash)
  }
  return {
    id: 'builtin',
    checkedBy: 'rule',
    scan: async request => {
      const findings: Finding[] = []
      const errors: ScanError[] = []
      const isExcluded = createGlobFilter(request.exclude ?? [])
      const root = await realpath(request.root)
      const project = await workspace.listProject()
      for (const path of project.filter(one => isBelowPaths(one, request.paths) && !isExcluded(one))) {
        request.signal?.throwIfAborted()
        if (!rules.some(rule => rule.files.test(path))) continue
        const reading = await readSource(root, path)
        if (reading.kind !== 'text') continue
        const found = await look(path, reading.text)
        findings.push(...found.findings)
        errors.push(...found.errors)
      }
      return { findings, proposals: new Map(), errors, moved: 0, stale: 0, filesScanned: 0 }
    },
    rescan: async (path, text) => (await look(path, text)).findings,
    propose: async (finding, fixId, text) => {
      const { findings } = await look(finding.path, text)
      const place = findings.find(one => one.fingerprint === finding.fingerprint)
      const rule = rules.find(one => one.id === finding.ruleId)
      const fix = rule?.fixes.find(one => one.id === fixId)
      const made = place && fix?.edits(text, { start: place.startOffset, end: place.endOffset })
      const edits = made ? orderEdits(made) : null
      if (fix === undefined || edits === null) return null
      const { id, title, note } = fix
      return {
        fix: { id, title, kind: 'rewrite' },
        path: finding.path,
        edits,
        holes: [],
        note,
      } satisfies FixProposal
    },
  }
}

function toTold(
  rule: TextRule,
  text: string,
  match: Told | { start: number; end: number },
  title: string,
): Told {
  const { id: ruleId, weakness, severity, confidence, cwe, owasp, message } = rule
  const fixes = rule.fixes
    .filter(fix => fix.edits(text, match) !== null)
    .map(fix => ({ id: fix.id, title: fix.title, kind: 'rewrite' }) as const)
  const { start, end } = match
  return { start, end, ruleId, weakness, title, severity, confidence, cwe, owasp, message, fixes }
}
