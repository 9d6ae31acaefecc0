import { childByField, childrenByField, namedChildren, type SyntaxNode } from '../../tree/syntax-node.js'
import type {
  FunctionParts,
  LanguageModel,
  ParameterParts,
  Pattern,
  RawDefinition,
} from './language-model.js'
import { pythonShape } from './python-shapes.js'
import { read } from './read-node.js'

/** Python 3. */
export const PYTHON_MODEL: LanguageModel = {
  shapeOf: pythonShape,
  functionKinds: { function_definition: functionParts, lambda: functionParts },
  classKinds: ['class_definition'],
  definitionKinds: {
    assignment: node => define(childByField(node, 'left'), childByField(node, 'right'), 'assign'),
    augmented_assignment: (node, text) =>
      define(
        childByField(node, 'left'),
        childByField(node, 'right'),
        /^(\+|%|\/|\||\*)=$/.test(read(childByField(node, 'operator'), text)) ? 'augment' : 'unknown',
      ),
    named_expression: node => define(childByField(node, 'name'), childByField(node, 'value'), 'assign'),
    for_statement: node => define(childByField(node, 'left'), childByField(node, 'right'), 'element'),
    for_in_clause: node =>
      define(childByField(node, 'left'), childByField(node, 'right'), 'element', 'block'),
    as_pattern: asPattern,
    import_statement: imports,
    import_from_statement: imports,
    function_definition: node => define(childByField(node, 'name'), node, 'assign'),
    class_definition: node => define(childByField(node, 'name'), node, 'assign'),
    delete_statement: node => namedChildren(node).flatMap(child => define(child, null, 'unknown')),
    case_clause: node => namesIn(node).flatMap(name => define(name, subject(node), 'element')),
  },
  outerNameKinds: ['global_statement', 'nonlocal_statement'],
  patternOf,
  blockScopes: [
    'list_comprehension',
    'set_comprehension',
    'generator_expression',
    'dictionary_comprehension',
    'class_definition',
  ],
  closedScopes: ['class_definition'],
  selfNames: ['self', 'cls'],
  neutralProperties: [],
  hasClientImports: false,
  isEveryNameExported: true,
  returnsLast: false,
  fieldPrefix: '',
  control: {
    ifKinds: ['if_statement', 'elif_clause'],
    negatedKinds: [],
    armFields: ['consequence', 'alternative'],
    armWrappers: ['else_clause'],
    loopKinds: ['for_statement', 'while_statement'],
    loopFields: ['body', 'left', 'alternative'],
    maybeKinds: ['case_clause', 'except_clause', 'except_group_clause', 'if_clause'],
    switchKinds: ['match_statement'],
    caseKinds: ['case_clause'],
    tryKinds: ['try_statement'],
    handlerKinds: ['except_clause', 'except_group_clause'],
    blockKinds: ['block', 'module'],
    leaveKinds: ['return_statement', 'raise_statement', 'continue_statement', 'break_statement'],
    returnKinds: ['return_statement'],
    assertKinds: ['assert_statement'],
    expressionStatements: ['expression_statement'],
    leaveCalls:
      /^((flask\.)?abort|sys\.exit|exit|quit|os\._exit|(self|pytest)\.(fail|skip)|(parser|ap)\.error)$/,
  },
}

function define(
  target: SyntaxNode | null,
  value: SyntaxNode | null,
  way: RawDefinition['way'],
  scope: RawDefinition['scope'] = 'function',
): readonly RawDefinition[] {
  return target === null ? [] : [{ target, value, way, scope }]
}

function asPattern(node: SyntaxNode): readonly RawDefinition[] {
  const alias = childByField(node, 'alias')
  const target = alias === null ? null : (namedChildren(alias)[0] ?? null)
  const isHandler = node.parent?.type === 'except_clause'
  const value = namedChildren(node)[0] ?? null
  return isHandler ? define(target, null, 'unknown') : define(target, value, 'assign')
}

function imports(node: SyntaxNode, text: string): readonly RawDefinition[] {
  const from = childByField(node, 'module_name')
  return childrenByField(node, 'name').flatMap(item => {
    const alias = childByField(item, 'alias')
    const full = item.type === 'aliased_import' ? childByField(item, 'name') : item
    if (full === null) return []
    const name = read(full, text)
    const first = namedChildren(full)[0] ?? full
    const isDotted = from === null && alias === null && name.includes('.')
    const module = from === null ? (isDotted ? read(first, text) : name) : read(from, text)
    const target = alias ?? first
    const imported = from === null ? '*' : name
    return [{ target, value: null, way: 'import', scope: 'function', module, imported }]
  })
}

function subject(clause: SyntaxNode): SyntaxNode | null {
  const match = clause.parent?.parent ?? null
  return match === null ? null : childByField(match, 'subject')
}

/** Capture names of a case pattern: a dotted name of one part. */
function namesIn(clause: SyntaxNode): readonly SyntaxNode[] {
  const found: SyntaxNode[] = []
  const stack = namedChildren(clause).filter(child => child.type === 'case_pattern')
  for (let at = stack.pop(); at !== undefined && found.length < 50; at = stack.pop()) {
    const parts = namedChildren(at)
    if (at.type === 'dotted_name' && parts.length === 1 && parts[0] !== undefined) found.push(parts[0])
    else if (at.type !== 'class_pattern' || parts.length > 1) stack.push(...parts)
  }
  return found
}

function patternOf(node: SyntaxNode): Pattern {
  switch (node.type) {
    case 'identifier':
      return { is: 'name' }
    case 'pattern_list':
    case 'tuple_pattern':
    case 'list_pattern':
      return {
        is: 'parts',
        parts: namedChildren(node).map((child, place) => ({
          node: child,
          key: child.type === 'list_splat_pattern' ? '' : String(place),
        })),
      }
    case 'list_splat_pattern':
    case 'dictionary_splat_pattern':
    case 'parenthesized_expression':
    case 'as_pattern_target': {
      const inner = namedChildren(node)[0]
      return inner === undefined ? { is: 'place' } : { is: 'wrapped', inner, fallback: null }
    }
    default:
      return { is: 'place' }
  }
}

function functionParts(node: SyntaxNode, text: string): FunctionParts {
  const list = childByField(node, 'parameters')
  const items = list === null ? [] : namedChildren(list)
  const isLambda = node.type === 'lambda'
  return {
    name: read(childByField(node, 'name'), text),
    parameters: items
      .filter(item => !item.type.endsWith('_separator'))
      .map(item => parameterParts(item, text)),
    body: childByField(node, 'body'),
    isHoisted: !isLambda,
    returnsBody: isLambda,
  }
}

function parameterParts(node: SyntaxNode, text: string): ParameterParts {
  const named =
    childByField(node, 'name') ?? (node.type === 'typed_parameter' ? namedChildren(node)[0] : null)
  const target = named ?? node
  const isRest = /splat_pattern$/.test(target.type)
  return {
    node,
    target: isRest ? (namedChildren(target)[0] ?? target) : target,
    decoration: read(childByField(node, 'value'), text),
    type: read(childByField(node, 'type'), text),
    fallback: childByField(node, 'value'),
    isRest,
  }
}
