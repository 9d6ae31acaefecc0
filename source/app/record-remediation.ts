import type { Finding } from '../core/finding/finding.js'
import type { AppliedFix, FixPreview } from '../core/fix/fix-preview.js'
import { type CodeEdit, editOfFix } from '../core/generalise/edit-of-fix.js'
import { describeFix } from '../core/learned-rule/describe-fix.js'
import { evidenceFor } from '../core/learned-rule/gather-evidence.js'
import { addEvidence, type FixLesson, learnRule } from '../core/learned-rule/learn-rule.js'
import type { Gate, LearnedRule } from '../core/learned-rule/learned-rule.js'
import { redactSecretFix, redactSecrets } from '../core/learned-rule/redact-secrets.js'
import type { AuthorClass, Remediation } from '../core/learned-rule/remediation.js'
import { snippetOf } from '../core/learned-rule/snippet.js'
import { familyOfPath } from '../core/lesson/language-family.js'
import { type Result, succeed } from '../core/problem.js'
import { findWeakness } from '../core/weakness/find-weakness.js'
import type { SentenceFrame } from '../core/weakness/weakness.js'
import type { Toolbox } from '../ports/toolbox.js'
import { authorOfLines } from './author-of-lines.js'
import { withLearnedPattern } from './learn-detector.js'

type Tools = Pick<
  Toolbox,
  'store' | 'content' | 'scanner' | 'syntax' | 'workspace' | 'git' | 'hash' | 'clock'
>

/** What a verified fix left behind: its record, and the rule it started or strengthened. */
export type RecordedFix = {
  readonly remediation: Remediation
  readonly rule: LearnedRule
  readonly isNew: boolean
}

const SECRET = 'hardcoded-secret'
/** A weakness we have no frame for comes from a foreign scan; a person words its sentence. */
const UNKNOWN_FRAME: SentenceFrame = {
  never: 'write this pattern again',
  why: 'it was reported as a weakness and fixed here',
  use: 'the form the fix gave it',
}

/** A verified fix on its way into the records. */
export type FixToRecord = {
  readonly applied: AppliedFix
  readonly words: string
  readonly author?: AuthorClass
  /** For a fix found in history: its commit and when that was made (ISO date-time). */
  readonly made?: { readonly commit: string; readonly at: string }
}

/**
 * Records a verified fix and what it teaches, as `draftRemediation` tells it beforehand. When the rule cannot be saved
 * the record goes too: the two stand or fall together.
 */
export async function recordRemediation(tools: Tools, fixed: FixToRecord): Promise<Result<RecordedFix>> {
  const drafted = await draftRemediation(tools, fixed)
  if (!drafted.ok) return drafted
  const { remediation, rule } = drafted.value
  const saved = await tools.store.saveRemediation(remediation)
  if (!saved.ok) return saved
  const kept = await tools.store.saveRule(rule)
  if (kept.ok) return drafted
  await tools.store.removeRemediation(remediation.id)
  return kept
}

/**
 * Returns what recording a verified fix would write, and writes nothing: a candidate rule, or one more piece of evidence
 * for the rule that an earlier fix of the same weakness, language and API made. Secrets are redacted in it.
 */
