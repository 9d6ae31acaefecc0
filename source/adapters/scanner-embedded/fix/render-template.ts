import type { Hole } from '../../../core/fix/fix.js'
import type { Transform } from '../rules/rule.js'
import { textOf } from '../tree/parsed-file.js'
import { applyStyle, indentOf, readCodeStyle } from './code-style.js'
import type { FixContext } from './fix-context.js'
import { transformText } from './transform-text.js'

/** Text of a template with what is still to be filled in. */
export type Rendered = { readonly text: string; readonly holes: readonly Hole[] }

/**
 * Returns a template with its metavariables and holes filled and in the file's style. Lines after the first get the
 * indentation of the line they land on. A run that matched nothing takes its comma with it.
 */
export function renderTemplate(template: string, context: FixContext): Rendered {
  const { file, node } = context
  const style = readCodeStyle(file)
  const lines = template.trimEnd().split('\n')
  const base = indentOf(file, node)
  const laidOut = lines
    .map((line, i) => (i === 0 || line === '' ? line : base + reindent(line, style.indent)))
    .join('\n')
  const holes = new Map<string, Hole>()
  const parts = dropEmptyRuns(laidOut, context).split(
    /(\{\{[^{}]+\}\}|\$\$\$[A-Z][A-Z0-9_]*|\$[A-Z][A-Z0-9_]*)/,
  )
  const text = parts
    .map((part, i) => {
      if (i % 2 === 0) return applyStyle(part, style)
      if (part.startsWith('{{')) return fillHole(part.slice(2, -2), holes, context)
      return boundText(part, context)
    })
    .join('')
  return { text, holes: [...holes.values()] }
}

/** Templates are written with two blanks a level. */
function reindent(line: string, unit: string): string {
  const blanks = /^ */.exec(line)?.[0].length ?? 0
  return unit.repeat(Math.floor(blanks / 2)) + ' '.repeat(blanks % 2) + line.slice(blanks)
}

function dropEmptyRuns(text: string, context: FixContext): string {
  let result = text
  for (const [run, name = ''] of text.matchAll(/\$\$\$([A-Z][A-Z0-9_]*)/g)) {
    if ((context.bindings.multiple.get(name) ?? []).length > 0) continue
    const at = result.indexOf(run)
    const before = /,\s*$/.exec(result.slice(0, at))?.[0].length ?? 0
    const after = before > 0 ? 0 : (/^\s*,\s*/.exec(result.slice(at + run.length))?.[0].length ?? 0)
    result = result.slice(0, at - before) + result.slice(at + run.length + after)
  }
  return result
}

function boundText(variable: string, context: FixContext): string {
  const { file, bindings, rule } = context
  const name = variable.replace(/^\$+/, '')
  if (!variable.startsWith('$$$')) {
    const node = bindings.single.get(name)
    if (node !== undefined) return textOf(file, node)
    const transform = rule.transforms[name]
    return transform === undefined ? '' : transformText(boundText(sourceOf(transform), context), transform)
  }
  const nodes = bindings.multiple.get(name) ?? []
  const first = nodes[0]
  const last = nodes.findLast(node => node.type !== ',')
  return first === undefined || last === undefined ? '' : file.text.slice(first.start, last.end)
}

function sourceOf(transform: Transform): string {
  const [how] = Object.values(transform)
  return how?.source ?? ''
}

/** A hole is `{{question}}` or `{{question|what stands there meanwhile}}`. */
function fillHole(source: string, holes: Map<string, Hole>, context: FixContext): string {
  const [question = '', given] = source.split('|').map(part => part.trim())
  const id =
    question
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'hole'
  const typed = context.holes[id]
  if (typed !== undefined && typed.trim() !== '') return typed
  const placeholder = given ?? `<${question}>`
  holes.set(id, { id, question, placeholder })
  return placeholder
}
