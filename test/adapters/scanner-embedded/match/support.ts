import { createRequire } from 'node:module'
import { Lang, parse, registerDynamicLanguage, type SgNode } from '@ast-grep/napi'
import {
  compileMatch,
  findMatches,
  type MatchSource,
} from '../../../../source/adapters/scanner-embedded/match/compiled-rule.js'
import { openGrammars } from '../../../../source/adapters/scanner-embedded/tree/grammars.js'
import type { Language } from '../../../../source/adapters/scanner-embedded/tree/language.js'
import { parseFile } from '../../../../source/adapters/scanner-embedded/tree/parse-file.js'
import type { ParsedFile } from '../../../../source/adapters/scanner-embedded/tree/parsed-file.js'

const grammars = await openGrammars()

/** Whether the oracle reads Python here: it needs a platform library. */
export const hasOraclePython = registerPython()

function registerPython(): boolean {
  try {
    const loaded: { default?: unknown } = createRequire(import.meta.url)('@ast-grep/lang-python')
    registerDynamicLanguage({ python: (loaded.default ?? loaded) as never })
    parse('python', 'f(1)')
    return true
  } catch {
    return false
  }
}

/** The last text of each language, parsed: hundreds of rules are asked about the same one. */
const parsed = new Map<Language, { readonly text: string; readonly file: ParsedFile }>()
const parsedByOracle = new Map<Language, { readonly text: string; readonly root: SgNode }>()

export async function parseText(language: Language, text: string): Promise<ParsedFile> {
  const before = parsed.get(language)
  if (before?.text === text) return before.file
  const file = parseFile(grammars.parser, await grammars.get(language), 'file', text)
  if (file === null) throw new Error('gave up')
  parsed.set(language, { text, file })
  return file
}

/** The matched texts of a rule, by our matcher. */
export async function ourTexts(language: Language, source: MatchSource, text: string): Promise<string[]> {
  return (await ourRanges(language, source, text)).map(([start, end]) => text.slice(start, end))
}

/** [start, end] of each match in source order, by our matcher. */
export async function ourRanges(
  language: Language,
  source: MatchSource,
  text: string,
): Promise<readonly (readonly [number, number])[]> {
  const file = await parseText(language, text)
  const rule = compileMatch(source, file.grammar, grammars.parser)
  const wrong = rule.issues.filter(issue => issue.kind === 'wrong')
  if (wrong.length > 0) throw new Error(JSON.stringify(wrong))
  return sortRanges(findMatches(rule, file).map(match => [match.node.start, match.node.end] as const))
}

/** Whether the oracle reads a language here; for the others our matcher stands alone. */
export function hasOracle(language: Language): boolean {
  return language === 'Python' ? hasOraclePython : language in Lang
}

/** [start, end] of each match in source order, by the oracle. */
export function oracleRanges(
  language: Language,
  source: MatchSource,
  text: string,
): readonly (readonly [number, number])[] {
  return sortRanges(
    oracleRoot(language, text)
      .findAll(source as never)
      .map(node => {
        const range = node.range()
        return [range.start.index, range.end.index] as const
      }),
  )
}

function oracleRoot(language: Language, text: string): SgNode {
  const before = parsedByOracle.get(language)
  if (before?.text === text) return before.root
  const name = language === 'Python' ? 'python' : Lang[language as keyof typeof Lang]
  const root = parse(name, text).root()
  parsedByOracle.set(language, { text, root })
  return root
}

function sortRanges(ranges: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  return [...ranges].sort((a, b) => a[0] - b[0] || a[1] - b[1])
}
