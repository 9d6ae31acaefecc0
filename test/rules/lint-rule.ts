import type { RuleIssue } from '../../source/adapters/scanner-embedded/match/compile-rule.js'
import type { CompiledRule } from '../../source/adapters/scanner-embedded/match/compiled-rule.js'
import type { Rule, RuleTests } from '../../source/adapters/scanner-embedded/rules/rule.js'

/** A weakness as far as rules are held to it. */
export type KnownWeakness = { readonly id: string; readonly cwe: readonly number[] }

export type LintContext = {
  readonly weaknesses: readonly KnownWeakness[]
  /** Ids of the taint lists. */
  readonly lists: ReadonlySet<string>
  readonly actions: ReadonlySet<string>
  /** The rule compiled for each language it names. */
  readonly compiled: readonly CompiledRule[]
}

/** Returns what is wrong with a rule, one sentence each (engine.md §6). */
export function lintRule(rule: Rule, tests: RuleTests, context: LintContext): readonly string[] {
  return [
    ...lintShape(context.compiled),
    ...lintTexts(rule),
    ...lintNames(rule, context),
    ...lintMeaning(rule, context),
    ...lintTests(rule, tests),
  ]
}

/** Wrong anywhere, or absent in every grammar. */
function lintShape(compiled: readonly CompiledRule[]): readonly string[] {
  const say = (issue: RuleIssue) => `${issue.field}: ${issue.reason}`
  const wrong = compiled.flatMap(rule => rule.issues.filter(issue => issue.kind === 'wrong').map(say))
  const [first, ...others] = compiled
  const absent = (first?.issues ?? [])
    .filter(issue => issue.kind === 'absent')
    .filter(issue => others.every(rule => rule.issues.some(other => other.field === issue.field)))
    .map(say)
  const dead = compiled.every(rule => !rule.canMatch) ? ['the rule can match in none of its languages'] : []
  return [...new Set([...wrong, ...absent, ...dead])]
}

function lintTexts(rule: Rule): readonly string[] {
  const found: string[] = []
  for (const text of [rule.message, rule.note, ...rule.fixes.flatMap(fix => [fix.title, fix.note])]) {
    if (/\$[A-Z]/.test(text)) found.push(`a text shows a metavariable: ${text}`)
  }
  forEachString(rule.match, (key, text) => {
    if (key === 'regex' && /\\[wWdDsSbB]/.test(text))
      found.push(`regex ${text}: write ASCII classes instead of \\w, \\d, \\s, \\b`)
    if ((key === 'pattern' || key === 'context') && /\$\$\$[A-Z0-9_]*\s*,\s*\$[A-Z_]/.test(text)) {
      found.push(`pattern ${text}: $$$ directly before a metavariable never matches`)
    }
  })
  return found
}

function forEachString(value: unknown, visit: (key: string, text: string) => void, key = ''): void {
  if (typeof value === 'string') visit(key, value)
  else if (Array.isArray(value)) for (const inner of value) forEachString(inner, visit, key)
  else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) forEachString(inner, visit, name)
  }
}

function lintNames(rule: Rule, context: LintContext): readonly string[] {
  const bound = new Set(
    context.compiled.flatMap(one => [
      ...one.clause.names,
      ...one.constraints.flatMap(([, clause]) => clause.names),
    ]),
  )
  for (const name of Object.keys(rule.transforms)) bound.add(name)
  const single = (name: string, where: string) =>
    bound.has(name) ? [] : [`${where}: the rule binds no $${name}`]
  const found = [
    ...Object.keys(rule.match.constraints ?? {}).flatMap(name => single(name, 'constraints')),
    ...(rule.taint === null ? [] : single(rule.taint.sink, 'taint.sink')),
    ...(rule.nonConstant === '' ? [] : single(rule.nonConstant, 'nonConstant')),
  ]
  for (const fix of rule.fixes) {
    const where = `fix ${fix.id}`
    for (const name of Object.keys(fix.when)) found.push(...single(name, `${where}, when`))
    const conditions = patternNames(fix.when)
    if (fix.replaces !== '' && !conditions.has(fix.replaces))
      found.push(...single(fix.replaces, `${where}, replaces`))
    const text = `${fix.template ?? ''}\n${fix.before}`
    for (const [, many = '', name = ''] of text.matchAll(/(\$\$\$|\$)([A-Z][A-Z0-9_]*)/g)) {
      const full = many === '$$$' ? `$$$${name}` : name
      if (!bound.has(full) && !conditions.has(full)) found.push(`${where}: the rule binds no ${many}${name}`)
    }
  }
  return found
}

/** Names that the patterns of a condition bind. */
function patternNames(condition: unknown): ReadonlySet<string> {
  const names = new Set<string>()
  forEachString(condition, (key, text) => {
    if (key !== 'pattern' && key !== 'context') return
    for (const [, name = ''] of text.matchAll(/\$([A-Z][A-Z0-9_]*)/g)) names.add(name)
  })
  return names
}

function lintMeaning(rule: Rule, context: LintContext): readonly string[] {
  const found: string[] = []
  const weakness = context.weaknesses.find(one => one.id === rule.weakness)
  if (weakness === undefined) found.push(`lesson: there is no weakness ${rule.weakness}`)
  else {
    for (const cwe of rule.cwe) {
      if (!weakness.cwe.includes(cwe)) found.push(`cwe: CWE-${cwe} is not among those of ${weakness.id}`)
    }
  }
  for (const fix of rule.fixes) {
    if (fix.action !== null && !context.actions.has(fix.action)) {
      found.push(`fix ${fix.id}: there is no action ${fix.action}`)
    }
  }
  const { taint } = rule
  if (taint !== null) {
    for (const list of [...taint.sources, ...taint.sure, ...taint.sanitizers, ...taint.guards]) {
      if (!context.lists.has(list)) found.push(`taint: there is no list ${list}`)
    }
  }
  const ids = rule.fixes.map(fix => fix.id)
  if (new Set(ids).size < ids.length) found.push('fixes: an id is used twice')
  return found
}

function lintTests(rule: Rule, tests: RuleTests): readonly string[] {
  const found: string[] = []
  if (tests.invalid.length < 2) found.push('tests: at least two invalid snippets are needed')
  if (tests.valid.length < 2) found.push('tests: at least two valid snippets are needed')
  tests.invalid.forEach((snippet, i) => {
    if (!rule.keywords.some(word => snippet.code.includes(word))) {
      found.push(`keywords: none occurs in invalid snippet ${i + 1}`)
    }
  })
  for (const fix of rule.fixes) {
    const isComplete = fix.template === null || !`${fix.before}${fix.template}`.includes('{{')
    const isShown = tests.invalid.some(snippet => snippet.fixed?.[fix.id] !== undefined)
    if (isComplete && fix.template !== null && !isShown)
      found.push(`fix ${fix.id}: no snippet shows the text after it`)
    if (fix.action !== null && !isShown) found.push(`fix ${fix.id}: no snippet shows the text after it`)
  }
  for (const id of tests.invalid.flatMap(snippet => Object.keys(snippet.fixed ?? {}))) {
    if (!rule.fixes.some(fix => fix.id === id)) found.push(`tests: fixed names ${id}, which is no fix`)
  }
  return found
}
