import type { TextEdit } from '../../../core/fix/fix.js'
import type { NeededImport } from '../rules/rule.js'
import { oncePerFile } from '../tree/once-per-file.js'
import { type ParsedFile, textOf } from '../tree/parsed-file.js'
import { childByField, childrenByField, namedChildren, type SyntaxNode } from '../tree/syntax-node.js'
import { type CodeStyle, readCodeStyle } from './code-style.js'
import type { ImportPlace } from './imports.js'

const importsOf = oncePerFile(file =>
  file.root.children.filter(node => /^(import|import_from|future_import)_statement$/.test(node.type)),
)

/** Returns the lines and edits that bring in what is needed: `import m`, or names of `from m import a, b`. */
export function importInPython(file: ParsedFile, needed: readonly NeededImport[]) {
  const style = readCodeStyle(file)
  const statements = importsOf(file)
  const lines: string[] = []
  const edits: TextEdit[] = []
  const aliases = new Map<string, string>()
  for (const need of needed) {
    if (need.name !== '') {
      const known = findWhole(file, statements, need.module)
      if (known === null) lines.push(wholeLine(need.module, need.name))
      else if (known !== need.name) aliases.set(need.name, known)
    }
    const from = statements.find(
      node => node.type === 'import_from_statement' && fieldText(file, node, 'module_name') === need.module,
    )
    const present = from === undefined ? [] : childrenByField(from, 'name')
    const texts = present.map(node => textOf(file, node))
    const missing = need.names.filter(name => !texts.includes(name))
    const last = present.at(-1)
    if (missing.length === 0) continue
    if (last === undefined) lines.push(`from ${need.module} import ${missing.join(', ')}`)
    else edits.push({ start: last.end, end: last.end, text: `, ${missing.join(', ')}` })
  }
  return { lines, edits, aliases, place: placeAfter(file, statements, style) }
}

/** `os.path` as `path` is written `from os import path`, as any other name with `as`. */
function wholeLine(module: string, name: string): string {
  if (module === name) return `import ${module}`
  const dot = module.lastIndexOf('.')
  if (dot > 0 && module.slice(dot + 1) === name) return `from ${module.slice(0, dot)} import ${name}`
  return `import ${module} as ${name}`
}

function findWhole(file: ParsedFile, statements: readonly SyntaxNode[], module: string): string | null {
  const dot = module.lastIndexOf('.')
  for (const statement of statements) {
    for (const name of childrenByField(statement, 'name')) {
      const source = name.type === 'aliased_import' ? fieldText(file, name, 'name') : textOf(file, name)
      const bound = name.type === 'aliased_import' ? fieldText(file, name, 'alias') : source
      if (statement.type === 'import_statement' && source === module) return bound
      if (statement.type === 'import_from_statement' && dot > 0) {
        const from = fieldText(file, statement, 'module_name')
        if (`${from}.${source}` === module) return bound
      }
    }
  }
  return null
}

function fieldText(file: ParsedFile, node: SyntaxNode, field: string): string {
  const child = childByField(node, field)
  return child === null ? '' : textOf(file, child)
}

/** After the last import at the top level, else after the docstring, else in front of the first statement. */
function placeAfter(file: ParsedFile, imports: readonly SyntaxNode[], style: CodeStyle): ImportPlace {
  const last = imports.at(-1)
  if (last !== undefined) return { offset: last.end, before: style.newline, after: '' }
  const first = file.root.children.find(child => child.type !== 'comment')
  if (first === undefined) return { offset: file.root.end, before: '', after: style.newline }
  const isDocstring = first.type === 'expression_statement' && namedChildren(first)[0]?.type === 'string'
  return isDocstring
    ? { offset: first.end, before: style.newline + style.newline, after: '' }
    : { offset: first.start, before: '', after: style.newline }
}
