import { isWellKnown } from '../../tree/language.js'
import { childByField, type SyntaxNode } from '../../tree/syntax-node.js'
import { alwaysLeaves, armsOf } from '../model/control.js'
import type { FileModel } from '../model/file-model.js'

/** Asking whether there is a value, or a file, is no check of it. */
const PRESENCE_CALL =
  /\b(isset|empty|trim|is_null|strlen|mb_strlen|len|count|sizeof|is_string|is_array|file_exists|is_file|is_dir|is_readable|[sS]tring\.IsNullOr\w+|(Files?|Directory)\.[eE]xists?\??|StringUtils\.(is|has)\w+)\s*\([^()]*\)/g
const PRESENCE_METHOD =
  /(\.|->|&\.)(isEmpty|isBlank|nil\?|blank\?|present\?|empty\?|length|size|Length)\b(\(\))?/g
const NOTHING = `(?:''|""|nil|null|NULL|None|false|FALSE|undefined)`

/** Statements before a place that are looked at, per block. */
const MAX_STATEMENTS = 100

/**
 * Returns whether a condition about the value of a name (or of an expression with that text), more than whether there is one, leads away or sets the name anew
 * before `use`, or stands around it. What it asks is not understood: that somebody looked is what counts.
 */
export function isLookedAt(model: FileModel, use: SyntaxNode, name: string): boolean {
  if (isWellKnown(model.file.grammar.language)) return false
  const { ifKinds, switchKinds, blockKinds } = model.language.control
  for (let at = use; at.parent !== null; at = at.parent) {
    if (model.functions.get(at.id)?.parts.isHoisted) return false
    const { parent } = at
    if (ifKinds.includes(parent.type) && at.field !== 'condition' && asks(model, parent, name)) return true
    if (!blockKinds.includes(parent.type)) continue
    for (let i = at.index - 1; i >= Math.max(0, at.index - MAX_STATEMENTS); i--) {
      const before = parent.children[i]
      if (before === undefined) continue
      const isTest = ifKinds.includes(before.type) || switchKinds.includes(before.type)
      if (isTest && asks(model, before, name) && settles(model, before, name)) return true
    }
  }
  return false
}

/** Whether the condition asks more of the value than whether there is one. */
function asks(model: FileModel, statement: SyntaxNode, name: string): boolean {
  const condition = childByField(statement, 'condition') ?? childByField(statement, 'value')
  if (condition === null) return false
  const word = `(?<![A-Za-z0-9_.$@])${literally(name)}(?![A-Za-z0-9_])`
  const isSwitch = model.language.control.switchKinds.includes(statement.type)
  const text = model.text(condition).slice(0, 500)
  // A switch over it, or a table that has it.
  if (isSwitch) return new RegExp(word).test(text)
  if (new RegExp(`\\[\\s*${word}\\s*\\]`).test(text)) return true
  const rest = text
    .replace(PRESENCE_CALL, '')
    .replace(PRESENCE_METHOD, '')
    .replace(new RegExp(`${word}\\s*(?:[!=]==?|<>)\\s*${NOTHING}`, 'g'), '')
    .replace(
      new RegExp(
        `(^|(?<![A-Za-z0-9_])[(]|[!&|]|\\b(?:and|or|not))\\s*${word}\\s*(?=$|[)&|]|\\b(?:and|or)\\b)`,
        'g',
      ),
      '',
    )
  return new RegExp(word).test(rest)
}

/** Whether the statement leads away from what follows, or sets the name anew. */
function settles(model: FileModel, statement: SyntaxNode, name: string): boolean {
  if (armsOf(model, statement).some(arm => alwaysLeaves(model, arm))) return true
  return new RegExp(`${literally(name)}\\s*=[^=]`).test(model.text(statement).slice(0, 4000))
}

/** A text as a pattern that matches nothing else. */
function literally(text: string): string {
  return text.replace(/[$@.()[\]*+?^|{}\\]/g, '\\$&')
}
