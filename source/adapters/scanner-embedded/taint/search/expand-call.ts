import type { SyntaxNode } from '../../tree/syntax-node.js'
import { onlyValue } from '../guards/fact.js'
import { isLookedAt } from '../guards/looked-at.js'
import { calledFunction } from '../model/entities.js'
import { type FileModel, type FunctionInfo, indexKey } from '../model/file-model.js'
import { returnedValues } from '../model/returned-values.js'
import type { Shape } from '../shape.js'
import { decidingArguments, isSetElsewhere } from './filled-places.js'
import { startsFixed } from './fixed-prefix.js'
import { calleeText, plainText } from './list-reader.js'
import { isReadByMember, looksUp } from './looks-up.js'
import { importedReturn } from './other-files.js'
import { isCalledOnOwnObject } from './own-object.js'
import type { Search } from './search.js'
import { isStillEncoded } from './still-encoded.js'
import { escapesMarkup, filterOf, onlyNumbers, stripsUnsafe } from './strips-unsafe.js'
import { follow, type Task, withStep } from './task.js'

/** How deep the search goes into functions called inside called functions. */
const MAX_FRAMES = 4

type Call = Extract<Shape, { is: 'call' }>

/** Pushes what the result of a call is made from. */
export function expandCall(search: Search, before: Task, call: Call): void {
  const { model, lists } = search
  const callee = calleeText(model, call)
  const own = calledFunction(model, before.node)
  const filter = filterOf(model, call)
  if (filter === 'number' || (filter === 'some' && search.isStrict)) return
  // A function of this file is read; whether it decodes is seen there.
  const task = own === null && lists.decodes(callee) ? { ...before, isDecoded: true } : before
  const label = lists.sourceCall(callee, search.isStrict)
  if (label !== null && !isCalledOnOwnObject(model, call)) {
    if (isStillEncoded(search, task, [callee, ...task.path].join('.'))) return
    if (search.isStrict && isLookedAt(model, task.node, model.text(task.node))) return
    search.hit({ is: 'source', node: task.node, label }, task)
    return
  }
  if (lists.isClean(callee) || lists.isTrusted(task.node)) return
  if (search.query.weakness === 'xss' && escapesMarkup(model, call)) return
  // Flask turns a value into a number when asked: request.args.get('page', type=int).
  if (call.args.some(one => one.name === 'type' && /^(int|float|bool)$/.test(model.text(one.node)))) return
  const [mapped] = call.args
  if (call.method === 'array_map' && mapped && lists.isClean(plainText(model, mapped.node).slice(1, -1)))
    return
  const strips = stripsUnsafe(model, call)
  if (strips === 'all') return
  if (search.isStrict && (strips === 'some' || lists.maybeCleans(callee))) return

  const format = /^(format|formatted|Format|Sprintf|sprintf)$/.test(call.method)
    ? formatOf(search, call)
    : null
  if (format !== null && (startsFixed(search, format) || onlyNumbers(model, format))) return
  if (search.isStrict && isSetElsewhere(search, call)) return
  const deciding = decidingArguments(search, call)
  if (deciding !== null) {
    for (const argument of deciding) search.push(follow(task, argument))
    return
  }

  if (own !== null && !isMaker(own) && intoFunction(search, task, own)) return

  if (search.isStrict && search.query.carriers !== undefined && !isPlain(search, call, callee)) return
  const returned = importedReturn(search, call)
  if (returned !== null) {
    // What is known of another file says nothing of single members.
    if (search.isStrict && isReadByMember(task)) return
    if (returned.source !== null) search.hit({ is: 'elsewhere', flow: returned.source }, task)
    for (const [place, argument] of call.args.entries())
      if (argument.isSpread || returned.passes.includes(place)) search.push(follow(task, argument.node))
    return
  }
  // `new URL('/login', request.url)`: a redirect leads to the own address, unless the first argument names another.
  if (search.query.weakness === 'open-redirect' && callee === 'URL' && call.args.length === 2) {
    const [first] = call.args
    if (first !== undefined) search.push(follow(task, first.node))
    return
  }
  // `rows.find(id)` only has the name of a method that takes a callback.
  const isHandedOver =
    call.args.some(argument => model.functions.has(argument.node.id)) || !lists.isOpaque(callee)
  if (lists.handsOver(call.method) && isHandedOver && !isAskedForRecord(search, call)) {
    expandHandover(search, task, call)
    return
  }
  if (call.receiver !== null && /^(get|fetch|dig|pop)$/.test(call.method) && isTable(model, call.receiver)) {
    for (const node of [call.receiver, ...call.args.slice(1).map(argument => argument.node)])
      search.push(follow(task, node))
    return
  }
  // What code makes that nobody read (a row, a file, an object) is seldom the text that went in.
  if (search.isStrict && !lists.carries(callee)) return
  if (call.receiver !== null)
    search.push({ ...follow(task, call.receiver, keyOf(search, task, call)), head: task.head })
  if (lists.isOpaque(callee) || (search.isStrict && looksUp(task, call))) return
  // The values of an object are what any of its keys gives.
  const inside = callee === 'Object.values' ? task.path : []
  for (const argument of call.args) search.push(follow(task, argument.node, inside))
}

