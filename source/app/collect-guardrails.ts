import {
  type BaseLine,
  type JoinedLayers,
  joinLayers,
  type LearnedLine,
} from '../core/guardrail/join-layers.js'
import type { Guardrail } from '../core/guardrail/target.js'
import { isSafeGlob } from '../core/guardrail/target-parts.js'
import { cleanWords } from '../core/learned-rule/clean-words.js'
import type { Exemption } from '../core/learned-rule/exemption.js'
import type { LearnedRule } from '../core/learned-rule/learned-rule.js'
import { lintText } from '../core/learned-rule/lint-text.js'
import { isSafeModule, isSafeName } from '../core/learned-rule/safe-name.js'
import { decisionScore, scoreLearnedRule, seedScore } from '../core/learned-rule/score-rule.js'
import { familyOfPath } from '../core/lesson/language-family.js'
import type { Problem } from '../core/problem.js'
import { findWeakness } from '../core/weakness/find-weakness.js'
import type { Weakness } from '../core/weakness/weakness.js'
import type { BaseGuardrail } from '../ports/content.js'
import type { PolicyGuardrail, ProjectRecords } from '../ports/project-store.js'
import type { Toolbox } from '../ports/toolbox.js'
import { baseForStack } from './detect-stack.js'
import { EVERY_WEAKNESS } from './exempt-finding.js'
import { type ExemptFunctionState, readExemptFunctions } from './exempt-functions.js'

/** The guardrails of a project with their scores, and what could not be used. */
export type CollectedGuardrails = {
  readonly guardrails: readonly Guardrail[]
  /** Base lines that a learned rule is told instead of. */
  readonly replaced: JoinedLayers['replaced']
  readonly problems: readonly Problem[]
}

/**
 * Returns the base layer for the project's stack and the promoted learned rules, one line a sink
 * (`joinLayers`). A rule file is repository text: a sentence or scope that could not be written safely is left out and told.
 */
export async function collectGuardrails(
  tools: Pick<Toolbox, 'content' | 'workspace' | 'clock' | 'syntax' | 'hash'>,
  records: ProjectRecords,
): Promise<CollectedGuardrails> {
  return guardrailsFrom(await readBase(tools, records), records)
}

/** What guardrails are made of beside the project's records. */
export type GuardrailBase = {
  /** The base lines for the project's stack. */
  readonly lines: readonly BaseGuardrail[]
  readonly weaknesses: readonly Weakness[]
  /** Functions that a person vouched for, as they stand in the code now. */
  readonly functions: readonly ExemptFunctionState[]
  /** Languages of the project's files. */
  readonly families: ReadonlySet<string>
  /** ISO date (YYYY-MM-DD). */
  readonly today: string
}

/** Returns what guardrails rest on in the code, read once for however many selections are made of it. */
export async function readBase(
  tools: Pick<Toolbox, 'content' | 'workspace' | 'clock' | 'syntax' | 'hash'>,
  { exemptions }: Pick<ProjectRecords, 'exemptions'>,
): Promise<GuardrailBase> {
  const [all, weaknesses] = await Promise.all([tools.content.baseGuardrails(), tools.content.weaknesses()])
  const lines = await baseForStack(tools.workspace, all)
  const today = tools.clock.now().slice(0, 10)
  const functions = await readExemptFunctions(tools, exemptions, today)
  const families = new Set((await tools.workspace.listProject()).flatMap(path => familyOfPath(path) ?? []))
  return { lines, weaknesses, functions, families, today }
}

/** Returns the guardrails of some records over a base layer; see `collectGuardrails`. */
export function guardrailsFrom(
  { lines, weaknesses, functions, families, today }: GuardrailBase,
  records: ProjectRecords,
): CollectedGuardrails {
  const promoted = records.rules.filter(rule => rule.status === 'promoted')
  const problems = promoted.flatMap(refusal)
  const learned = promoted
    .filter(rule => refusal(rule).length === 0)
    .map((rule): LearnedLine => {
      const { id, weakness, text, scope, language, anchors } = rule
      const score = scoreIn(records, rule)
      return { guardrail: { id, layer: 'learned', weakness, text, scope, score }, language, anchors }
    })
  const base = lines.map(
    (one): BaseLine => ({ guardrail: baseGuardrail(one, weaknesses), languages: one.languages }),
  )
  const joined = joinLayers(learned, base, families)
  const exempt = [
    ...records.exemptions.flatMap(one => exemptionGuardrail(one, weaknesses, today)),
    ...functions.flatMap(one => functionGuardrail(one, weaknesses)),
  ]
  const policy = records.policy.map(policyGuardrail)
  return { guardrails: [...policy, ...joined.guardrails, ...exempt], replaced: joined.replaced, problems }
}

