import { closestAncestor, type SyntaxNode } from '../../tree/syntax-node.js'
import { isLookedAt } from '../guards/looked-at.js'
import type { FlowLabel } from '../labels.js'
import { argumentFor, callSitesOf } from '../model/call-sites.js'
import type { Definition, FunctionInfo } from '../model/file-model.js'
import { reachingDefinitions } from '../model/reaching.js'
import { isBehindHost, isHost, leadsSomewhere, startsFixed } from './fixed-prefix.js'
import { calleeText } from './list-reader.js'
import { inboundFlow } from './other-files.js'
import type { Search } from './search.js'
import { callAround, isOutgoing } from './source-parameter.js'
import { follow, MAX_HOPS, type Task, withStep } from './task.js'

/** Pushes what the definitions that reach a name give it. */
export function expandName(search: Search, task: Task, name: string): void {
  const { model } = search
  const variable = model.variableAt(task.node, name)
  if (variable === null) return
  if (!search.guards.lets(task.node, name, task.path, task, search.isStrict)) return
  const reaching = reachingDefinitions(model, variable, task.node, task.path).definitions
  // What is added behind a fixed start changes nothing: url = 'https://a.example/'; url += id.
  const starts = reaching.filter(one => one.way !== 'augment')
  const isFixed =
    starts.length > 0 && starts.every(one => one.value !== null && startsFixed(search, one.value))
  if (search.isStrict && leadsSomewhere(search) && reaching.some(setsHost)) return
  if (search.isStrict && reaching.some(one => cleansItself(search, one, name))) return
  if (search.isStrict && isLookedAt(model, task.node, name)) return
  for (const one of reaching) {
    if (isFixed && one.way === 'augment') continue
    if (isQueryPart(one) && leadsSomewhere(search)) continue
    if (search.guards.leavesChecked(one, task.node, name, task.path, search.isStrict)) continue
    // The keys of what a form of PHP sends are most often numbers.
    if (search.isStrict && one.way === 'key' && model.language.selfNames.includes('$this')) continue
    expandDefinition(search, task, one)
  }
}

/** `url.searchParams.set('q', input)`, `u.RawQuery = input` change the query of an address, never where it leads. */
function isQueryPart(one: Definition): boolean {
  return one.writes.length > 0 && isBehindHost(one.writes.at(-1) ?? '')
}

/** `url.hostname = 'a.example'`: whatever the address was made of, it leads there now. */
function setsHost(one: Definition): boolean {
  return one.way === 'assign' && isHost(one.writes.at(-1) ?? '')
}

/** `if (…) path = clean(path)`: who cleans on one way most often knows why not on the other. */
function cleansItself(search: Search, one: Definition, name: string): boolean {
  if (one.way !== 'assign' || one.value === null || one.writes.length > 0) return false
  const shape = search.model.shape(one.value)
  if (shape.is !== 'call') return false
  const callee = calleeText(search.model, shape)
  if (!search.lists.isClean(callee) && !search.lists.maybeCleans(callee)) return false
  return shape.args.some(argument => search.model.text(argument.node) === name)
}

function expandDefinition(search: Search, task: Task, one: Definition): void {
  // What another function put into a kept object was often looked at there, in another request.
  if (search.isStrict && one.way === 'mutate' && !isSameFunction(search, one.anchor, task.node)) return
  const rest = one.way === 'mutate' ? [] : task.path.slice(one.writes.length)
  if (one.origin !== null) {
    const object = one.origin.module.replace(/^.*[./]/, '')
    const key = one.origin.imported === '*' ? (rest[0] ?? '') : one.origin.imported
    const label = search.lists.sourceRead(object, key, one.origin.imported === '*' ? rest.slice(1) : rest)
    if (label !== null) search.hit({ is: 'source', node: task.head, label }, task)
    return
  }
  if (one.fallback !== null) search.push(follow(task, one.fallback, rest))
  if (one.parameter !== null) {
    expandParameter(search, task, one, one.parameter.owner, one.parameter.index, [...one.path, ...rest])
    return
  }
  if (one.value === null || one.way === 'unknown') return
  const inside =
    one.way === 'element' || one.way === 'key' ? ['*', ...one.path, ...rest] : [...one.path, ...rest]
  search.push(follow(withStep(task, one.target, labelOf(search, one)), one.value, inside))
}

function isSameFunction(search: Search, a: SyntaxNode, b: SyntaxNode): boolean {
  const around = (node: SyntaxNode) =>
    closestAncestor(node, one => search.model.functions.get(one.id)?.parts.isHoisted === true)
  return around(a) === around(b)
}

