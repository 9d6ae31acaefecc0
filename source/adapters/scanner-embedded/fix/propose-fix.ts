import { orderEdits } from '../../../core/fix/apply-edits.js'
import type { FixKind, FixProposal, FixSummary, Hole, TextEdit } from '../../../core/fix/fix.js'
import type { RuleFix } from '../rules/rule.js'
import { isWithinCode } from '../tree/code-in-page.js'
import { oncePerFile } from '../tree/once-per-file.js'
import type { SyntaxNode } from '../tree/syntax-node.js'
import { FIX_ACTIONS } from './actions/fix-actions.js'
import { indentOf, readCodeStyle } from './code-style.js'
import type { FixContext } from './fix-context.js'
import { planImports } from './imports.js'
import { renderTemplate } from './render-template.js'

/** What a fix would change. */
export type FixEdits = { readonly edits: readonly TextEdit[]; readonly holes: readonly Hole[] }

/** Returns what a fix would do to the file, or null when it does not fit this place. */
export function proposeFix(context: FixContext): FixProposal | null {
  const { fix, file } = context
  const made = fix.action === null ? fromTemplate(context) : fromAction(context, fix.action)
  const edits = made === null ? null : orderEdits(made.edits)
  if (made === null || edits === null || edits.length === 0) return null
  if (!fitsPage(context, edits)) return null
  return { fix: summarise(fix, made.holes), path: file.path, edits, holes: made.holes, note: fix.note }
}

const hasImportLine = oncePerFile(file => /^[ \t]*import\b/m.test(file.text))

/** In a page edits keep to the scripts, and a script imports only where it does so already: a classic one cannot. */
function fitsPage({ fix, file }: FixContext, edits: readonly TextEdit[]): boolean {
  const { codeRanges } = file
  if (codeRanges === null) return true
  if (fix.imports.length > 0 && !hasImportLine(file)) return false
  return edits.every(edit => isWithinCode(codeRanges, edit))
}

function summarise(fix: RuleFix, holes: readonly Hole[]): FixSummary {
  const kind: FixKind =
    holes.length > 0 || `${fix.template}${fix.before}`.includes('{{') ? 'template' : 'rewrite'
  return { id: fix.id, title: fix.title, kind }
}

function fromAction(context: FixContext, action: string): FixEdits | null {
  const made = FIX_ACTIONS[action]?.(context) ?? null
  if (made === null) return null
  return { ...made, edits: [...planImports(context.file, context.fix.imports).edits, ...made.edits] }
}

function fromTemplate(context: FixContext): FixEdits | null {
  const { fix, file, node, bindings } = context
  if (fix.template === null) return null
  const target = fix.replaces === '' ? node : bindings.single.get(fix.replaces)
  if (target === undefined) return null
  const imports = planImports(file, fix.imports)
  const rename = (template: string): string => {
    let renamed = template
    for (const [name, alias] of imports.aliases) {
      renamed = renamed.replace(new RegExp(`(?<![A-Za-z0-9_$.'"])${name}(?=[.(])`, 'g'), () => alias)
    }
    return renamed
  }
  const main = renderTemplate(rename(fix.template), { ...context, node: target })
  const edits = [...imports.edits, { start: target.start, end: target.end, text: main.text }]
  if (fix.before === '') return { edits, holes: main.holes }
  const statement = statementAround(target)
  if (statement === null) return null
  const lead = renderTemplate(rename(fix.before), { ...context, node: statement })
  const gap = readCodeStyle(file).newline + indentOf(file, statement)
  edits.push({ start: statement.start, end: statement.start, text: lead.text + gap })
  const seen = new Set(lead.holes.map(hole => hole.id))
  return { edits, holes: [...lead.holes, ...main.holes.filter(hole => !seen.has(hole.id))] }
}

const BLOCK = /^(program|module|statement_block|block|switch_case|switch_default|class_body)$/
const FUNCTION = /^(arrow_function|lambda)$/

/** The statement that holds a node, or null where a function without a block stands between. */
function statementAround(node: SyntaxNode): SyntaxNode | null {
  for (let at = node; at.parent !== null; at = at.parent) {
    if (BLOCK.test(at.parent.type)) return at.parent.type === 'class_body' ? null : at
    if (FUNCTION.test(at.type)) return null
  }
  return null
}
