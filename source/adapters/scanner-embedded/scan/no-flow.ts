import type { Flow } from '../taint/flow-types.js'
import type { SyntaxNode } from '../tree/syntax-node.js'

/** Returns a flow that knows literals only: nothing is tainted. */
export function createNoFlow(): Flow {
  return {
    isTainted: () => null,
    isConstant: isLiteral,
    trustedAt: () => null,
    routeOf: () => '',
    work: () => 0,
    hasGivenUp: () => false,
    links: () => ({ open: [], asked: [] }),
  }
}

function isLiteral(node: SyntaxNode): boolean {
  return /^(string|number|integer|float|true|false|none|null|undefined)$/.test(node.type)
}
