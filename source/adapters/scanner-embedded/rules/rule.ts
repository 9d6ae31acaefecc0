import type { Confidence, Severity } from '../../../core/finding/severity.js'
import type { MatchSource } from '../match/compiled-rule.js'
import type { RuleObject } from '../match/rule-object.js'
import type { Language } from '../tree/language.js'

/** Something a fix needs at the top of the file: `import name from module`, or some of its names. */
export type NeededImport = {
  readonly module: string
  /** Binding for the whole module; empty when only `names` are needed. */
  readonly name: string
  readonly names: readonly string[]
}

/** One fix of a rule: text with metavariables and holes, or a named action in TypeScript. */
export type RuleFix = {
  readonly id: string
  readonly title: string
  readonly note: string
  /** Metavariable → rule its node has to match for the fix to be offered; what that rule binds, the template may use. */
  readonly when: Readonly<Record<string, RuleObject>>
  /** Modules it is made for: it leads where the project has one, and gives way where a sibling's is there instead. */
  readonly modules: readonly string[]
  readonly template: string | null
  readonly action: string | null
  /** Settings of the action. */
  readonly with: Readonly<Record<string, string | number | boolean>>
  /** Metavariable whose node the template replaces; empty means the whole match. */
  readonly replaces: string
  /** Template for lines in front of the statement that holds the place, or empty. */
  readonly before: string
  readonly imports: readonly NeededImport[]
}

/** Cases that `convert` knows, by ast-grep's names. */
export const CASES = [
  'lowerCase',
  'upperCase',
  'capitalize',
  'camelCase',
  'snakeCase',
  'kebabCase',
  'pascalCase',
] as const

/** A variable made from a metavariable (`source`, with its `$`), for templates: ast-grep's `transform`. */
export type Transform =
  | { readonly replace: { readonly source: string; readonly replace: string; readonly by: string } }
  | {
      readonly substring: {
        readonly source: string
        readonly startChar?: number | undefined
        readonly endChar?: number | undefined
      }
    }
  | { readonly convert: { readonly source: string; readonly toCase: (typeof CASES)[number] } }

/** Where data has to come from, and what stops it (engine.md §5). */
export type RuleTaint = {
  readonly sources: readonly string[]
  /** Those of which the taint confidence holds as it stands; empty means all. */
  readonly sure: readonly string[]
  /** Metavariable of the rule. */
  readonly sink: string
  readonly sanitizers: readonly string[]
  readonly guards: readonly string[]
}

/** A detector, as the engine works with it. Made from one file in `rules/<language>/`. */
export type Rule = {
  readonly id: string
  readonly languages: readonly Language[]
  readonly match: MatchSource
  readonly message: string
  readonly note: string
  readonly severity: Severity
  readonly confidence: {
    readonly taint: Confidence
    /** For input that comes through other functions, or from a source that is not a sure one. */
    readonly far: Confidence
    readonly audit: Confidence | null
  }
  /** Files in which the rule is seldom right: the most that is said there, and a regular expression over the path. */
  readonly atMostIn: readonly (readonly [Confidence, string])[]
  /** Metavariable that must not be constant for the audit form, or empty. */
  readonly nonConstant: string
  readonly weakness: string
  readonly cwe: readonly number[]
  readonly owasp: string
  /** One of them occurs in every file where the rule can match. */
  readonly keywords: readonly string[]
  /** One of these modules must be mentioned in the file; empty means any file. */
  readonly requires: readonly string[]
  readonly aliases: readonly string[]
  /** A regular expression: only functions match that an OpenAPI document gives such a route, written as a decorator; empty means any code. */
  readonly route: string
  readonly taint: RuleTaint | null
  readonly transforms: Readonly<Record<string, Transform>>
  readonly fixes: readonly RuleFix[]
}

/** A snippet that a rule must find. */
export type InvalidSnippet = {
  readonly code: string
  readonly expect: Confidence
  readonly language?: Language | undefined
  /** Name of a function → its route in an OpenAPI document, written as a decorator. */
  readonly routes?: Readonly<Record<string, string>> | undefined
  /** Fix id → the text after it. */
  readonly fixed?: Readonly<Record<string, string>> | undefined
}

/** The snippets of a rule file, run as tests. */
export type RuleTests = {
  readonly invalid: readonly InvalidSnippet[]
  readonly valid: readonly string[]
}