/** Returns the score of a learned rule among a project's records (design.md §8). */
export function scoreIn({ exemptions, remediations }: ProjectRecords, rule: LearnedRule): number {
  const falsePositives = exemptions.filter(
    one => one.kind === 'false-positive' && one.weakness === rule.weakness,
  ).length
  return scoreLearnedRule(rule, remediations, falsePositives)
}

/** Returns a line of the base layer as a guardrail; it weighs what a line without evidence of its own does. */
export function baseGuardrail(
  { id, weakness, text, scope }: BaseGuardrail,
  weaknesses: readonly Weakness[],
): Guardrail {
  const severity = findWeakness(weaknesses, weakness)?.severity ?? 'medium'
  return { id, layer: 'base', weakness, text, scope, score: seedScore(severity) }
}

/** Returns a line of a team's policy as a guardrail. */
export function policyGuardrail(line: PolicyGuardrail): Guardrail {
  return { ...line, layer: 'base', score: POLICY_SCORE }
}

/** Above every score a rule can earn: a team's policy is not pushed out by what a project learned. */
const POLICY_SCORE = 1_000_000

/** What an assistant is told of a weakness that does not count in some folders; nothing once it has expired. */
function exemptionGuardrail(
  exemption: Exemption,
  weaknesses: readonly Weakness[],
  today: string,
): readonly Guardrail[] {
  const { id, paths, weakness, reason, expires } = exemption
  const known = findWeakness(weaknesses, weakness)
  const isOver = expires !== '' && expires < today
  const isAll = weakness === EVERY_WEAKNESS
  if (paths === undefined || (!known && !isAll) || isOver || !paths.every(isSafeGlob)) return []
  const what = isAll ? 'Security findings are' : `${known?.title} is`
  const text = `${what} accepted in these files only; NEVER copy the pattern elsewhere.${because(reason)}`
  return [
    { id, layer: 'learned', weakness, text, scope: paths, score: decisionScore(known?.severity ?? 'high') },
  ]
}

/** What an assistant is told of a function that a person vouched for, while that holds and its name can be written. */
function functionGuardrail(
  { exemption, state }: ExemptFunctionState,
  weaknesses: readonly Weakness[],
): readonly Guardrail[] {
  const { id, api, weakness, reason } = exemption
  const known = findWeakness(weaknesses, weakness)
  const module = api.path.replace(/\.\w+$/, '')
  if (state !== 'in-force' || !known || !isSafeName(api.name) || !isSafeModule(module)) return []
  const text = `\`${api.name}\` from \`${module}\` was judged safe (${known.title.toLowerCase()}): calls of it need no fix. NEVER change how it treats values without a review.${because(reason)}`
  return [{ id, layer: 'learned', weakness: known.id, text, scope: [], score: decisionScore(known.severity) }]
}

function because(reason: string): string {
  const why = cleanWords(reason)
  return why === '' ? '' : ` Reason: ${why}.`
}

/** A rule is never changed in place, and a review works out the guardrails once for every candidate. */
const refusals = new WeakMap<LearnedRule, readonly Problem[]>()

function refusal(rule: LearnedRule): readonly Problem[] {
  const known = refusals.get(rule) ?? refusalOf(rule)
  refusals.set(rule, known)
  return known
}

/** Why a promoted rule cannot be written, as a list of none or one. */
function refusalOf(rule: LearnedRule): readonly Problem[] {
  const issue = lintText(rule.text).find(one => one.level === 'refuse')
  const glob = rule.scope.find(one => !isSafeGlob(one))
  if (!issue && glob === undefined) return []
  return [
    {
      kind: 'user-can-act',
      message: issue
        ? `A promoted rule cannot be written. ${issue.message}`
        : 'A promoted rule has a scope that assistants would not read alike.',
      path: `.guardrail-coach/learned/${rule.id}`,
      untouched: 'The rule is left out; the other guardrails are written.',
      nextSteps: [`Look at it: guardrail-coach rules show ${rule.id}`],
    },
  ]
}
