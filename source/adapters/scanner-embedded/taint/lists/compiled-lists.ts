import type { TrustedFunction } from '../../../../core/finding/trusted-function.js'
import type { Family } from '../../tree/language.js'
import type { ParsedFile } from '../../tree/parsed-file.js'
import type { HandledRoute } from '../handled-route.js'
import type { FlowLabel } from '../labels.js'

/** Tests that a guard list may name; each is worked out from conditions, see `guards/`. */
export const GUARD_TESTS = [
  'membership',
  'equality',
  'pattern',
  'number',
  'string-type',
  'host',
  'resolved-prefix',
  'local-prefix',
] as const
export type GuardTest = (typeof GUARD_TESTS)[number]

/** A parameter that a source list takes for input; every condition given must hold. */
export type ParameterEntry = {
  readonly name: RegExp | null
  /** Name of the function. */
  readonly function: RegExp | null
  /** Decorators or annotations of the function. */
  readonly decorated: RegExp | null
  /** Decorators, annotations or default of the parameter itself. */
  readonly decoration: RegExp | null
  readonly type: RegExp | null
  /** Callee of the call that the function is an argument of. */
  readonly callbackOf: RegExp | null
  /** Text of that call's first argument. */
  readonly firstArgument: RegExp | null
  /** Name of the function's first parameter, `self` not counted. */
  readonly after: RegExp | null
  /** Place of the first parameter that counts, `self` not counted. */
  readonly from: number
  readonly to: number
  readonly except: RegExp | null
  readonly exceptType: RegExp | null
  readonly exceptDecoration: RegExp | null
  /** What the function says when it looks at who sent the value. */
  readonly exceptBody: RegExp | null
  /** Only this member of the parameter is input. */
  readonly properties: ReadonlySet<string> | null
  /** The function's own decorators name the parameter in a route (`<id>`, `{id}`). */
  readonly inRoute: boolean
  readonly requires: RegExp | null
}

export type ReadEntry = {
  readonly object: RegExp
  readonly properties: ReadonlySet<string>
  readonly requires: RegExp | null
}
export type CallEntry = { readonly callee: RegExp; readonly requires: RegExp | null }

/** What one list says about one language family. */
export type FamilyList = {
  readonly label: FlowLabel
  readonly reads: readonly ReadEntry[]
  readonly calls: readonly CallEntry[]
  /** Of a sanitizer: reads (`object.member`) and calls that cannot bring what harms, although a source list names them. */
  readonly notSources: readonly RegExp[]
  /** Of a sanitizer: reads that come in a code in which they do no harm, unless one of `decoders` was called on them. */
  readonly encodedSources: readonly RegExp[]
  readonly parameters: readonly ParameterEntry[]
  /** Building text ends the taint. */
  readonly endsInText: boolean
  readonly tests: ReadonlySet<GuardTest>
}

/** Method → what it puts its arguments into. */
export type MutatorList = ReadonlyMap<string, 'receiver' | 'first'>

/** The named lists, ready for use. `neutral`, `validators` and `mutators` concern every question. */
export type FlowLists = {
  readonly familyOf: (file: ParsedFile) => Family
  readonly find: (id: string, family: Family) => FamilyList | null
  /** Ids of the guard lists that count for a weakness by themselves. */
  readonly guardsOf: (weakness: string) => readonly string[]
  readonly mutators: (family: Family) => MutatorList
  /** Functions of the project that a person vouched for. */
  readonly trusted: () => readonly TrustedFunction[]
  /** Routes that an OpenAPI document gives to functions of a file. */
  readonly routesIn: (path: string) => readonly HandledRoute[]
}
