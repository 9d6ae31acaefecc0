import { z } from 'zod'
import type { Pattern } from '../../core/generalise/pattern.js'
import type { Syntax } from '../../ports/syntax.js'
import { threadTime } from '../system/thread-time.js'
import type { Bindings } from './match/bindings.js'
import { type CompiledRule, compileMatch, findMatches } from './match/compiled-rule.js'
import { createWorkBudget } from './scan/work-budget.js'
import { type Grammars, openGrammars } from './tree/grammars.js'
import { languageOfPath } from './tree/language.js'
import { parseFile } from './tree/parse-file.js'
import { type ParsedFile, textOf } from './tree/parsed-file.js'
import type { Spend } from './tree/work.js'

/** A learned pattern comes from a file of the repository: nothing but the keys that learning writes is compiled. */
const ruleSchema: z.ZodType<Pattern['rule']> = z.lazy(() =>
  z.strictObject({
    pattern: z
      .union([z.string().max(600), z.strictObject({ context: z.string().max(600), selector: z.string() })])
      .exactOptional(),
    kind: z.string().exactOptional(),
    has: z.strictObject({ kind: z.string(), stopBy: z.literal('end').exactOptional() }).exactOptional(),
    any: z.array(ruleSchema).min(1).max(30).exactOptional(),
    not: ruleSchema.exactOptional(),
  }),
)
const patternSchema = z.object({
  rule: ruleSchema,
  constraints: z.record(z.string(), ruleSchema).default({}),
  fix: z.string().max(600).exactOptional(),
})

/** Returns parsing and pattern matching with the engine's own grammars, within the budget of a file; loaded when first used. */
export function openSyntax(grammarFolder?: string): Syntax {
  let opened: Promise<Grammars> | null = null
  const compiled = new Map<string, CompiledRule>()
  const open = async (
    path: string,
    text: string,
  ): Promise<{ file: ParsedFile; grammars: Grammars; spend: Spend } | null> => {
    const language = languageOfPath(path)
    if (language === null) return null
    opened ??= openGrammars(grammarFolder)
    const grammars = await opened
    const grammar = await grammars.get(language)
    const { spend } = createWorkBudget(threadTime)
    const file = parseFile(grammars.parser, grammar, path, text, spend)
    return file === null ? null : { file, grammars, spend }
  }
  return {
    parse: async (path, text) => {
      const parsed = await open(path, text)
      return parsed && { root: parsed.file.root, errors: parsed.file.parseErrors }
    },
    match: async (path, text, pattern) => {
      const checked = patternSchema.safeParse(pattern)
      const parsed = checked.success ? await open(path, text) : null
      if (!checked.success || parsed === null) return []
      const { file, grammars, spend } = parsed
      const { fix, ...source } = checked.data
      const key = `${file.grammar.language}\n${JSON.stringify(source)}`
      const rule = compiled.get(key) ?? compileMatch(source, file.grammar, grammars.parser)
      compiled.set(key, rule)
      return findMatches(rule, file, spend).map(({ node, bindings }) => ({
        start: node.start,
        end: node.end,
        rewrite: fix === undefined ? null : fill(fix, file, bindings),
      }))
    },
  }
}

/** Puts what the variables stand for into a rewrite; null when one of them stands for nothing. */
function fill(fix: string, file: ParsedFile, bindings: Bindings): string | null {
  const nodes = new Map(
    [...fix.matchAll(/\$(V\d+)/g)].map(([, name = '']) => [name, bindings.single.get(name)]),
  )
  if ([...nodes.values()].includes(undefined)) return null
  return fix.replace(/\$(V\d+)/g, (_, name: string) => {
    const node = nodes.get(name)
    return node ? textOf(file, node) : ''
  })
}
