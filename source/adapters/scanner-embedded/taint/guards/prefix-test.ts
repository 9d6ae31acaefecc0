import type { SyntaxNode } from '../../tree/syntax-node.js'
import { constantText } from '../constant.js'
import type { FileModel } from '../model/file-model.js'
import type { Shape } from '../shape.js'
import type { Conditions } from './conditions.js'
import { type Fact, factAbout, onlyValue, placesIn, testedPlace } from './fact.js'

type Call = Extract<Shape, { is: 'call' }>

/** Calls that take `..` out of a path. */
const RESOLVES =
  /^(resolve|normalize|join|realpath|realpathSync|abspath|normpath|safe_join|relative|getCanonicalPath|toRealPath|Clean|expand_path|GetFullPath)$/

/** Calls whose result is compared with a base folder by folder, so that no separator is needed: java.nio paths. */
const MAKES_PATH = /^(normalize|toRealPath)$/

/** Returns what `x.startsWith(prefix)` says: a resolved path under a base, or a path on this site. */
export function prefixFacts(conditions: Conditions, call: Call, truth: boolean, at: number): readonly Fact[] {
  const { model } = conditions
  if (call.method === 'isAbsolute') return []
  // Go's strings.HasPrefix(x, p) and PHP's str_starts_with(x, p) take both as arguments.
  const isFunction = /^(HasPrefix|str_starts_with)$/.test(call.method)
  const [tested, first] = isFunction
    ? [call.args[0]?.node, call.args[1]]
    : [call.receiver ?? undefined, call.args[0]]
  if (tested === undefined || first === undefined) return []
  const prefix = constantText(model, first.node)
  const place = testedPlace(model, tested)
  const facts = (test: Fact['test']): readonly Fact[] => {
    const places = place === null ? placesIn(model, tested) : [place]
    return places.map(one => factAbout(model, one, test, at))
  }
  if (call.method === 'is_relative_to') return truth ? facts('resolved-prefix') : []
  const maker = makerOf(model, tested)
  // path.relative(base, p) that climbs out starts with dots.
  if (maker?.method === 'relative' && prefix !== null && prefix.startsWith('..') && !truth)
    return maker.args
      .flatMap(argument => placesIn(model, argument.node))
      .map(one => factAbout(model, one, 'resolved-prefix', at))
  if (!truth) return prefix === '//' || prefix === '/\\' ? facts('local-prefix') : []
  if (prefix === null && maker?.args.length === 0 && MAKES_PATH.test(maker.method))
    return facts('resolved-prefix')
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
  return /(\bsep|['"`/]\/|\/['"`]\)*|File\.separator|Separator(Char)?|os\.path\.join\([^()]*,\s*['"]{2}\))$/.test(
    model.text(value).replace(/[)}`]+$/, match => (match.includes('`') ? '' : match)),
  )
}