/** Code that is known to hand on what it is given: list methods with a function, and what the list names. */
function isPlain(search: Search, call: Call, callee: string): boolean {
  return search.lists.carries(callee) || search.lists.handsOver(call.method)
}

/** `users.find({ name })` looks something up: what it is given is a record, no function to hand elements to. */
function isAskedForRecord(search: Search, call: Call): boolean {
  const [first] = call.args
  return first !== undefined && search.model.shape(first.node).is === 'record'
}

/** The text with the placeholders: `'…'.format(x)`, `fmt.Sprintf("…", x)`, `String.format("…", x)`. */
function formatOf(search: Search, call: Call): SyntaxNode | null {
  const { receiver, args } = call
  const isText = receiver !== null && ['literal', 'text'].includes(search.model.shape(receiver).is)
  return isText ? receiver : (args[0]?.node ?? receiver)
}

/** `x.get('key')` reads what `x['key']` does. */
function keyOf(search: Search, task: Task, call: Call): readonly string[] {
  const [first] = call.args
  if (first === undefined || !/^(get|pop|setdefault)$/.test(call.method)) return []
  return [indexKey(search.model, first.node), ...task.path]
}

/** `TABLE.get(key, other)` gives what the table holds, never the key. */
function isTable(model: FileModel, node: SyntaxNode): boolean {
  return (
    model.shape(onlyValue(model, node) ?? node).is === 'record' || /^[A-Z][A-Z0-9_]+$/.test(model.text(node))
  )
}

function isMaker(info: FunctionInfo): boolean {
  return info.name === 'constructor' || info.name === '__init__'
}

/** Goes on at what the called function returns. Returns false when that is too deep; the call then passes everything on. */
function intoFunction(search: Search, task: Task, callee: FunctionInfo): boolean {
  const depth = (task.frame?.depth ?? 0) + 1
  for (let at = task.frame; at !== null; at = at.outer) if (at.callee === callee) return true
  if (depth > MAX_FRAMES) return false
  const frame = { call: task.node, callee, watch: task.watch, outer: task.frame, depth }
  for (const value of returnedValues(search.model, callee)) {
    const returned = withStep(task, value, 'is returned by a function')
    search.push({ ...follow(returned, value, task.path), frame, watch: value })
  }
  return true
}

/** Methods whose result is made of what the callback returns. */
const MAPPERS = /^(map|flatMap|then|reduce|reduceRight|reduce_right)$/

/** `xs.map(f)` gives what `f` returns; `xs.filter(f)` gives elements of `xs`, unless `f` lets only safe ones pass. */
function expandHandover(search: Search, task: Task, call: Call): void {
  const { model, lists, guards } = search
  const callback = call.args[0]?.node ?? null
  const info = callback === null ? undefined : model.functions.get(callback.id)
  const returned = info === undefined ? [] : returnedValues(model, info)
  if (MAPPERS.test(call.method)) {
    if (callback !== null && lists.isClean(plainText(model, callback))) return
    if (info !== undefined) {
      for (const value of returned) search.push({ ...follow(task, value), watch: task.watch })
      for (const argument of call.args.slice(1)) search.push(follow(task, argument.node))
      return
    }
  }
  const parameter = info?.parts.parameters[0]
  if (call.method === 'filter' && parameter !== undefined && returned.length === 1) {
    const [test] = returned
    if (test !== undefined && !guards.passes(test, parameter.target, search.isStrict)) return
  }
  if (call.receiver !== null) search.push({ ...follow(task, call.receiver), head: task.head })
  for (const argument of call.args)
    if (!model.functions.has(argument.node.id)) search.push(follow(task, argument.node))
}
