import { parseDocument } from 'yaml'
import type { Severity } from '../../../core/finding/severity.js'
import type { MatchSource } from '../match/compiled-rule.js'
import { widenTails } from '../match/widen-tails.js'
import type { Rule, RuleFix, RuleTests } from './rule.js'
import { type RuleFile, ruleFileSchema } from './rule-schema.js'

/** What is wrong with a rule file: which field, and why. */
export type RuleProblem = { readonly file: string; readonly field: string; readonly reason: string }

export type RuleReading =
  | { readonly ok: true; readonly rule: Rule; readonly tests: RuleTests; readonly raw: RuleFile }
  | { readonly ok: false; readonly problems: readonly RuleProblem[] }

const SEVERITY: Readonly<Record<RuleFile['severity'], Severity>> = {
  error: 'high',
  warning: 'medium',
  info: 'low',
  hint: 'low',
}

/** Returns the rule of a YAML text, or what is wrong with it; `file` is the name shown in problems. */
export function readRuleFile(file: string, yaml: string): RuleReading {
  const document = parseDocument(yaml)
  const broken = document.errors[0]
  if (broken !== undefined) return refuse([{ file, field: '', reason: broken.message.split('\n')[0] ?? '' }])
  const parsed = ruleFileSchema.safeParse(document.toJS())
  if (!parsed.success) {
    return refuse(
      parsed.error.issues.map(issue => ({ file, field: issue.path.join('.'), reason: issue.message })),
    )
  }
  const raw = parsed.data
  return { ok: true, rule: toRule(raw), tests: raw.metadata.guardrail.tests, raw }
}

function refuse(problems: readonly RuleProblem[]): RuleReading {
  return { ok: false, problems }
}

function toRule(raw: RuleFile): Rule {
  const ours = raw.metadata.guardrail
  return {
    id: raw.id,
    languages: ours.languages,
    match: {
      rule: widenTails(raw.rule),
      utils: mapValues(raw.utils, widenTails),
      constraints: mapValues(raw.constraints, widenTails),
      atMost: atMostOf(ours.atMost),
    },
    message: raw.message,
    note: raw.note,
    severity: ours.severity ?? SEVERITY[raw.severity],
    confidence: confidenceOf(ours.confidence),
    atMostIn: atMostInOf(ours.atMostIn),
    nonConstant: ours.nonConstant ?? '',
    weakness: ours.lesson,
    cwe: ours.cwe.map(id => Number(id.slice('CWE-'.length))),
    owasp: ours.owasp[0] ?? '',
    keywords: ours.keywords,
    requires: ours.requires,
    aliases: ours.aliases,
    route: ours.route ?? '',
    taint: ours.taint ?? null,
    transforms: raw.transform,
    fixes: ours.fixes.map(toFix),
  }
}

function confidenceOf(raw: RuleFile['metadata']['guardrail']['confidence']): Rule['confidence'] {
  return typeof raw === 'string'
    ? { taint: raw, far: raw, audit: raw }
    : { taint: raw.taint, far: raw.far ?? raw.taint, audit: raw.audit ?? null }
}

function atMostOf(raw: RuleFile['metadata']['guardrail']['atMost']): NonNullable<MatchSource['atMost']> {
  const { low, medium } = raw
  return {
    ...(low === undefined ? {} : { low: widenTails(low) }),
    ...(medium === undefined ? {} : { medium: widenTails(medium) }),
  }
}

function atMostInOf({ low, medium }: RuleFile['metadata']['guardrail']['atMostIn']): Rule['atMostIn'] {
  return [
    ...(low === undefined ? [] : [['low', low] as const]),
    ...(medium === undefined ? [] : [['medium', medium] as const]),
  ]
}

function toFix(raw: RuleFile['metadata']['guardrail']['fixes'][number]): RuleFix {
  return {
    id: raw.id,
    title: raw.title,
    note: raw.note,
    when: mapValues(raw.when, widenTails),
    modules: raw.modules,
    template: raw.template ?? null,
    action: raw.action ?? null,
    with: raw.with,
    replaces: raw.replaces ?? '',
    before: raw.before ?? '',
    imports: raw.imports.map(needed => ({
      module: needed.module,
      name: needed.name ?? '',
      names: needed.names ?? [],
    })),
  }
}

function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  change: (value: From) => To,
): Readonly<Record<string, To>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))
}
