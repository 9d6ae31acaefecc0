import type { SyntaxNode } from '../../tree/syntax-node.js'
import type { FlowQuery } from '../flow-types.js'
import type { FlowLabel } from '../labels.js'
import type { FamilyList, FlowLists, GuardTest } from '../lists/compiled-lists.js'
import type { FileModel, FunctionInfo } from '../model/file-model.js'
import type { Shape } from '../shape.js'
import { trustedCallee } from '../trust.js'
import { givesOneSegment, isOneSegment, isSourceParameter } from './source-parameter.js'

/** The named lists of one question, asked about the nodes of one file. */
export type ListReader = {
  /** The label of the source that reading `key` from `object` is, or null. An empty key stands for the object itself; `rest` is what is read of it. */
  readonly sourceRead: (object: string, key: string, rest: readonly string[]) => FlowLabel | null
  readonly sourceCall: (callee: string, isStrict: boolean) => FlowLabel | null
  readonly sourceParameter: (
    owner: FunctionInfo,
    index: number,
    key: string | undefined,
    isStrict: boolean,
  ) => FlowLabel | null
  /** Whether the result of the call no longer holds harmful text. */
  readonly isClean: (callee: string) => boolean
  /** Whether the call runs a function of the project that a person vouched for. */
  readonly isTrusted: (call: SyntaxNode) => boolean
  /** Whether the call looks as if it cleaned, without being known to. */
  readonly maybeCleans: (callee: string) => boolean
  /** Whether the result of the call holds nothing of its arguments. */
  readonly isOpaque: (callee: string) => boolean
  /** Whether the result of the call is known to be made of its receiver and arguments, rather than found or built with them. */
  readonly carries: (callee: string) => boolean
  /** Whether the call hands its receiver's elements to its callback. */
  readonly handsOver: (callee: string) => boolean
  /** Whether a call by this name, true, may mean that its argument was checked. */
  readonly isPredicate: (callee: string) => boolean
  /** Whether a call by this name, true, is a check that is enough. */
  readonly isGuard: (callee: string) => boolean
  /** Whether reading this member (or the result of this call) gives text in a code that is harmless for the question. */
  readonly comesEncoded: (member: string) => boolean
  /** Whether the call (or reading the member of that name) undoes such a code. */
  readonly decodes: (callee: string) => boolean
  readonly countsTest: (test: GuardTest) => boolean
  readonly endsInText: boolean
}

/** Weaknesses that take a slash to exploit. */
const NEEDS_SLASH: ReadonlySet<string> = new Set(['path-traversal', 'open-redirect'])

/** Returns the lists of a query for a file. Lists that nobody wrote are empty: the rule lint names them. */
export function createListReader(model: FileModel, lists: FlowLists, query: FlowQuery): ListReader {
  const family = lists.familyOf(model.file)
  const pick = (ids: readonly string[]): readonly FamilyList[] =>
    ids.flatMap(id => lists.find(id, family) ?? [])
  const sources = pick(query.sources)
  const cleaners = pick(['neutral', ...query.sanitizers])
  const guards = pick([...query.guards, ...lists.guardsOf(query.weakness)])
  const plain = query.carriers === undefined ? [] : pick([query.carriers])
  const carriers = plain.length > 0 ? plain : pick(['carriers'])
  const exceptions = cleaners.flatMap(list => list.notSources)
  const encoded = cleaners.flatMap(list => list.encodedSources)
  const isNoSource = (text: string): boolean => exceptions.some(one => one.test(text))
  const words = new Map<string, boolean>()
  /** An entry may ask for a word in the file, most often the name of a library. */
  const allows = (requires: RegExp | null): boolean => {
    if (requires === null) return true
    const known = words.get(requires.source)
    if (known !== undefined) return known
    const isThere = requires.test(model.file.text)
    words.set(requires.source, isThere)
    return isThere
  }
  const calls = (some: readonly FamilyList[]) => {
    const entries = some.flatMap(list => list.calls).filter(entry => allows(entry.requires))
    return (callee: string): boolean => entries.some(entry => entry.callee.test(callee))
  }
  return {
    sourceRead: (object, key, rest) => {
      const member = key === '' ? object : `${object}.${key}`
      if (isNoSource(member) || (rest.length > 0 && isNoSource([member, ...rest].join('.')))) return null
      for (const list of sources)
        for (const entry of list.reads)
          if (
            (entry.properties.has(key) || entry.properties.has('*')) &&
            entry.object.test(object) &&
            allows(entry.requires)
          )
            return list.label
      return null
    },
    sourceCall: (callee, isStrict) => {
      if (isNoSource(callee)) return null
      if (isStrict && NEEDS_SLASH.has(query.weakness) && givesOneSegment(callee)) return null
      for (const list of sources)
        for (const entry of list.calls)
          if (entry.callee.test(callee) && allows(entry.requires)) return list.label
      return null
    },
    sourceParameter: (owner, index, key, isStrict) => {
      if (isStrict && NEEDS_SLASH.has(query.weakness) && isOneSegment(model, owner, index)) return null
      for (const list of sources)
        for (const entry of list.parameters)
          if (allows(entry.requires) && isSourceParameter(model, owner, index, key, entry)) return list.label
      return null
    },
    isClean: calls(cleaners),
    isTrusted: call => trustedCallee(model, lists, call, query.weakness) !== null,
    maybeCleans: calls(pick(['maybe-cleaners'])),
    isOpaque: calls(pick(['opaque'])),
    carries: carriers.length === 0 ? () => true : calls(carriers),
    handsOver: calls(pick(['callbacks'])),
    isPredicate: calls(pick(['predicates'])),
    isGuard: calls(guards),
    comesEncoded: member => encoded.some(one => one.test(member)),
    decodes: encoded.length === 0 ? () => false : calls(pick(['decoders'])),
    countsTest: test => guards.some(list => list.tests.has(test)),
    endsInText: [...cleaners].some(list => list.endsInText),
  }
}

/** Returns the callee of a call as lists know it: without blanks and optional chaining. */
export function calleeText(model: FileModel, call: Extract<Shape, { is: 'call' }>): string {
  if (call.callee !== null) return plainText(model, call.callee)
  return call.receiver === null ? call.method : `${plainText(model, call.receiver)}.${call.method}`
}

/** Returns the text of an expression without blanks and optional chaining; of a long one only the end. */
export function plainText(model: FileModel, node: SyntaxNode): string {
  const start = Math.max(node.start, node.end - 400)
  return model.file.text
    .slice(start, node.end)
    .replace(/\s+/g, '')
    .replaceAll('?.', '.')
    .replace(/!\./g, '.')
    .replace(/->|::|&[.]/g, '.')
}
