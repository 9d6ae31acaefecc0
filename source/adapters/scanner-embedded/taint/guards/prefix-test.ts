import type { SyntaxNode } from '../../tree/syntax-node.js'
import { constantText } from '../constant.js'
import type { FileModel } from '../model/file-model.js'
import type { Shape } from '../shape.js'
import type { Conditions } from './conditions.js'
import { type Fact, factAbout, onlyValue, placesIn, testedPlace } from './fact.js'

type Call = Extract<Shape, { is: 'call' }>

/** Calls that take `..` out of a path. */
const RESOLVES =
  /^(resolve|normalize|join|realpath|realpathSync|abspath|normpath|safe_join|relative|getCanonicalPath|Clean)$/

/** Returns what `x.startsWith(prefix)` says: a resolved path under a base, or a path on this site. */
export function prefixFacts(conditions: Conditions, call: Call, truth: boolean, at: number): readonly Fact[] {
  const { model } = conditions
  const [first] = call.args
  if (call.method === 'isAbsolute') return []
  if (call.receiver === null || first === undefined) return []
  const prefix = constantText(model, first.node)
  const place = testedPlace(model, call.receiver)
  const facts = (test: Fact['test']): readonly Fact[] => {
    const places = place === null ? placesIn(model, call.receiver ?? first.node) : [place]
    return places.map(one => factAbout(model, one, test, at))
  }
  if (call.method === 'is_relative_to') return truth ? facts('resolved-prefix') : []
  const maker = makerOf(model, call.receiver)
  // path.relative(base, p) that climbs out starts with dots.
  if (maker?.method === 'relative' && prefix !== null && prefix.startsWith('..') && !truth)
    return maker.args
      .flatMap(argument => placesIn(model, argument.node))
      .map(one => factAbout(model, one, 'resolved-prefix', at))
  if (!truth) return prefix === '//' || prefix === '/\\' ? facts('local-prefix') : []
  if (maker !== null && RESOLVES.test(maker.method))
    return endsWithSeparator(model, first.node, prefix) ? facts('resolved-prefix') : facts('unknown')
  return facts('unknown')
}

function makerOf(model: FileModel, node: SyntaxNode): Call | null {
  const shape = model.shape(onlyValue(model, node) ?? node)
  if (shape.is === 'same') return makerOf(model, shape.inner)
  return shape.is === 'call' ? shape : null
}

function endsWithSeparator(model: FileModel, node: SyntaxNode, prefix: string | null): boolean {
  if (prefix !== null) return /[\\/]$/.test(prefix)
  const value = onlyValue(model, node) ?? node
  return /(\bsep|['"`/]\/|\/['"`]\)*|File\.separator|os\.path\.join\([^()]*,\s*['"]{2}\))$/.test(
    model.text(value).replace(/[)}`]+$/, match => (match.includes('`') ? '' : match)),
  )
}
