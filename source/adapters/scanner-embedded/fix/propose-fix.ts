import { orderEdits } from '../../../core/fix/apply-edits.js'
import type { FixKind, FixProposal, FixSummary, Hole, TextEdit } from '../../../core/fix/fix.js'
import type { RuleFix } from '../rules/rule.js'
import { FIX_ACTIONS } from './actions/fix-actions.js'
import type { FixContext } from './fix-context.js'
import { planImports } from './imports.js'
import { renderTemplate } from './render-template.js'

/** What a fix would change. */
export type FixEdits = { readonly edits: readonly TextEdit[]; readonly holes: readonly Hole[] }

/** Returns what a fix would do to the file, or null when it does not fit this place. */
export function proposeFix(context: FixContext): FixProposal | null {
  const { fix, file } = context
  const made = fix.action === null ? fromTemplate(context) : (FIX_ACTIONS[fix.action]?.(context) ?? null)
  const edits = made === null ? null : orderEdits(made.edits)
  if (made === null || edits === null || edits.length === 0) return null
  return { fix: summarise(fix, made.holes), path: file.path, edits, holes: made.holes, note: fix.note }
}

function summarise(fix: RuleFix, holes: readonly Hole[]): FixSummary {
  const kind: FixKind = holes.length > 0 || fix.template?.includes('{{') === true ? 'template' : 'rewrite'
  return { id: fix.id, title: fix.title, kind }
}

function fromTemplate(context: FixContext): FixEdits | null {
  const { fix, file, node, bindings } = context
  if (fix.template === null) return null
  const target = fix.replaces === '' ? node : bindings.single.get(fix.replaces)
  if (target === undefined) return null
  const imports = planImports(file, fix.imports)
  let template = fix.template
  for (const [name, alias] of imports.aliases) {
    template = template.replace(new RegExp(`(?<![A-Za-z0-9_$.'"])${name}(?=[.(])`, 'g'), () => alias)
  }
  const { text, holes } = renderTemplate(template, { ...context, node: target })
  return { edits: [...imports.edits, { start: target.start, end: target.end, text }], holes }
}
