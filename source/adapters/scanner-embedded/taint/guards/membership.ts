import type { SyntaxNode } from '../../tree/syntax-node.js'
import { isConstantNode } from '../constant.js'
import type { FileModel } from '../model/file-model.js'
import type { Conditions } from './conditions.js'
import { type Fact, factAbout, placesIn, testedPlace } from './fact.js'
import { hostPlaces } from './host-test.js'

/** Names that say of an imported or configured collection that it lists what is allowed. */
const LISTS_ALLOWED = /(allow|permit|white_?list|safe_?list|valid|known|supported|accepted)[A-Za-z_]*$/i
const ALL_CAPITALS = /^[A-Z][A-Z0-9_]+$/

/** Returns what follows when `element` is in `collection`. */
export function membershipFacts(
  conditions: Conditions,
  collection: SyntaxNode,
  element: SyntaxNode,
  at: number,
): readonly Fact[] {
  const { model } = conditions
  const isFixed = isAllowList(model, collection)
  const place = testedPlace(model, element)
  const hosts = isFixed ? hostPlaces(model, element).map(host => factAbout(model, host, 'host', at)) : []
  if (place !== null) return [factAbout(model, place, isFixed ? 'membership' : 'unknown', at), ...hosts]
  if (hosts.length > 0) return hosts
  // Something made of the value is in the list: its extension, its length.
  return placesIn(model, element).map(one => factAbout(model, one, 'unknown', at))
}

function isAllowList(model: FileModel, collection: SyntaxNode): boolean {
  if (isConstantNode(model, collection)) return true
  const shape = model.shape(collection)
  if (shape.is === 'call' && /^(keys|values|Set|frozenset|set|list)$/.test(shape.method)) {
    const inner = shape.args[0]?.node ?? shape.receiver
    return inner !== null && isAllowList(model, inner)
  }
  const name = shape.is === 'member' ? shape.property : shape.is === 'name' ? shape.name : ''
  if (name === '') return false
  const isImported =
    shape.is === 'member' || (model.variableAt(collection, name)?.definitions[0]?.origin ?? null) !== null
  const isGlobal = shape.is === 'name' && model.variableAt(collection, name) === null
  return ALL_CAPITALS.test(name) || ((isImported || isGlobal) && LISTS_ALLOWED.test(name))
}
