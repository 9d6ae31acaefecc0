import { LANGUAGE_TABLE } from '../../tree/language.js'
import { textOf } from '../../tree/parsed-file.js'
import { childByField, type SyntaxNode } from '../../tree/syntax-node.js'
import { readCodeStyle } from '../code-style.js'
import type { FixContext } from '../fix-context.js'
import { planImports } from '../imports.js'
import type { FixAction } from './fix-action.js'

/**
 * Reads a secret from the environment instead of the source. The node is what `with.value` (default VALUE) binds, else
 * the match; the variable is `with.name`, else the name that the secret has in the code, in capitals.
 */
export const secretToEnv: FixAction = context => change(context, false)

/** The same, and the program stops with a clear message where the variable is not set. */
export const secretToEnvOrThrow: FixAction = context => change(context, true)

function change(context: FixContext, mustBeSet: boolean) {
  const { file, fix, node, bindings } = context
  const value = bindings.single.get(String(fix.with.value ?? 'VALUE')) ?? node
  const isPython = LANGUAGE_TABLE[file.grammar.language].family === 'python'
  const fallback = fallbackAround(file.text, value)
  const target = fallback ?? value
  const name = String(fix.with.name ?? nameFor(context, target))
  if (name === '') return null
  const { quote } = readCodeStyle(file)
  if (isPython) {
    const { edits } = planImports(file, [{ module: 'os', name: 'os', names: [] }])
    const read = mustBeSet ? `os.environ[${quote}${name}${quote}]` : `os.environ.get(${quote}${name}${quote})`
    return { edits: [...edits, { start: target.start, end: target.end, text: read }], holes: [] }
  }
  const known = /^process\.env\.[A-Za-z0-9_]+/.exec(file.text.slice(target.start, target.end))?.[0]
  const read = known ?? `process.env.${name}`
  const variable = read.slice('process.env.'.length)
  const strict = `${read} ?? (() => { throw new Error(${quote}${variable} is not set${quote}) })()`
  return { edits: [{ start: target.start, end: target.end, text: mustBeSet ? strict : read }], holes: [] }
}

/** `process.env.X || 'secret'`: the whole choice goes, not only the literal. */
function fallbackAround(text: string, value: SyntaxNode): SyntaxNode | null {
  const { parent } = value
  const candidates = [value, parent]
  for (const at of candidates) {
    if (at?.type !== 'binary_expression') continue
    const left = childByField(at, 'left')
    if (left !== null && /^process\.env\.[A-Za-z0-9_]+$/.test(text.slice(left.start, left.end))) return at
  }
  return null
}

/** Fields that hold the name of what gets a value, by kind of the parent. */
const NAME_FIELDS: Readonly<Record<string, string>> = {
  pair: 'key',
  variable_declarator: 'name',
  assignment_expression: 'left',
  public_field_definition: 'name',
  field_definition: 'property',
  assignment: 'left',
  keyword_argument: 'name',
}

function nameFor({ file }: FixContext, value: SyntaxNode): string {
  const { parent } = value
  const field = parent === null ? undefined : NAME_FIELDS[parent.type]
  const owner = parent === null || field === undefined ? null : childByField(parent, field)
  if (owner === null) return ''
  const last = /([A-Za-z_][A-Za-z0-9_]*)['"\]]*$/.exec(textOf(file, owner))?.[1] ?? ''
  return last.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase()
}
