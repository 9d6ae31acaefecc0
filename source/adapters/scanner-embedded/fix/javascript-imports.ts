import type { TextEdit } from '../../../core/fix/fix.js'
import type { NeededImport } from '../rules/rule.js'
import { oncePerFile } from '../tree/once-per-file.js'
import { type ParsedFile, textOf } from '../tree/parsed-file.js'
import { childByField, namedChildren, type SyntaxNode } from '../tree/syntax-node.js'
import { type CodeStyle, readCodeStyle } from './code-style.js'
import type { ImportPlace } from './imports.js'

/** An import or require at the top level of the file. */
type Import = {
  readonly statement: SyntaxNode
  readonly module: string
  /** Binding of the whole module, or empty. */
  readonly whole: string
  /** `{ a, b }` of it, or null. */
  readonly list: SyntaxNode | null
}

/** What the file imports and how, and where more of it goes. */
const headOf = oncePerFile(file => {
  const imports = readImports(file)
  return {
    imports,
    usesModules: isModule(file, imports),
    place: placeAfter(file, imports, readCodeStyle(file)),
  }
})

/** Returns the lines and edits that bring in what is needed, as the file itself imports (ES modules or require). */
export function importInJavaScript(file: ParsedFile, needed: readonly NeededImport[]) {
  const style = readCodeStyle(file)
  const { imports, usesModules, place } = headOf(file)
  const lines: string[] = []
  const edits: TextEdit[] = []
  const aliases = new Map<string, string>()
  for (const need of needed) {
    const same = imports.filter(one => bareName(one.module) === bareName(need.module))
    if (need.name !== '') {
      const whole = same.find(one => one.whole !== '')?.whole
      if (whole === undefined) lines.push(importLine(need.name, need.module, usesModules, style))
      else if (whole !== need.name) aliases.set(need.name, whole)
    }
    const list = same.find(one => one.list !== null)?.list ?? null
    const present = list === null ? [] : namedChildren(list).map(node => textOf(file, node))
    const missing = need.names.filter(name => !present.includes(name))
    if (missing.length === 0) continue
    const last = list === null ? undefined : namedChildren(list).at(-1)
    if (last === undefined)
      lines.push(importLine(`{ ${missing.join(', ')} }`, need.module, usesModules, style))
    else edits.push({ start: last.end, end: last.end, text: `, ${missing.join(', ')}` })
  }
  return { lines, edits, aliases, place }
}

function importLine(what: string, module: string, usesModules: boolean, style: CodeStyle): string {
  const source = `${style.quote}${module}${style.quote}`
  const end = style.usesSemicolons ? ';' : ''
  return usesModules ? `import ${what} from ${source}${end}` : `const ${what} = require(${source})${end}`
}

function readImports(file: ParsedFile): readonly Import[] {
  return file.root.children.flatMap((statement): readonly Import[] => {
    if (statement.type === 'import_statement') return fromImport(file, statement)
    if (statement.type === 'lexical_declaration' || statement.type === 'variable_declaration') {
      return namedChildren(statement).flatMap(declarator => fromRequire(file, statement, declarator))
    }
    return []
  })
}

function fromImport(file: ParsedFile, statement: SyntaxNode): readonly Import[] {
  const source = childByField(statement, 'source')
  if (source === null) return []
  const clause = statement.children.find(child => child.type === 'import_clause')
  const parts = clause === undefined ? [] : namedChildren(clause)
  const namespace = parts.find(part => part.type === 'namespace_import')
  const whole =
    parts.find(part => part.type === 'identifier') ?? namespace?.children.find(child => child.isNamed)
  return [
    {
      statement,
      module: unquote(textOf(file, source)),
      whole: whole === undefined ? '' : textOf(file, whole),
      list: parts.find(part => part.type === 'named_imports') ?? null,
    },
  ]
}

function fromRequire(file: ParsedFile, statement: SyntaxNode, declarator: SyntaxNode): readonly Import[] {
  const value = childByField(declarator, 'value')
  const name = childByField(declarator, 'name')
  if (value === null || name === null) return []
  const module = /^require\(\s*(['"][^'"]+['"])\s*\)$/.exec(textOf(file, value))?.[1]
  if (module === undefined) return []
  const isList = name.type === 'object_pattern'
  return [
    {
      statement,
      module: unquote(module),
      whole: isList ? '' : textOf(file, name),
      list: isList ? name : null,
    },
  ]
}

function unquote(text: string): string {
  return text.slice(1, -1)
}

function bareName(module: string): string {
  return module.replace(/^node:/, '')
}

function isModule(file: ParsedFile, imports: readonly Import[]): boolean {
  if (
    file.root.children.some(child => child.type === 'import_statement' || child.type === 'export_statement')
  )
    return true
  if (/\.(mjs|mts)$/.test(file.path)) return true
  if (imports.length > 0 || /\.(cjs|cts)$/.test(file.path)) return false
  if (/\brequire\(|\bmodule\.exports\b/.test(file.text)) return false
  return file.grammar.language !== 'JavaScript'
}

/** After the last import, else in front of the first statement that is no directive ('use strict'). */
function placeAfter(file: ParsedFile, imports: readonly Import[], style: CodeStyle): ImportPlace {
  const last = imports.at(-1)?.statement
  if (last !== undefined) return { offset: last.end, before: style.newline, after: '' }
  const directives = file.root.children.filter(child => /^(['"])use [a-z]+\1;?$/.test(textOf(file, child)))
  const directive = directives.at(-1)
  if (directive !== undefined) return { offset: directive.end, before: style.newline, after: '' }
  const first = file.root.children.find(child => child.type !== 'hash_bang_line' && child.type !== 'comment')
  return { offset: first?.start ?? file.root.end, before: '', after: style.newline }
}