export async function draftRemediation(tools: Tools, fixed: FixToRecord): Promise<Result<RecordedFix>> {
  const { preview } = fixed.applied
  const { finding } = preview
  const [records, weaknesses, files] = await Promise.all([
    tools.store.load(),
    tools.content.weaknesses(),
    tools.workspace.listProject(),
  ])
  const weakness = findWeakness(weaknesses, finding.weakness, finding.cwe)
  const isSecret = (weakness?.id ?? finding.weakness) === SECRET
  const language = familyOfPath(preview.path) ?? ''
  const snippet = snippetOf(preview.hunks)
  const { before, after } = isSecret
    ? redactSecretFix(snippet.before, snippet.after)
    : { before: redactSecrets(snippet.before), after: redactSecrets(snippet.after) }
  const remediation: Remediation = {
    schemaVersion: 1,
    id: tools.hash(JSON.stringify([finding.fingerprint, before, after])).slice(0, 16),
    fingerprint: finding.fingerprint,
    ruleId: finding.ruleId,
    weakness: weakness?.id ?? finding.weakness,
    language,
    path: preview.path,
    before,
    after,
    ...describeFix({
      path: preview.path,
      language,
      before: preview.before,
      after: preview.after,
      added: preview.hunks
        .flatMap(hunk => hunk.lines.filter(line => line.kind === 'added').map(line => line.text))
        .join('\n'),
      removed: preview.hunks
        .flatMap(hunk => hunk.lines.filter(line => line.kind === 'removed').map(line => line.text))
        .join('\n'),
      matched: preview.before.slice(finding.startOffset, finding.endOffset),
      isSecret,
      projectFiles: new Set(files),
    }),
    ...(isSecret ? {} : await editToLearnFrom(tools, preview)),
    fixId: preview.fix.id,
    fixKind: preview.fix.kind,
    checkedBy: fixed.applied.trial.checkedBy,
    ...(fixed.applied.tests ? { tests: fixed.applied.tests } : {}),
    severity: finding.severity,
    author: fixed.author ?? (await authorOfLines(tools.git, preview, fixed.made?.commit)),
    ...(fixed.made ? { commit: fixed.made.commit } : {}),
    fixedOn: (fixed.made?.at ?? tools.clock.now()).slice(0, 10),
    words: redactSecrets(fixed.words.trim()),
  }
  const lesson: FixLesson = {
    remediation,
    cwe: weakness?.cwe ?? finding.cwe,
    frame: weakness?.frame ?? UNKNOWN_FRAME,
    detector: { kind: 'shipped-rule', ruleId: finding.ruleId },
    gate: await tryDetector(tools, finding, preview.before, preview.after),
  }

  const known = records.rules.find(rule => evidenceFor(rule, [remediation]).length > 0)
  const earlier = records.remediations.filter(
    one => known?.evidence.includes(one.id) && one.id !== remediation.id,
  )
  const rule = known ? addEvidence(known, lesson, earlier) : learnRule(ruleId(tools, remediation), lesson)
  const learned = await withLearnedPattern(tools, rule, [...earlier, remediation])
  return succeed({ remediation, rule: learned, isNew: known === undefined })
}

/** The one piece of code the fix is about, secrets cut; nothing when it cannot be told. */
async function editToLearnFrom(tools: Tools, preview: FixPreview): Promise<{ edit?: CodeEdit }> {
  const { path, before, after, finding, hunks } = preview
  const [old, now] = await Promise.all([tools.syntax.parse(path, before), tools.syntax.parse(path, after)])
  if (old === null || now === null) return {}
  const place = { start: finding.startOffset, end: finding.endOffset }
  const edit = editOfFix(
    { text: before, root: old.root, finding: place },
    { text: after, root: now.root },
    hunks,
  )
  return edit ? { edit: { before: redactSecrets(edit.before), after: redactSecrets(edit.after) } } : {}
}

/** Whether the rule that found the place fires on the old file, and at one place less on the new one. */
async function tryDetector(tools: Tools, finding: Finding, before: string, after: string): Promise<Gate> {
  const [old, now] = await Promise.all([
    tools.scanner.scanText(finding.path, before),
    tools.scanner.scanText(finding.path, after),
  ])
  const count = (scan: typeof old) => scan.findings.filter(one => one.ruleId === finding.ruleId).length
  // Counted, not looked up by fingerprint: a twin below takes over the fingerprint of the place that was mended.
  return { firesOnBefore: count(old) > 0, silentOnAfter: count(now) < count(old) }
}

/** Named by content: the same fix on another machine makes the same rule, another fix another file. */
function ruleId(tools: Tools, { weakness, language, anchor, id }: Remediation): string {
  return tools.hash(JSON.stringify(['prohibition', weakness, language, anchor, id])).slice(0, 16)
}
