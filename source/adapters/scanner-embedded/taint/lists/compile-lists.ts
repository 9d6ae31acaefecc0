import type { TrustedFunction } from '../../../../core/finding/trusted-function.js'
import { type Family, LANGUAGE_TABLE } from '../../tree/language.js'
import type { HandledRoute } from '../handled-route.js'
import type { FlowLabel } from '../labels.js'
import type { CallEntry, FamilyList, FlowLists, MutatorList, ParameterEntry } from './compiled-lists.js'
import type { FamilyText, ListText } from './list-schema.js'

const NO_ROUTES: readonly HandledRoute[] = []

/**
 * Returns named lists ready for use; the regular expressions of a list are made when it is first asked for. `trusted` and
 * `routes` are asked anew each time: a person may vouch for a function, or an OpenAPI document change, between two scans.
 */
export function compileLists(
  texts: readonly ListText[],
  trusted: () => readonly TrustedFunction[] = () => [],
  routes: () => readonly HandledRoute[] = () => NO_ROUTES,
): FlowLists {
  const lists = new Map(texts.map((list): [string, ListText] => [list.id, list]))
  const compiled = new Map<string, FamilyList>()
  const mutators = new Map<Family, MutatorList>()
  let grouped = { of: NO_ROUTES, byPath: byPath(NO_ROUTES) }
  return {
    trusted,
    routesIn: path => {
      const now = routes()
      if (now !== grouped.of) grouped = { of: now, byPath: byPath(now) }
      return grouped.byPath.get(path) ?? []
    },
    familyOf: file => LANGUAGE_TABLE[file.grammar.language].family,
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
    guardsOf: weakness => texts.filter(list => list.weaknesses?.includes(weakness)).map(list => list.id),
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

function byPath(routes: readonly HandledRoute[]): ReadonlyMap<string, readonly HandledRoute[]> {
  const groups = new Map<string, HandledRoute[]>()
  for (const route of routes) {
    const known = groups.get(route.path)
    if (known === undefined) groups.set(route.path, [route])
    else known.push(route)
  }
  return groups
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
    notSources: (part.notSources ?? []).map(source => new RegExp(source, 'u')),
    encodedSources: (part.encodedSources ?? []).map(source => new RegExp(source, 'u')),
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
    exceptBody: optional(entry.exceptBody),
    properties: entry.properties === undefined ? null : new Set(entry.properties),
    inRoute: entry.inRoute ?? false,
    requires: optional(entry.requires),
  }
}

function optional(source: string | undefined): RegExp | null {
  return source === undefined ? null : new RegExp(source, 'u')
}
