import type { Language as WasmLanguage } from 'web-tree-sitter'
import { createPatternShelf, type PatternShelf } from '../match/pattern-shelf.js'
import type { Language } from './language.js'

/** Type id that tree-sitter gives to what it could not parse. */
const ERROR_TYPE_ID = 65535

/** The kinds and fields of one grammar, numbered by name (a name can have several ids in the parser). */
export type Grammar = {
  readonly language: Language
  readonly wasm: WasmLanguage
  /** Returns the number of a named kind, or -1 when the grammar has none of this name. */
  readonly kindOf: (name: string) => number
  readonly hasField: (name: string) => boolean
  /** Number of kinds; kind numbers are below it. */
  readonly kindCount: number
  /** Type id of the parser → kind. */
  readonly kindInfo: (typeId: number) => KindInfo
  readonly fieldName: (fieldId: number) => string
  readonly patterns: PatternShelf
}

export type KindInfo = { readonly kind: number; readonly name: string; readonly isNamed: boolean }

/** Returns the tables of a loaded grammar. */
export function describeGrammar(language: Language, wasm: WasmLanguage): Grammar {
  const numbers = new Map<string, number>()
  const intern = (name: string, isNamed: boolean): number => {
    const key = isNamed ? `n ${name}` : `t ${name}`
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, numbers.size)
    return numbers.size - 1
  }
  const error: KindInfo = { kind: intern('ERROR', true), name: 'ERROR', isNamed: true }
  const infos: KindInfo[] = []
  for (let id = 0; id < wasm.nodeTypeCount; id++) {
    const name = wasm.types[id] ?? 'ERROR'
    const isNamed = wasm.nodeTypeIsNamed(id)
    infos.push({ kind: intern(name, isNamed), name, isNamed })
  }
  const kinds = new Map<string, number>()
  const findKind = (name: string): number => {
    const id = name === 'ERROR' ? null : wasm.idForNodeType(name, true)
    const isReal = name === 'ERROR' || (id !== null && id !== 0)
    return isReal ? (numbers.get(`n ${name}`) ?? -1) : -1
  }
  const fields = new Set(wasm.fields.filter(name => name !== null))
  return {
    language,
    wasm,
    kindOf: name => {
      const kind = kinds.get(name) ?? findKind(name)
      kinds.set(name, kind)
      return kind
    },
    hasField: name => fields.has(name),
    kindCount: numbers.size,
    kindInfo: typeId => (typeId === ERROR_TYPE_ID ? error : (infos[typeId] ?? error)),
    fieldName: fieldId => wasm.fields[fieldId] ?? '',
    patterns: createPatternShelf(),
  }
}
