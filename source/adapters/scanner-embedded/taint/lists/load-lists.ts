import { parse } from 'yaml'
import { type Family, LANGUAGE_TABLE } from '../../tree/language.js'
import type { FlowLabel } from '../labels.js'
import type { CallEntry, FamilyList, FlowLists, MutatorList, ParameterEntry } from './compiled-lists.js'
import { type FamilyText, type ListText, listSchema } from './list-schema.js'

/** A list file that could not be used, and why. */
export type ListProblem = { readonly file: string; readonly message: string }

/** What came out of loading: one bad list never keeps the others from working. */
export type LoadedLists = { readonly lists: FlowLists; readonly problems: readonly ListProblem[] }

/** Returns the named lists written in YAML texts; `file` is the name told in problems. */
export function loadLists(texts: readonly { readonly file: string; readonly text: string }[]): LoadedLists {
  const problems: ListProblem[] = []
  const lists = new Map<string, ListText>()
  for (const { file, text } of texts) {
    const read = readList(text)
    if (typeof read === 'string') problems.push({ file, message: read })
    else if (lists.has(read.id)) problems.push({ file, message: `a second list with the id ${read.id}` })
    else lists.set(read.id, read)
  }
  return { lists: compileLists(lists), problems }
}

function readList(text: string): ListText | string {
  let data: unknown
  try {
    data = parse(text)
  } catch (error) {
    return `no valid YAML: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'unreadable'}`
  }
  const checked = listSchema.safeParse(data)
  if (checked.success) return checked.data
  const [issue] = checked.error.issues
  return `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not a list'}`
}

function compileLists(lists: ReadonlyMap<string, ListText>): FlowLists {
  const compiled = new Map<string, FamilyList>()
  const mutators = new Map<Family, MutatorList>()
  return {
    familyOf: file => LANGUAGE_TABLE[file.grammar.language].family,
    ids: () => [...lists.keys()],
    find: (id, family) => {
      const key = `${id} ${family}`
      const known = compiled.get(key)
      if (known !== undefined) return known
      const list = lists.get(id)
      const part = list?.[family]
      if (list === undefined || part === undefined) return null
      const fresh = compileFamily(part, list.label as FlowLabel | undefined)
      compiled.set(key, fresh)
      return fresh
    },
    mutators: family => {
      const known = mutators.get(family)
      if (known !== undefined) return known
      const methods = lists.get('mutators')?.[family]?.methods ?? []
      const fresh = new Map(methods.map(method => [method.name, method.into]))
      mutators.set(family, fresh)
      return fresh
    },
  }
}

function compileFamily(part: FamilyText, label: FlowLabel | undefined): FamilyList {
  return {
    label: label ?? 'comes from the user',
    reads: (part.reads ?? []).map(entry => ({
      object: new RegExp(entry.object, 'u'),
      properties: new Set(entry.properties),
      requires: optional(entry.requires),
    })),
    calls: (part.calls ?? []).map(compileCall),
    parameters: (part.parameters ?? []).map(compileParameter),
    endsInText: part.endsInText ?? false,
    tests: new Set(part.tests ?? []),
  }
}

function compileCall(entry: NonNullable<FamilyText['calls']>[number]): CallEntry {
  const { callee, requires } = typeof entry === 'string' ? { callee: entry, requires: undefined } : entry
  return { callee: new RegExp(callee, 'u'), requires: optional(requires) }
}

function compileParameter(entry: NonNullable<FamilyText['parameters']>[number]): ParameterEntry {
  return {
    name: optional(entry.name),
    function: optional(entry.function),
    decorated: optional(entry.decorated),
    decoration: optional(entry.decoration),
    type: optional(entry.type),
    callbackOf: optional(entry.callbackOf),
    firstArgument: optional(entry.firstArgument),
    after: optional(entry.after),
    from: entry.from ?? 0,
    to: entry.to ?? Number.POSITIVE_INFINITY,
    except: optional(entry.except),
    exceptType: optional(entry.exceptType),
    exceptDecoration: optional(entry.exceptDecoration),
    properties: entry.properties === undefined ? null : new Set(entry.properties),
    inRoute: entry.inRoute ?? false,
    requires: optional(entry.requires),
  }
}

function optional(source: string | undefined): RegExp | null {
  return source === undefined ? null : new RegExp(source, 'u')
}
