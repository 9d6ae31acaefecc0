import type { Shape } from '../shape.js'
import type { Task } from './task.js'

/** Methods that find or fetch what their arguments name: `getBook(id)`, `find_user(name)`. */
const FINDERS = /^_?(?:get|find|fetch|lookup|look_up|search|retrieve)(?:[A-Z_].*)?$/

/** Functions whose result has members that are made of the argument, rather than of what it names. */
const TAKES_APART =
  /parse|split|decode|match|exec|assign|merge|extend|clone|copy|pick|omit|from|entries|dict|list|tuple|sorted|load|json|url|query|params|body|object|items|zip|reduce/i

/**
 * Returns whether a call of unknown code more likely answers with something that its arguments name (a row, a record, a
 * file) than with text made of them: it is awaited, is called `get…` or `find…`, or its result is read by member.
 */
export function looksUp(task: Task, call: Extract<Shape, { is: 'call' }>): boolean {
  if (/^await/.test(task.node.parent?.type ?? '')) return true
  if (call.receiver !== null && FINDERS.test(call.method)) return true
  return isReadByMember(task) && !call.isNew && !TAKES_APART.test(call.method)
}

/** Returns whether a named member of the node is asked for, rather than all of it or a place in a list. */
export function isReadByMember(task: Task): boolean {
  const [key = '*'] = task.path
  return key !== '*' && !/^[0-9]+$/.test(key)
}
