import { childByField, type SyntaxNode } from '../tree/syntax-node.js'

/** A function that a file beside the code (an OpenAPI document) names as the handler of a route. Plain data. */
export type HandledRoute = {
  /** File that the function stands in, relative to the root. */
  readonly path: string
  /** Its name, `Users.search` for a method. */
  readonly name: string
  /** The route as a decorator of the function would say it, so that lists and rules read it as one. */
  readonly decoration: string
}

const NAMED: ReadonlySet<string> = new Set(['function_definition', 'class_definition'])

/** Returns what the routes that a function of Python handles would say as its decorators; empty for none. `routes` are those of its file. */
export function routeDecoration(routes: readonly HandledRoute[], node: SyntaxNode, text: string): string {
  if (routes.length === 0 || node.type !== 'function_definition') return ''
  const names: string[] = []
  for (let at: SyntaxNode | null = node; at !== null; at = at.parent) {
    const name = NAMED.has(at.type) ? childByField(at, 'name') : null
    if (name !== null) names.unshift(text.slice(name.start, name.end))
  }
  const full = names.join('.')
  return routes
    .filter(route => route.name === full)
    .map(route => route.decoration)
    .join('\n')
}
