import { LANGUAGE_TABLE } from '../../tree/language.js'
import type { SyntaxNode } from '../../tree/syntax-node.js'
import { routeDecoration } from '../handled-route.js'
import type { ParameterEntry } from '../lists/compiled-lists.js'
import { callSitesOf, receiverCount } from '../model/call-sites.js'
import type { FileModel, FunctionInfo } from '../model/file-model.js'

/** Returns whether an entry of a source list takes the parameter (or, with `key`, that member of it) for input. */
export function isSourceParameter(
  model: FileModel,
  owner: FunctionInfo,
  index: number,
  key: string | undefined,
  entry: ParameterEntry,
): boolean {
  const parameter = owner.parts.parameters[index]
  if (parameter === undefined) return false
  const receivers = receiverCount(model, owner)
  const place = index - receivers
  const name = model.text(parameter.target)
  if (place < entry.from || place > entry.to) return false
  if (entry.properties !== null && (key === undefined || !entry.properties.has(key))) return false
  if (entry.name !== null && !entry.name.test(name)) return false
  if (entry.function !== null && !entry.function.test(owner.name)) return false
  if (entry.except?.test(name)) return false
  if (entry.exceptType?.test(parameter.type)) return false
  if (entry.exceptDecoration?.test(parameter.decoration)) return false
  if (entry.exceptBody?.test(model.text(owner.node))) return false
  if (entry.decoration !== null && !entry.decoration.test(parameter.decoration)) return false
  if (entry.type !== null && !entry.type.test(parameter.type)) return false
  if (entry.after !== null) {
    const first = owner.parts.parameters[receivers]
    if (first === undefined || place === 0 || !entry.after.test(model.text(first.target))) return false
    // A helper of the views: what they hand it is looked at where they call it.
    if (owner.name.startsWith('_') || callSitesOf(model, owner).length > 0) return false
  }
  if (entry.callbackOf !== null && !isCallbackOf(model, owner.node, entry)) return false
  if (entry.decorated !== null) {
    const decoration = decorationOf(model, owner.node)
    if (!entry.decorated.test(decoration)) return false
    if (entry.inRoute && !isInRoute(decoration, name)) return false
  }
  return true
}

/**
 * Returns whether a parameter holds one segment of the address, which never has a slash: Flask, FastAPI and Django match
 * an address after decoding it. `<path:name>` and `{name:path}` hold the rest of it, slashes and all.
 */
export function isOneSegment(model: FileModel, owner: FunctionInfo, index: number): boolean {
  const parameter = owner.parts.parameters[index]
  if (parameter === undefined) return false
  const name = model.text(parameter.target)
  const { family } = LANGUAGE_TABLE[model.file.grammar.language]
  // Servlet containers and ASP.NET leave %2F as it is, or refuse it.
  if (family === 'java') return /@(PathVariable|PathParam)\b/.test(parameter.decoration)
  const decoration = decorationOf(model, owner.node)
  if (family === 'csharp') return isInRoute(decoration, name)
  if (family !== 'python') return false
  if (!isInRoute(decoration, name)) {
    const first = owner.parts.parameters[receiverCount(model, owner)]
    return decoration === '' && first !== undefined && /^(request|req)$/.test(model.text(first.target))
  }
  return !new RegExp(`<(?:path|any)[^>]*:${name}>|\\{${name}:`).test(decoration)
}

/** Calls of Go's routers that give one segment of the address. */
const GO_SEGMENT = /^(c|ctx)[.]Params?$|^mux[.]Vars$|^chi[.]URLParam$|^ps[.]ByName$/

/** Returns whether a call gives one segment of the address, which holds no slash unless the route says so. */
export function givesOneSegment(callee: string): boolean {
  return GO_SEGMENT.test(callee)
}

/** Types of requests that a program sends, not gets. */
const OUTGOING =
  /\b(HttpRequest<|ClientRequest|AxiosRequestConfig|InternalAxiosRequestConfig|RequestInit|PreparedRequest|AWSRequest|httpx[.]Request)/

/**
 * What requests and their contexts are called in the web libraries of Go, whose every parameter has a type. A
 * `LoginRequest` is a record that somebody read, a `context.Context` without a pointer the standard one, which has no input.
 */
const GO_REQUEST =
  /^$|^\*?([a-z]+[.])?Request$|Ctx$|^\*.*Context$|^(echo|iris|web|beego|server)[.]Context$|^Context$/

