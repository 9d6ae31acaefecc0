import type { ScanError } from '../../../ports/scanner.js'
import type { Hash } from '../../../ports/system.js'
import type { CompiledRule } from '../match/compiled-rule.js'
import type { Rule } from '../rules/rule.js'
import type { RulePack } from '../rules/rule-pack.js'
import { createRuleSet, type RuleSet } from '../rules/rule-set.js'
import type { Flow, FlowContext, FlowLinks } from '../taint/flow-types.js'
import type { Grammars } from '../tree/grammars.js'
import { type Language, languageOfPath } from '../tree/language.js'
import { parseFile } from '../tree/parse-file.js'
import type { ParsedFile } from '../tree/parsed-file.js'
import { COST, type Spend } from '../tree/work.js'
import { checkRule } from './check-file.js'
import { dropDuplicates } from './drop-duplicates.js'
import type { MakeFlow } from './flow-maker.js'
import { mentionsIgnore } from './ignore-comments.js'
import { createNoFlow } from './no-flow.js'
import type { RawFinding } from './raw-finding.js'
import { createWorkBudget, type WorkBudget } from './work-budget.js'

/** Longest text that is parsed, in UTF-16 units; files from disk are held to less. */
const MAX_LENGTH = 5_000_000

/** Findings told of one file: more mean that it is not written by hand. */
const MAX_FINDINGS = 1_000

/** Code nested deeper than this was not written by hand; following its data would take quadratic time. */
const MAX_FLOW_DEPTH = 3_000

/** What the engine knows of one text. */
export type CheckedFile = {
  /** Null when no rule could match, so the text was not parsed, or when no grammar reads it. */
  readonly file: ParsedFile | null
  readonly findings: readonly RawFinding[]
  readonly errors: readonly ScanError[]
  /** Whether time ran out, so that another run may find more. */
  readonly isCutShort: boolean
  /** What the findings depend on in other files; null when nothing was asked of the data flow. */
  readonly links: FlowLinks | null
}

export type FileCheckerParts = {
  readonly pack: Pick<RulePack, 'rulesOf' | 'weaknesses'>
  readonly grammars: Grammars
  readonly hash: Hash
  readonly createFlow: MakeFlow
  /** Whether the project depends on a module. */
  readonly hasModule: (name: string) => boolean
  /** Milliseconds since some start, of processor time where that is to be had. */
  readonly elapsed: () => number
}

export type CheckOptions = {
  readonly weaknesses?: readonly string[] | undefined
  /** Parse even when no rule can match, to count parse errors. */
  readonly mustParse?: boolean
  /** What other files say about this one. */
  readonly context?: FlowContext | undefined
}

const NOTHING: CheckedFile = { file: null, findings: [], errors: [], links: null, isCutShort: false }

/** Checks texts, one after the other. */
export type FileChecker = {
  readonly check: (path: string, text: string, options?: CheckOptions) => Promise<CheckedFile>
  /** Parses a text without checking it; null when no grammar reads it or it took too long. */
  readonly parse: (path: string, text: string) => Promise<ParsedFile | null>
}

/** Returns a checker that keeps compiled rules for the languages it met. */
export function createFileChecker(parts: FileCheckerParts): FileChecker {
  const ruleSets = new Map<Language, RuleSet>()
  const ruleSetOf = (language: Language): RuleSet => {
    const known = ruleSets.get(language)
    if (known !== undefined) return known
    const made = createRuleSet(parts.pack.rulesOf(language), language, parts.hasModule)
    ruleSets.set(language, made)
    return made
  }

  return {
    check: async (path, text, options = {}) => {
      const language = languageOfPath(path)
      if (language === null) return NOTHING
      const rules = ruleSetOf(language)
      const { weaknesses } = options
      const candidates = rules
        .candidates(text)
        .filter(rule => weaknesses === undefined || weaknesses.includes(rule.weakness))
      if (candidates.length === 0 && options.mustParse !== true && !mentionsIgnore(text)) {
        return NOTHING
      }
      if (text.length > MAX_LENGTH) return { ...NOTHING, errors: [tooLong(path)] }
      const grammar = await parts.grammars.get(language)
      const budget = createWorkBudget(parts.elapsed)
      const file = parseFile(parts.grammars.parser, grammar, path, text, budget.spend)
      if (file === null)
        return { ...NOTHING, errors: [gaveUp(path, 'parsing it')], isCutShort: budget.isByClock() }
      const found = runRules(parts, rules, candidates, file, budget, options.context)
      return {
        ...found,
        file,
        findings: dropDuplicates(found.findings),
        errors: [...parseProblems(file), ...found.errors],
      }
    },
    parse: async (path, text) => {
      const language = languageOfPath(path)
      if (language === null) return null
      const grammar = await parts.grammars.get(language)
      return parseFile(parts.grammars.parser, grammar, path, text, createWorkBudget(parts.elapsed).spend)
    },
  }
}

