import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createFlow } from '../../../../source/adapters/scanner-embedded/taint/flow.js'
import type { Flow, FlowQuery } from '../../../../source/adapters/scanner-embedded/taint/flow-types.js'
import { compileLists } from '../../../../source/adapters/scanner-embedded/taint/lists/compile-lists.js'
import { readLists } from '../../../../source/adapters/scanner-embedded/taint/lists/read-lists.js'
import { openGrammars } from '../../../../source/adapters/scanner-embedded/tree/grammars.js'
import {
  type Family,
  LANGUAGE_TABLE,
  type Language,
} from '../../../../source/adapters/scanner-embedded/tree/language.js'
import { parseFile } from '../../../../source/adapters/scanner-embedded/tree/parse-file.js'
import type { ParsedFile } from '../../../../source/adapters/scanner-embedded/tree/parsed-file.js'
import {
  namedChildren,
  type SyntaxNode,
} from '../../../../source/adapters/scanner-embedded/tree/syntax-node.js'

const LISTS = resolve(import.meta.dirname, '../../../../rules/lists')

const grammars = await openGrammars()
const readings = readLists(
  readdirSync(LISTS).map(file => ({ file, text: readFileSync(join(LISTS, file), 'utf8') })),
)

/** The named lists as shipped. */
export const lists = compileLists(readings.lists)
export const { problems } = readings

export const QUERY: FlowQuery = {
  sources: ['http-input', 'cli-input', 'dom-input', 'message-input', 'event-input', 'ipc-input'],
  sanitizers: [],
  guards: [],
  weakness: 'sql-injection',
}

/** What the flow says about the first argument of the first (or only) call of `sink` in the code. */
export type Answer = { readonly verdict: 'tainted' | 'weakened' | 'clean'; readonly trace: readonly string[] }

/** Parses code; a test's code always parses. */
export async function parse(language: Language, code: string, path = 'file'): Promise<ParsedFile> {
  const file = parseFile(grammars.parser, await grammars.get(language), path, code)
  if (file === null) throw new Error(`${path} did not parse`)
  return file
}

/** The first argument of each call of `sink`. */
export function sinksOf(file: ParsedFile): readonly SyntaxNode[] {
  const calls = file.callsByName.get('sink') ?? []
  return calls.flatMap(call => {
    const list = call.children.find(child => child.field === 'arguments')
    const first = list === undefined ? undefined : namedChildren(list)[0]
    return first === undefined ? [] : [first]
  })
}

/** The language family whose lists a language uses. */
export function familyOf(language: Language): Family {
  return LANGUAGE_TABLE[language].family
}

/** Parses code and hands out its flow and the first argument of each call of `sink`. */
export async function openFlow(
  language: Language,
  code: string,
): Promise<{ readonly flow: Flow; readonly sinks: readonly SyntaxNode[] }> {
  const file = await parse(language, code)
  const flow = createFlow(file, lists)
  if (flow === null) throw new Error(`no flow for ${language}`)
  return { flow, sinks: sinksOf(file) }
}

/** Asks whether the argument of `sink(…)` in the code is tainted; the trace is told as `text: label`. */
export async function ask(language: Language, code: string, query: Partial<FlowQuery> = {}): Promise<Answer> {
  const { flow, sinks } = await openFlow(language, code)
  for (const sink of sinks) {
    const found = flow.isTainted(sink, { ...QUERY, ...query })
    if (found === null) continue
    const trace = found.trace.map(step => `${code.slice(step.start, step.end)}: ${step.label}`)
    return { verdict: found.weakened ? 'weakened' : 'tainted', trace }
  }
  if (sinks.length === 0) throw new Error('the code calls no sink')
  return { verdict: 'clean', trace: [] }
}

/** Asks whether the argument of `sink(…)` is constant. */
export async function askConstant(language: Language, code: string): Promise<boolean> {
  const { flow, sinks } = await openFlow(language, code)
  const [sink] = sinks
  if (sink === undefined) throw new Error('the code calls no sink')
  return flow.isConstant(sink)
}
