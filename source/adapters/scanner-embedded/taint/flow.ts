import type { ParsedFile } from '../tree/parsed-file.js'
import type { SyntaxNode } from '../tree/syntax-node.js'
import { isConstantNode } from './constant.js'
import type {
  ArgumentFlow,
  Flow,
  FlowContext,
  FlowQuery,
  ImportedFunction,
  OpenParameter,
} from './flow-types.js'
import { routeDecoration } from './handled-route.js'
import { LANGUAGE_MODELS } from './languages/language-models.js'
import { type HandedOn, handedOn, handedOnNames, waysTo } from './link/exported.js'
import { callsOfImported, type ImportedCall } from './link/imported-calls.js'
import { type ReturnSummary, summariseReturn } from './link/summarise-return.js'
import type { FlowLists } from './lists/compiled-lists.js'
import { buildModel } from './model/build-model.js'
import { argumentAt, receiverCount } from './model/call-sites.js'
import type { FileModel } from './model/file-model.js'
import { queryKey } from './search/other-files.js'
import {
  createQuestion,
  type FoundFlow,
  type Fuel,
  type Question,
  type SearchOptions,
  searchOrigins,
} from './search/search.js'
import { tellFlow } from './tell-flow.js'
import { trustedAt } from './trust.js'

/** Work all questions about one file may take together, in search tasks. */
const FUEL_A_FILE = 100_000

/**
 * Work for one question of another file. Each has its own, so that its answer does not depend on what was asked before:
 * answers are kept from one scan to the next.
 */
const FUEL_A_LINK = 20_000

const NOTHING_KNOWN: FlowContext = { inbound: [], returns: [] }

/** The answers about one file, and what other files may ask of it. */
export type LinkedFlow = Flow & {
  /** Returns what the calls of a function of another file are given for one of its parameters. */
  readonly intoImported: (isTarget: (call: ImportedCall) => boolean, parameter: OpenParameter) => ArgumentFlow
  /** Returns what an exported function gives back, or null when the file has no such function. */
  readonly returnOf: (members: readonly string[], query: FlowQuery) => ReturnSummary | null
  /** Returns where a thing comes from that this file only hands on; see `handedOn`. */
  readonly handedOn: (members: readonly string[]) => readonly HandedOn[]
  /** Returns the names under which this file hands on what it imported. */
  readonly handedOnNames: () => readonly string[]
}

/**
 * Returns the answers about a file, or null for a language whose data nobody follows yet. `known` is what other
 * files say about it; without it every file stands for itself.
 */
export function createFlow(
  file: ParsedFile,
  lists: FlowLists,
  known: FlowContext = NOTHING_KNOWN,
): LinkedFlow | null {
  const family = lists.familyOf(file)
  const language = LANGUAGE_MODELS[family]
  if (language === undefined) return null
  let built: FileModel | null = null
  const model = (): FileModel => {
    built ??= buildModel(file, language, lists.mutators(family), lists.routesIn(file.path))
    return built
  }
  /** Most calls that look dangerous are given a literal; the model need not be built for them. */
  const isLiteral = (node: SyntaxNode): boolean => language.shapeOf(node, file.text).is === 'literal'
  const fuel: Fuel = { left: FUEL_A_FILE }
  let gaveUp = false
  const open = new Map<string, OpenParameter>()
  const asked = new Map<string, ImportedFunction>()
  const context: SearchOptions['context'] = {
    known,
    ask: imported => {
      const key = `${imported.module} ${imported.members.join('.')} ${queryKey(imported.query)}`
      asked.set(key, imported)
    },
  }

  const questions = new Map<string, Question>()
  const questionOf = (query: FlowQuery): Question => {
    const key = queryKey(query)
    const before = questions.get(key)
    if (before !== undefined) return before
    const made = createQuestion(model(), lists, query)
    questions.set(key, made)
    return made
  }

  const toOpen = (found: FoundFlow, query: FlowQuery): readonly OpenParameter[] => {
    if (found.origin.is !== 'parameter') return []
    const { owner, index, path } = found.origin
    const parameter = owner.parts.parameters[index]
    const exports = waysTo(model(), owner)
    if (parameter === undefined || exports.length === 0) return []
    const place = index - receiverCount(model(), owner)
    return [{ exports, index: place, name: model().text(parameter.target).slice(0, 100), path, query }]
  }

  const search = (
    node: SyntaxNode,
    query: FlowQuery,
    path: readonly string[],
    isStrict: boolean,
    left: Fuel,
  ) => {
    const options = { isStrict, wantsParameters: !isStrict, followsCallers: true, fuel: left, context }
    const result = searchOrigins(model(), questionOf(query), node, options, path)
    if (!result.isComplete) gaveUp = true
    return result
  }

  /** First with the flows that a check weakens, for most nodes have none at all; then whether one is there without. */
  const ask = (node: SyntaxNode, query: FlowQuery, path: readonly string[], left: Fuel): ArgumentFlow => {
    const any = search(node, query, path, false, left)
    if (any.source === null)
      return { flow: null, open: any.parameters.flatMap(found => toOpen(found, query)) }
    const strong = search(node, query, path, true, left).source
    return { flow: tellFlow(file, strong ?? any.source, node, strong === null), open: [] }
  }

  return {
    isTainted: (node, query) => {
      if (isLiteral(node)) return null
      const answer = ask(node, query, [], fuel)
      for (const one of answer.open) open.set(openKey(one), one)
      return answer.flow
    },
    isConstant: node => isLiteral(node) || isConstantNode(model(), node),
    trustedAt: (match, sink, weakness) =>
      lists.trusted().length === 0 ? null : trustedAt(model(), lists, match, sink, weakness),
    routeOf: node => routeDecoration(lists.routesIn(file.path), node, file.text),
    work: () => FUEL_A_FILE - Math.max(0, fuel.left),
    hasGivenUp: () => gaveUp,
    links: () => ({ open: [...open.values()], asked: [...asked.values()] }),
    intoImported: (isTarget, parameter) => {
      const found: OpenParameter[] = []
      const left = { left: FUEL_A_LINK }
      for (const one of parameter.exports.flatMap(way => callsOfImported(model(), way.at(-1) ?? ''))) {
        if (!isTarget(one)) continue
        const argument = argumentAt(model(), one.call, parameter.index, parameter.name)
        if (argument === null) continue
        const path = [...argument.keys, ...parameter.path]
        const answer = ask(argument.node, parameter.query, path, left)
        if (answer.flow !== null) return answer
        found.push(...answer.open)
      }
      return { flow: null, open: found }
    },
    returnOf: (members, query) => {
      const left = { left: FUEL_A_LINK }
      return summariseReturn(model(), questionOf(query), members, { fuel: left, context })
    },
    handedOn: members => handedOn(model(), members),
    handedOnNames: () => handedOnNames(model()),
  }
}

function openKey(one: OpenParameter): string {
  return `${JSON.stringify(one.exports)} ${one.index} ${one.path.join('.')} ${queryKey(one.query)}`
}