function runRules(
  parts: FileCheckerParts,
  rules: RuleSet,
  candidates: readonly Rule[],
  file: ParsedFile,
  budget: WorkBudget,
  context: FlowContext | undefined,
): Omit<CheckedFile, 'file'> {
  const findings: RawFinding[] = []
  const errors: ScanError[] = []
  let flow = null as Flow | null
  let paid = 0
  const getFlow = (): Flow => {
    flow ??= file.depth > MAX_FLOW_DEPTH ? createNoFlow() : parts.createFlow(file, context)
    return flow
  }
  /** What is followed through the file is paid with the next look. */
  const spend: Spend = cost => {
    const followed = flow?.work() ?? 0
    const due = (followed - paid) * COST.task
    paid = followed
    return budget.spend(cost + due)
  }
  for (const rule of candidates) {
    const compiled = rules.compiled(rule, file.grammar, parts.grammars.parser)
    errors.push(...ruleErrors(rule, compiled))
    try {
      findings.push(...checkRule(rule, compiled, file, getFlow, spend))
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      errors.push({
        path: file.path,
        kind: 'gave-up',
        message: `The code is nested too deeply for the rule ${rule.id}; the other rules were run.`,
      })
    }
    if (findings.length > MAX_FINDINGS) {
      findings.length = MAX_FINDINGS
      errors.push(tooMany(file.path))
      break
    }
    if (spend(0)) {
      errors.push(gaveUp(file.path, 'checking it'))
      break
    }
  }
  if (flow !== null && (flow.hasGivenUp() || file.depth > MAX_FLOW_DEPTH)) errors.push(flowGaveUp(file.path))
  return { findings, errors, isCutShort: budget.isByClock(), links: flow?.links() ?? null }
}

function tooLong(path: string): ScanError {
  return { path, kind: 'gave-up', message: 'The text is too long to be checked.' }
}

function tooMany(path: string): ScanError {
  const message = `There are more than ${MAX_FINDINGS} findings in this file; the rest is not shown.`
  return { path, kind: 'gave-up', message }
}

function flowGaveUp(path: string): ScanError {
  return {
    path,
    kind: 'gave-up',
    message: 'Following the data through this file was too much work, so a flow may be missing.',
  }
}

/** A faulty rule is switched off and told; the scanner tells it once. */
function ruleErrors(rule: Rule, compiled: CompiledRule): readonly ScanError[] {
  return compiled.issues
    .filter(issue => issue.kind === 'wrong')
    .map(issue => ({
      path: '',
      kind: 'bad-rule',
      message: `The rule ${rule.id} was not used: ${issue.field}: ${issue.reason}.`,
    }))
}

function gaveUp(path: string, doing: string): ScanError {
  const start = `${doing[0]?.toUpperCase()}${doing.slice(1)}`
  const message = `${start} took too much work, so the file was not checked in full.`
  return { path, kind: 'gave-up', message }
}

function parseProblems(file: ParsedFile): readonly ScanError[] {
  if (file.parseErrors === 0) return []
  const { path, grammar, root } = file
  if (root.type === 'ERROR') {
    return [{ path, kind: 'not-parsed', message: `This could not be read as ${grammar.language}.` }]
  }
  const places = file.parseErrors === 1 ? 'One place' : `${file.parseErrors} places`
  return [
    {
      path,
      kind: 'partly-parsed',
      message: `${places} could not be read as ${grammar.language}; the rest was checked.`,
    },
  ]
}