/** Returns whether a parameter's type says that it is a request to send, or none at all, whatever its name. */
export function isOutgoing(model: FileModel, owner: FunctionInfo, index: number): boolean {
  const type = owner.parts.parameters[index]?.type ?? ''
  const { family } = LANGUAGE_TABLE[model.file.grammar.language]
  // What a job or a service of Ruby is given by that name.
  const name = owner.parts.parameters[index]?.target
  if (family === 'ruby' && name !== undefined && /^(params|cookies)$/.test(model.text(name))) return true
  if (family === 'javascript' && isOwnRequest(model, owner, index, type)) return true
  return OUTGOING.test(type) || (family === 'go' && !GO_REQUEST.test(type))
}

/** What the servers in use call their requests, and types that say nothing. */
const SERVER_REQUEST =
  /^$|\b(Request|NextRequest|NextApiRequest|IncomingMessage|Http2ServerRequest|FastifyRequest|HonoRequest|H3Event|Req|any|unknown|object|GetServerSidePropsContext)\b|[{&|]/

/** A record whose query is a text, as that of a database is; that of a web request is taken apart. */
const OWN_RECORD = /^:?\s*\{[\s\S]*\b(?:query|params|file)\??\s*:\s*(?:string|Buffer|Uint8Array)\b/

/** `send(request: RelayRequest)`: a record of the program that has the name of a request, with no answer beside it. */
function isOwnRequest(model: FileModel, owner: FunctionInfo, index: number, type: string): boolean {
  const target = owner.parts.parameters[index]?.target
  if (target === undefined || !/^_?(req|request)$/.test(model.text(target))) return false
  if (SERVER_REQUEST.test(type) && !OWN_RECORD.test(type)) return false
  return !owner.parts.parameters.some(one =>
    /^_?(res|resp|response|reply|next|done|h)$/.test(model.text(one.target)),
  )
}

/** A route names its parameters as `<id>`, `<string:id>`, `{id}` or `:id`; `<int:id>` and the like are numbers. */
function isInRoute(decoration: string, name: string): boolean {
  if (/[^A-Za-z0-9_]/.test(name)) return false
  return new RegExp(
    `<(?:(?:string|path|any|default)(?:\\([^)]*\\))?:)?${name}>|\\{${name}(?::[^}]*)?\\}|/:${name}\\b`,
  ).test(decoration)
}

/** Returns the call that a function is an argument of, or null. */
export function callAround(model: FileModel, node: SyntaxNode): SyntaxNode | null {
  let at = node.parent
  for (let steps = 0; at !== null && steps < 3; steps++, at = at.parent) {
    const shape = model.shape(at)
    if (shape.is === 'call') return shape.args.some(argument => argument.node === node) ? at : null
  }
  return null
}

function isCallbackOf(model: FileModel, node: SyntaxNode, entry: ParameterEntry): boolean {
  const call = callAround(model, node)
  const shape = call === null ? null : model.shape(call)
  if (shape?.is !== 'call') return false
  const callee = shape.callee === null ? shape.method : model.text(shape.callee).replace(/\s+/g, '')
  if (!entry.callbackOf?.test(callee)) return false
  if (entry.firstArgument === null) return true
  const first = shape.args[0]
  return first !== undefined && entry.firstArgument.test(model.text(first.node).replace(/^['"`]|['"`]$/g, ''))
}

/** Kinds that hold decorators, annotations and attributes in the grammars in use. */
const DECORATIONS = /^(decorator|modifiers|attribute_list|annotation|marker_annotation)$/

/** Returns the text of everything that decorates a function: children, the siblings before it, a wrapper's children, or a route that is told elsewhere. */
function decorationOf(model: FileModel, node: SyntaxNode): string {
  const parent = node.parent
  const found = node.children.filter(child => DECORATIONS.test(child.type))
  if (parent !== null) {
    if (parent.type === 'decorated_definition')
      found.push(...parent.children.filter(child => DECORATIONS.test(child.type)))
    else
      for (let i = node.index - 1; i >= 0; i--) {
        const before = parent.children[i]
        if (before === undefined || !DECORATIONS.test(before.type)) break
        found.push(before)
      }
  }
  const told = routeDecoration(model.routes, node, model.file.text)
  return [...found.map(one => model.text(one)), ...(told === '' ? [] : [told])].join('\n')
}
