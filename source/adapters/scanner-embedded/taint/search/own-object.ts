import { LANGUAGE_TABLE } from '../../tree/language.js'
import { childByField, closestAncestor, namedChildren } from '../../tree/syntax-node.js'
import { type Definition, type FileModel, type Place, placeOf } from '../model/file-model.js'
import type { Shape } from '../shape.js'
import { isOutgoing } from './source-parameter.js'

const MAKERS =
  /^(request|get|post|require|fetch|axios|Request|urlopen|Mock|MagicMock|create)$|^(create|build|make|prepare|new)\w*Req/

/** Calls of Go that give the request back: `r.WithContext(ctx)`, `http.MaxBytesReader(…)`. */
const GO_REQUESTS = /Request|Context|Ctx|Clone/

/**
 * Returns whether a definition gives a name something that only has the name of a request: `const req = https.request(…)`,
 * `new Request(…)`, `{}`, `req: HttpRequest<X>`, `import request from 'superagent'`, in Go a variable of another type.
 */
export function isOwnObject(model: FileModel, one: Definition): boolean {
  const { parameter, value, origin } = one
  if (parameter !== null) return isOutgoing(model, parameter.owner, parameter.index)
  // A whole module (not one of its names) that is called `request` sends requests.
  if (origin !== null) return model.language.hasClientImports && /^([*]|default)$/.test(origin.imported)
  if (value === null) return false
  const shape = model.shape(value)
  if (shape.is === 'record' || shape.is === 'list' || shape.is === 'function') return true
  if (shape.is !== 'call') return false
  if (isGo(model)) return !GO_REQUESTS.test(model.text(value).slice(0, 200))
  // The address of a request, taken apart: new URL(request.url).
  if (shape.isNew && /^new URL\s*\(\s*(req|request)\b/.test(model.text(value).slice(0, 60))) return false
  if (/^JSON\s*\.\s*parse\s*\(/.test(model.text(value).slice(0, 40))) return true
  return shape.isNew || MAKERS.test(shape.method)
}

/** Returns whether the receiver of a call only has the name of a request or its context. */
export function isCalledOnOwnObject(model: FileModel, call: Extract<Shape, { is: 'call' }>): boolean {
  const callee = call.receiver ?? call.callee
  const inner = callee === null ? null : model.shape(callee)
  const place =
    callee === null
      ? null
      : placeOf(model, inner?.is === 'member' && call.receiver === null ? inner.object : callee)
  if (place === null) return false
  const variable = model.variableAt(place.root, place.name)
  if (variable === null) return isReceiver(model, place)
  return variable.definitions.length > 0 && variable.definitions.every(one => isOwnObject(model, one))
}

/** Returns whether a name is that of the receiver of the Go method around it, which is never a request. */
export function isReceiver(model: FileModel, place: Place): boolean {
  if (!isGo(model)) return false
  const method = closestAncestor(place.root, node => node.type === 'method_declaration')
  const list = method === null ? null : childByField(method, 'receiver')
  const receiver = list === null ? undefined : namedChildren(list)[0]
  const name = receiver === undefined ? null : childByField(receiver, 'name')
  return name !== null && model.text(name) === place.name
}

function isGo(model: FileModel): boolean {
  return LANGUAGE_TABLE[model.file.grammar.language].family === 'go'
}
