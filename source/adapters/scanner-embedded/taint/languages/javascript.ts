import { childByField, namedChildren, type SyntaxNode } from '../../tree/syntax-node.js'
import { javascriptShape, keyText } from './javascript-shapes.js'
import type {
  FunctionParts,
  LanguageModel,
  ParameterParts,
  Pattern,
  RawDefinition,
} from './language-model.js'
import { read } from './read-node.js'

/** JavaScript, TypeScript and TSX. */
export const JAVASCRIPT_MODEL: LanguageModel = {
  shapeOf: javascriptShape,
  functionKinds: {
    function_declaration: (node, text) => functionParts(node, text, true),
    generator_function_declaration: (node, text) => functionParts(node, text, true),
    function_expression: (node, text) => functionParts(node, text, false),
    generator_function: (node, text) => functionParts(node, text, false),
    arrow_function: (node, text) => functionParts(node, text, false),
    method_definition: (node, text) => functionParts(node, text, true),
  },
  classKinds: ['class_declaration', 'class', 'abstract_class_declaration'],
  definitionKinds: {
    variable_declarator: declarator,
    assignment_expression: node => assignment(node, 'assign'),
    augmented_assignment_expression: (node, text) =>
      assignment(
        node,
        /^(\+=|\|\|=|\?\?=|&&=)$/.test(read(childByField(node, 'operator'), text)) ? 'augment' : 'unknown',
      ),
    for_in_statement: forIn,
    catch_clause: node => define(childByField(node, 'parameter'), null, 'unknown', 'block'),
    import_statement: imports,
    enum_declaration: node => define(childByField(node, 'name'), node, 'assign', 'block'),
    class_declaration: node => define(childByField(node, 'name'), node, 'assign', 'block'),
    abstract_class_declaration: node => define(childByField(node, 'name'), node, 'assign', 'block'),
    function_declaration: node => define(childByField(node, 'name'), node, 'assign', 'block'),
    generator_function_declaration: node => define(childByField(node, 'name'), node, 'assign', 'block'),
  },
  outerNameKinds: [],
  patternOf,
  blockScopes: [
    'statement_block',
    'for_statement',
    'for_in_statement',
    'catch_clause',
    'switch_body',
    'class_static_block',
  ],
  closedScopes: [],
  selfNames: ['this'],
  neutralProperties: ['length', 'size', 'byteLength'],
  hasClientImports: true,
  isEveryNameExported: false,
  returnsLast: false,
  fieldPrefix: '',
  control: {
    ifKinds: ['if_statement', 'ternary_expression'],
    negatedKinds: [],
    armFields: ['consequence', 'alternative'],
    armWrappers: ['else_clause'],
    loopKinds: ['for_statement', 'for_in_statement', 'while_statement', 'do_statement'],
    loopFields: ['body', 'increment', 'left'],
    maybeKinds: ['switch_case', 'switch_default', 'catch_clause'],
    switchKinds: ['switch_statement'],
    caseKinds: ['switch_case', 'switch_default'],
    tryKinds: ['try_statement'],
    handlerKinds: ['catch_clause'],
    blockKinds: ['statement_block', 'program'],
    leaveKinds: ['return_statement', 'throw_statement', 'continue_statement', 'break_statement'],
    returnKinds: ['return_statement'],
    assertKinds: [],
    expressionStatements: ['expression_statement'],
    leaveCalls: /^(process\.exit|process\.abort|ctx\.throw|c\.throw|notFound|redirect|fail|assert\.fail)$/,
  },
}

function define(
  target: SyntaxNode | null,
  value: SyntaxNode | null,
  way: RawDefinition['way'],
  scope: RawDefinition['scope'],
): readonly RawDefinition[] {
  return target === null ? [] : [{ target, value, way, scope }]
}

function declarator(node: SyntaxNode): readonly RawDefinition[] {
  const value = childByField(node, 'value')
  const scope = node.parent?.type === 'variable_declaration' ? 'function' : 'block'
  return define(childByField(node, 'name'), value, 'assign', scope)
}

function assignment(node: SyntaxNode, way: RawDefinition['way']): readonly RawDefinition[] {
  return define(childByField(node, 'left'), childByField(node, 'right'), way, 'known')
}