function labelOf(search: Search, one: Definition): FlowLabel {
  const shape = one.value === null ? null : search.model.shape(one.value)
  if (one.way === 'augment' || shape?.is === 'text') return 'becomes part of the text'
  if (one.way === 'mutate' || shape?.is === 'record' || shape?.is === 'list' || one.writes.length > 0)
    return 'becomes part of an object'
  return 'is kept in a variable'
}

function expandParameter(
  search: Search,
  task: Task,
  one: Definition,
  owner: FunctionInfo,
  index: number,
  path: readonly string[],
): void {
  const { model } = search
  const frame = task.frame
  if (frame !== null && frame.callee === owner) {
    const argument = argumentFor(model, frame.call, owner, index)
    if (argument === null) return
    const back = { ...task, frame: frame.outer, watch: frame.watch }
    search.push(
      follow(withStep(back, argument.node, 'is passed to a function'), argument.node, [
        ...argument.keys,
        ...path,
      ]),
    )
    return
  }
  const label = sourceLabel(search, owner, index, path)
  if (label !== null) {
    search.hit({ is: 'source', node: one.target, label }, task)
    return
  }
  const call = callAround(model, owner.node)
  if (call !== null && expandCallback(search, task, owner.node, call, index, path)) return
  if (task.hops < MAX_HOPS) {
    for (const site of callSitesOf(model, owner)) {
      const argument = argumentFor(model, site, owner, index)
      if (argument === null) continue
      const inside = withStep(task, one.target, 'arrives as a parameter')
      const passed = withStep(inside, argument.node, 'is passed to a function')
      search.push({
        ...follow(passed, argument.node, [...argument.keys, ...path]),
        watch: site,
        hops: task.hops + 1,
      })
    }
  }
  const arrived = withStep(task, one.target, 'arrives as a parameter')
  const inbound = inboundFlow(search, owner, index, path)
  if (inbound !== null) search.hit({ is: 'elsewhere', flow: inbound }, arrived)
  else search.hit({ is: 'parameter', owner, index, path }, arrived)
}

/** The label of the source that (a member of) a parameter is, or null. */
function sourceLabel(
  search: Search,
  owner: FunctionInfo,
  index: number,
  path: readonly string[],
): FlowLabel | null {
  const { model, lists } = search
  const target = owner.parts.parameters[index]?.target
  if (target === undefined || isOutgoing(model, owner, index)) return null
  const [key = '', second = '', ...rest] = path
  const isName = model.language.patternOf(target, model.file.text).is === 'name'
  const name = isName ? model.text(target) : nameOfPattern(search, owner, index)
  return (
    lists.sourceRead(name, key, path.slice(1)) ??
    (second === '' ? null : lists.sourceRead(`${name}.${key}`, second, rest)) ??
    lists.sourceParameter(owner, index, path[0], search.isStrict)
  )
}

/** `({ body }, res) => …` takes a request apart, `({ request }, next) => …` a context. */
function nameOfPattern(search: Search, owner: FunctionInfo, index: number): string {
  const beside = owner.parts.parameters[index + 1]
  const name = beside === undefined ? '' : search.model.text(beside.target)
  if (/^_?(res|response|reply)$/.test(name)) return 'req'
  return name === 'next' ? 'ctx' : ''
}

/** `xs.map(x => …)`: `x` is an element of `xs`. Returns whether the call is known to hand values over. */
function expandCallback(
  search: Search,
  task: Task,
  callback: SyntaxNode,
  call: SyntaxNode,
  index: number,
  path: readonly string[],
): boolean {
  const shape = search.model.shape(call)
  if (shape.is !== 'call') return false
  const method = shape.method
  if (!search.lists.handsOver(method)) return false
  const isReduce = /^reduce/.test(method)
  if (index > 0 && !(isReduce && index === 1)) return true
  const passed = withStep(task, callback.children[0] ?? callback, 'is handed to a callback')
  const [first] = shape.args
  const holder = shape.args[0]?.node === callback ? shape.receiver : (first?.node ?? null)
  const isWhole = /^(then|subscribe|tap|pipe|use|apply|call|finally)$/.test(method)
  if (holder !== null) search.push(follow(passed, holder, isWhole ? path : ['*', ...path]))
  if (isReduce && index === 0)
    for (const argument of shape.args.slice(1)) search.push(follow(passed, argument.node, path))
  return true
}
