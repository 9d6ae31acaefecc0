import type { Finding } from '../../core/finding/finding.js'
import { mergeFindings } from '../../core/finding/merge-findings.js'
import { orderEdits } from '../../core/fix/apply-edits.js'
import type { FixProposal } from '../../core/fix/fix.js'
import type { ScanError } from '../../ports/scanner.js'
import type { Hash } from '../../ports/system.js'
import { canHoldSecrets, findSecrets, MAX_SECRETS } from '../scanner-secrets/find-secrets.js'
import { type Told, toTextFindings } from './text-finding.js'
import type { TextMatch, TextRule } from './text-rule.js'

export type TextCheckParts = {
  readonly hash: Hash
  readonly rules: readonly TextRule[]
  /** Name of a weakness on screen. */
  readonly titleOf: (weakness: string) => string
}

/** What a text holds by itself, whether or not a grammar reads it: secrets, and what the rules for text find. */
export type TextChecks = {
  /** Returns whether a file is worth reading for this. */
  readonly reads: (path: string) => boolean
  readonly check: (path: string, text: string) => TextFindings
  /** Works out a fix on `text`; null when the finding is gone or is none of ours, or the fix does not fit there. */
  readonly propose: (finding: Finding, fixId: string, text: string) => FixProposal | null
}

export type TextFindings = { readonly findings: readonly Finding[]; readonly errors: readonly ScanError[] }

/** Returns the checks that look at texts as they are. */
export function createTextChecks({ hash, rules, titleOf }: TextCheckParts): TextChecks {
  const look = (path: string, text: string): TextFindings => {
    const found = rules
      .filter(rule => rule.files.test(path) && text.includes(rule.keyword))
      .flatMap(rule => rule.find(text).map(match => ({ rule, match })))
    const told = found
      .slice(0, MAX_FINDINGS)
      .map(({ rule, match }) => toTold(rule, text, match, titleOf(rule.weakness)))
    const { findings, errors } = toTextFindings(path, text, told, hash)
    return { findings, errors: found.length > told.length ? [...errors, tooMany(path)] : errors }
  }
  return {
    reads: path => canHoldSecrets(path) || rules.some(rule => rule.files.test(path)),
    check: (path, text) => {
      const secrets = canHoldSecrets(path) ? secretsOf(path, text, hash) : NOTHING
      const others = look(path, text)
      if (secrets.findings.length === 0) return others
      return {
        findings: mergeFindings(secrets.findings, others.findings).findings,
        // Both tell the same of the same comments.
        errors: others.errors.length > 0 ? others.errors : secrets.errors,
      }
    },
    propose: (finding, fixId, text) => {
      const rule = rules.find(one => one.id === finding.ruleId)
      const fix = rule?.fixes.find(one => one.id === fixId)
      if (fix === undefined) return null
      const { findings } = look(finding.path, text)
      const place = findings.find(one => one.fingerprint === finding.fingerprint)
      const made = place && fix.edits(text, { start: place.startOffset, end: place.endOffset })
      const edits = made ? orderEdits(made) : null
      if (edits === null) return null
      const { id, title, note } = fix
      return { fix: { id, title, kind: 'rewrite' }, path: finding.path, edits, holes: [], note }
    },
  }
}

/** Findings told of one file: more mean that it is not written by hand. */
const MAX_FINDINGS = 1_000

function tooMany(path: string): ScanError {
  const message = `There are more than ${MAX_FINDINGS} findings in the text of this file; the rest is not shown.`
  return { path, kind: 'gave-up', message }
}

const NOTHING: TextFindings = { findings: [], errors: [] }

function secretsOf(path: string, text: string, hash: Hash): TextFindings {
  const told = findSecrets(path, text).map(
    ({ id, what, start, end, confidence }): Told => ({
      start,
      end,
      ruleId: id,
      weakness: 'hardcoded-secret',
      title: 'Secret in a file',
      severity: confidence === 'high' ? 'high' : 'medium',
      confidence,
      cwe: [798],
      owasp: 'A07:2025',
      message: `This looks like ${what}. Everyone with the repository has it; revoke it and read it from outside.`,
      fixes: [],
    }),
  )
  const { findings, errors } = toTextFindings(path, text, told, hash)
  return { findings, errors: told.length >= MAX_SECRETS ? [...errors, tooMany(path)] : errors }
}

function toTold(rule: TextRule, text: string, { start, end }: TextMatch, title: string): Told {
  const { id: ruleId, weakness, severity, cwe, owasp, message } = rule
  const confidence = rule.sureOf?.(text, { start, end }) ?? rule.confidence
  const fixes = rule.fixes
    .filter(fix => fix.edits(text, { start, end }) !== null)
    .map(fix => ({ id: fix.id, title: fix.title, kind: 'rewrite' }) as const)
  return { start, end, ruleId, weakness, title, severity, confidence, cwe, owasp, message, fixes }
}