function forIn(node: SyntaxNode, text: string): readonly RawDefinition[] {
  const kind = read(childByField(node, 'kind'), text)
  const scope = kind === '' ? 'known' : kind === 'var' ? 'function' : 'block'
  const way = read(childByField(node, 'operator'), text) === 'in' ? 'key' : 'element'
  return define(childByField(node, 'left'), childByField(node, 'right'), way, scope)
}

function imports(node: SyntaxNode, text: string): readonly RawDefinition[] {
  const module = keyText(childByField(node, 'source'), text) ?? ''
  const clause = namedChildren(node).find(child => child.type === 'import_clause')
  if (clause === undefined) return []
  const one = (target: SyntaxNode | undefined | null, imported: string): readonly RawDefinition[] =>
    target ? [{ target, value: null, way: 'import', scope: 'block', module, imported }] : []
  return namedChildren(clause).flatMap(child => {
    if (child.type === 'identifier') return one(child, 'default')
    if (child.type === 'namespace_import') return one(namedChildren(child)[0], '*')
    return namedChildren(child).flatMap(specifier => {
      const name = childByField(specifier, 'name')
      return one(childByField(specifier, 'alias') ?? name, read(name, text))
    })
  })
}

const NAMES = ['identifier', 'shorthand_property_identifier_pattern', 'type_identifier']

function patternOf(node: SyntaxNode, text: string): Pattern {
  if (NAMES.includes(node.type)) return { is: 'name' }
  if (node.type === 'array_pattern' || node.type === 'array') {
    const slots = node.children.filter(child => child.type !== 'comment')
    const parts: { node: SyntaxNode; key: string }[] = []
    let place = 0
    for (const child of slots) {
      if (child.type === ',') place++
      else if (child.isNamed) parts.push({ node: child, key: String(place) })
    }
    return { is: 'parts', parts }
  }
  if (node.type === 'object_pattern' || node.type === 'object') {
    return {
      is: 'parts',
      parts: namedChildren(node).flatMap(child => {
        if (child.type === 'pair_pattern' || child.type === 'pair') {
          const value = childByField(child, 'value')
          return value === null
            ? []
            : [{ node: value, key: keyText(childByField(child, 'key'), text) ?? '*' }]
        }
        if (child.type === 'object_assignment_pattern')
          return [{ node: child, key: read(childByField(child, 'left'), text) }]
        return [{ node: child, key: child.type === 'rest_pattern' ? '' : read(child, text) }]
      }),
    }
  }
  if (node.type === 'assignment_pattern' || node.type === 'object_assignment_pattern') {
    const inner = childByField(node, 'left')
    if (inner !== null) return { is: 'wrapped', inner, fallback: childByField(node, 'right') }
  }
  if (node.type === 'rest_pattern' || node.type === 'parenthesized_expression') {
    const inner = namedChildren(node)[0]
    if (inner !== undefined) return { is: 'wrapped', inner, fallback: null }
  }
  return { is: 'place' }
}

function functionParts(node: SyntaxNode, text: string, isHoisted: boolean): FunctionParts {
  const list = childByField(node, 'parameters')
  const single = childByField(node, 'parameter')
  const parameters = list === null ? (single === null ? [] : [single]) : namedChildren(list)
  const body = childByField(node, 'body')
  return {
    name: read(childByField(node, 'name'), text),
    parameters: parameters.filter(item => item.type !== 'decorator').map(item => parameterParts(item, text)),
    body,
    isHoisted,
    returnsBody: body !== null && body.type !== 'statement_block',
  }
}

function parameterParts(node: SyntaxNode, text: string): ParameterParts {
  const target = childByField(node, 'pattern') ?? childByField(node, 'left') ?? node
  const decorators = namedChildren(node).filter(child => child.type === 'decorator')
  return {
    node,
    target: target.type === 'rest_pattern' ? (namedChildren(target)[0] ?? target) : target,
    decoration: decorators.map(child => read(child, text)).join(' '),
    type: read(childByField(node, 'type'), text).replace(/^:\s*/, ''),
    fallback: childByField(node, 'value') ?? childByField(node, 'right'),
    isRest: node.type === 'rest_pattern' || target.type === 'rest_pattern',
  }
}
