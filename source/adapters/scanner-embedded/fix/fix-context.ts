import type { Bindings } from '../match/bindings.js'
import type { Rule, RuleFix } from '../rules/rule.js'
import type { ParsedFile } from '../tree/parsed-file.js'
import type { SyntaxNode } from '../tree/syntax-node.js'

/** What a fix is worked out from. */
export type FixContext = {
  readonly rule: Rule
  readonly fix: RuleFix
  readonly file: ParsedFile
  /** The whole match. */
  readonly node: SyntaxNode
  readonly bindings: Bindings
  /** Hole id → what the developer typed. */
  readonly holes: Readonly<Record<string, string>>
}
