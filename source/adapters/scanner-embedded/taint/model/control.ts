import { namedChildren, type SyntaxNode } from '../../tree/syntax-node.js'
import type { FileModel } from './file-model.js'

/** Returns whether `node` may be passed over although its parent runs. */
export function isConditional(model: FileModel, node: SyntaxNode): boolean {
  const control = model.language.control
  const parent = node.parent
  if (parent === null) return false
  if (control.maybeKinds.includes(node.type) || control.armWrappers.includes(node.type)) return true
  if (control.ifKinds.includes(node.type) && parent.children.length > 0 && node.field === 'alternative')
    return true
  if (control.ifKinds.includes(parent.type)) return control.armFields.includes(node.field)
  if (control.loopKinds.includes(parent.type)) return control.loopFields.includes(node.field)
  if (control.tryKinds.includes(parent.type) && node.field === 'body') return !handlersLeave(model, parent)
  const shape = model.shape(parent)
  if (shape.is === 'choice') return node !== shape.condition
  return shape.is === 'either' && shape.options[0] !== node
}

/** Returns whether control never goes on after `node`: its last statement returns, throws or ends the process. */
export function alwaysLeaves(model: FileModel, node: SyntaxNode, depth = 0): boolean {
  const control = model.language.control
  if (depth > 20) return false
  if (control.leaveKinds.includes(node.type)) return true
  if (control.expressionStatements.includes(node.type)) {
    const expression = model.shape(node).is === 'call' ? node : namedChildren(node)[0]
    if (expression === undefined) return false
    if (control.leaveKinds.includes(expression.type)) return true
    return isLeavingCall(model, expression)
  }
  if (control.blockKinds.includes(node.type) || control.armWrappers.includes(node.type)) {
    const last = namedChildren(node).at(-1)
    return last !== undefined && alwaysLeaves(model, last, depth + 1)
  }
  if (control.ifKinds.includes(node.type)) {
    const arms = armsOf(model, node)
    return hasElse(model, node) && arms.length > 1 && arms.every(arm => alwaysLeaves(model, arm, depth + 1))
  }
  if (control.maybeKinds.includes(node.type)) {
    const last = namedChildren(node).at(-1)
    return last !== undefined && alwaysLeaves(model, last, depth + 1)
  }
  return false
}

function isLeavingCall(model: FileModel, expression: SyntaxNode): boolean {
  const shape = model.shape(expression)
  const call = shape.is === 'same' ? model.shape(shape.inner) : shape
  if (call.is === 'name') return model.language.control.leaveCalls.test(call.name)
  if (call.is !== 'call') return false
  const callee = call.callee === null ? call.method : model.text(call.callee).slice(0, 80)
  return model.language.control.leaveCalls.test(callee)
}

/** Returns the arms of an `if`, in order, wrappers included. */
export function armsOf(model: FileModel, node: SyntaxNode): readonly SyntaxNode[] {
  return node.children.filter(
    child => model.language.control.armFields.includes(child.field) && child.isNamed,
  )
}

/** Returns whether one of the arms of an `if` always runs. */
export function hasElse(model: FileModel, node: SyntaxNode): boolean {
  const last = armsOf(model, node).at(-1)
  if (last === undefined || last.field !== 'alternative') return false
  return !model.language.control.ifKinds.includes(last.type) || last.type === node.type
    ? true
    : hasElse(model, last)
}

/** Returns whether `a` and `b`, children of `parent`, are arms of which only one runs. */
export function areExclusive(model: FileModel, parent: SyntaxNode, a: SyntaxNode, b: SyntaxNode): boolean {
  const control = model.language.control
  if (control.ifKinds.includes(parent.type))
    return control.armFields.includes(a.field) && control.armFields.includes(b.field)
  if (control.caseKinds.includes(a.type) && control.caseKinds.includes(b.type)) return alwaysLeaves(model, a)
  if (control.handlerKinds.includes(a.type)) return control.handlerKinds.includes(b.type)
  const shape = model.shape(parent)
  return shape.is === 'choice' && a !== shape.condition && b !== shape.condition
}

function handlersLeave(model: FileModel, tryStatement: SyntaxNode): boolean {
  const handlers = tryStatement.children.filter(child =>
    model.language.control.handlerKinds.includes(child.type),
  )
  return handlers.every(handler => {
    const body = namedChildren(handler).at(-1)
    return body !== undefined && alwaysLeaves(model, body)
  })
}
