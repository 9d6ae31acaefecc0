import type { SyntaxNode } from '../../tree/syntax-node.js'
import { type FileModel, type Place, placeOf } from '../model/file-model.js'
import type { Shape } from '../shape.js'
import { onlyValue, placesIn } from './fact.js'

const HOST = /^(host|hostname|origin|netloc)$/
const PARSER = /^(URL|parse|urlparse|urlsplit|parse_url|URI|Uri)$/

/** Returns the places whose host an expression reads: `new URL(x).hostname`, `urlparse(x).netloc`, `parsed.host`. */
export function hostPlaces(model: FileModel, node: SyntaxNode): readonly Place[] {
  const direct = model.shape(node)
  if (direct.is === 'name') {
    const value = onlyValue(model, node)
    const inner = value === null ? null : model.shape(value)
    if (value !== null && inner?.is === 'member') return hostPlaces(model, value)
    const definition = model.variableAt(node, direct.name)?.definitions[0]
    const isHost = definition?.path.length === 1 && HOST.test(definition.path[0] ?? '')
    return isHost && value !== null ? parsedPlaces(model, value) : []
  }
  if (direct.is === 'call' && direct.receiver !== null && /^(toLowerCase|lower|replace)$/.test(direct.method))
    return hostPlaces(model, direct.receiver)
  const object = objectOfHost(direct)
  if (object === null) return []
  const parsed = placeOf(model, object)
  const places = parsedPlaces(model, onlyValue(model, object) ?? object)
  return parsed === null || places.length === 0 ? places : [parsed, ...places]
}

/** `url.host`; in Ruby that is a call without arguments. */
function objectOfHost(shape: Shape): SyntaxNode | null {
  if (shape.is === 'member') return HOST.test(shape.property) ? shape.object : null
  return shape.is === 'call' && shape.args.length === 0 && HOST.test(shape.method) ? shape.receiver : null
}

function parsedPlaces(model: FileModel, node: SyntaxNode): readonly Place[] {
  const shape = model.shape(node)
  if (shape.is !== 'call' || !PARSER.test(shape.method)) return []
  const [first] = shape.args
  return first === undefined ? [] : placesIn(model, first.node)
}
