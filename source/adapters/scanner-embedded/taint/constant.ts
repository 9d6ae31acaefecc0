import type { SyntaxNode } from '../tree/syntax-node.js'
import type { Definition, FileModel } from './model/file-model.js'

const MAX_STEPS = 400

/** Calls whose result is constant when receiver and arguments are: they copy, join or freeze. */
const PURE =
  /^(freeze|Set|Map|frozenset|set|tuple|list|dict|join|concat|toUpperCase|toLowerCase|upper|lower|trim|strip|replace|format|split|slice|repeat|keys|values|entries|String|str|resolve|dirname|abspath|dedent|raw|Path|fromEntries|text|compile|RegExp|sql)$/

/** Globals that no input can change. */
const FIXED_NAMES = new Set([
  '__dirname',
  '__filename',
  '__file__',
  '__name__',
  'undefined',
  'NaN',
  'Infinity',
  'path',
  'Object',
  'String',
  'os',
])

/**
 * Returns whether `node` is built from literals only, or from names all of whose definitions are. Calls are not
 * constant, except those that copy, join or freeze constants; parameters are not; a loop variable is when what it
 * runs over is.
 */
export function isConstantNode(model: FileModel, node: SyntaxNode): boolean {
  const stack: SyntaxNode[] = [node]
  const seen = new Set<number>()
  for (let at = stack.pop(), steps = 0; at !== undefined; at = stack.pop(), steps++) {
    if (steps > MAX_STEPS) return false
    if (seen.has(at.id)) continue
    seen.add(at.id)
    const inner = constantParts(model, at)
    if (inner === null) return false
    stack.push(...inner)
  }
  return true
}

/** What must be constant for the node to be; null when nothing can make it so. */
function constantParts(model: FileModel, node: SyntaxNode): readonly SyntaxNode[] | null {
  if (node.type === 'enum_declaration') return []
  const shape = model.shape(node)
  switch (shape.is) {
    case 'literal':
      return []
    case 'text':
      return shape.parts
    case 'list':
      return shape.items
    case 'record':
      return shape.entries.map(entry => entry.value)
    case 'either':
      return shape.options
    case 'choice':
      // Which of two constants it is, input may decide.
      return shape.whenFalse === null ? [shape.whenTrue] : [shape.whenTrue, shape.whenFalse]
    case 'same':
    case 'spread':
      return [shape.inner]
    case 'not':
    case 'typeof':
      return []
    case 'operation':
      return [shape.left, shape.right]
    case 'member':
    case 'index':
      // What is read from a constant table is constant, whatever the key.
      return [shape.object]
    case 'name':
      return nameParts(model, node, shape.name)
    case 'call': {
      if (!PURE.test(shape.method)) return null
      const args = shape.args.map(argument => argument.node)
      return shape.receiver === null ? args : [shape.receiver, ...args]
    }
    default:
      return null
  }
}

function nameParts(model: FileModel, node: SyntaxNode, name: string): readonly SyntaxNode[] | null {
  const variable = model.variableAt(node, name)
  if (variable === null) return FIXED_NAMES.has(name) ? [] : null
  if (variable.definitions.length === 0) return null
  const values: SyntaxNode[] = []
  for (const one of variable.definitions) {
    const value = definedValue(one, name)
    if (value === null) return null
    if (value !== undefined) values.push(value)
  }
  return values
}

/** The value of a definition, `undefined` when there is none yet (`let x`), null when it cannot be constant. */
function definedValue(one: Definition, name: string): SyntaxNode | null | undefined {
  if (one.origin !== null) return FIXED_NAMES.has(name) ? undefined : null
  if (one.way === 'parameter' || one.way === 'unknown') return null
  if (one.way === 'assign' && one.value === null)
    return one.anchor.type === 'variable_declarator' ? undefined : null
  return one.value
}

/** Returns the text of a constant text, or null when it is not constant or no single text. */
export function constantText(model: FileModel, node: SyntaxNode, depth = 0): string | null {
  if (depth > 8) return null
  const shape = model.shape(node)
  switch (shape.is) {
    case 'literal':
      return shape.text
    case 'same':
      return constantText(model, shape.inner, depth + 1)
    case 'text': {
      const parts = shape.parts.map(part => constantText(model, part, depth + 1))
      return parts.every(part => part !== null) ? parts.join('') : null
    }
    case 'name': {
      const definitions = model.variableAt(node, shape.name)?.definitions ?? []
      const only = definitions.length === 1 ? definitions[0] : undefined
      if (!only?.value || only.way !== 'assign' || only.path.length > 0) return null
      return constantText(model, only.value, depth + 1)
    }
    default:
      return null
  }
}
