import { isSafeGlob } from '../core/guardrail/target-parts.js'
import { isDuplicate } from '../core/learned-rule/gather-evidence.js'
import type { Gate, LearnedRule } from '../core/learned-rule/learned-rule.js'
import { lintText } from '../core/learned-rule/lint-text.js'
import { patternOf } from '../core/learned-rule/pattern-of.js'
import type { RulePack } from '../core/learned-rule/rule-pack.js'
import { type Result, succeed } from '../core/problem.js'
import type { Toolbox } from '../ports/toolbox.js'
import { safeCode } from './learn-detector.js'
import { tryPattern } from './learn-pattern.js'

/** Returns the chosen rules (all promoted ones when none is named) as a pack, with the code their detectors are tried on. */
export async function exportRules(tools: Pick<Toolbox, 'store'>, ids: readonly string[]): Promise<RulePack> {
  const { rules, remediations } = await tools.store.load()
  const chosen = rules.filter(rule =>
    ids.length === 0 ? rule.status === 'promoted' : ids.some(id => rule.id.startsWith(id)),
  )
  return {
    schemaVersion: 1,
    rules: chosen.map(rule => ({
      rule: { ...rule, evidence: [], scope: [], reason: '' },
      edits: remediations.flatMap(one => (rule.evidence.includes(one.id) && one.edit ? [one.edit] : [])),
    })),
  }
}

/** What an import did: the candidates it made, and the rules it left out, with the reason. */
export type ImportedRules = {
  readonly imported: readonly LearnedRule[]
  readonly leftOut: readonly { readonly id: string; readonly reason: string }[]
}

/**
 * Takes the rules of a pack in, always as candidates: a person decides here anew. A pattern is tried again on the code it
 * came with; a sentence that could not be written is left out.
 */
export async function importRules(
  tools: Pick<Toolbox, 'store' | 'syntax' | 'content'>,
  pack: RulePack,
): Promise<Result<ImportedRules>> {
  const known = [...(await tools.store.load()).rules]
  const imported: LearnedRule[] = []
  const leftOut: { id: string; reason: string }[] = []
  for (const { rule, edits } of pack.rules) {
    const issue = lintText(rule.text).find(one => one.level === 'refuse')
    const twin = known.find(one => one.id === rule.id || isDuplicate(one, rule))
    if (twin || issue) {
      leftOut.push({ id: rule.id, reason: issue?.message ?? `The rule ${twin?.id} says this here already.` })
      continue
    }
    const gate = await gateHere(tools, rule, edits)
    const scope = rule.scope.every(isSafeGlob) ? rule.scope : []
    // Its wording is a person's of another project: there is no fix here to write it anew from.
    const candidate: LearnedRule = {
      ...rule,
      status: 'candidate',
      edited: true,
      scope,
      gate,
      evidence: [],
      reason: '',
    }
    const saved = await tools.store.saveRule(candidate)
    if (!saved.ok) return saved
    known.push(candidate)
    imported.push(candidate)
  }
  return succeed({ imported, leftOut })
}

async function gateHere(
  tools: Pick<Toolbox, 'syntax' | 'content'>,
  { detector, gate, language }: LearnedRule,
  edits: RulePack['rules'][number]['edits'],
): Promise<Gate> {
  if (detector.kind !== 'pattern') return gate
  const safe = await safeCode(tools, language)
  const tried = await tryPattern(tools.syntax, { language, edits, safe }, patternOf(detector))
  return { firesOnBefore: tried.firesOnBefore, silentOnAfter: tried.silentOnAfter && tried.silentOnSafe }
}
