import type { SyntaxNode } from '../../tree/syntax-node.js'
import type { FileModel } from './file-model.js'

/** One name or place that the left side of a definition binds. */
export type Binding = {
  readonly node: SyntaxNode
  readonly path: readonly string[]
  readonly isName: boolean
  /** What it takes when the value is missing. */
  readonly fallback: SyntaxNode | null
}

const MAX_BINDINGS = 200

/** Returns everything a pattern binds; huge patterns are cut off after 200 names. */
export function bindingsOf(model: FileModel, target: SyntaxNode): readonly Binding[] {
  // Nearly every left side is a bare name.
  if (model.language.patternOf(target, model.file.text).is === 'name')
    return [{ node: target, path: [], fallback: null, isName: true }]
  const found: Binding[] = []
  const stack: Omit<Binding, 'isName'>[] = [{ node: target, path: [], fallback: null }]
  for (let at = stack.pop(); at !== undefined && found.length < MAX_BINDINGS; at = stack.pop()) {
    const pattern = model.language.patternOf(at.node, model.file.text)
    if (pattern.is === 'wrapped') {
      stack.push({ node: pattern.inner, path: at.path, fallback: pattern.fallback ?? at.fallback })
    } else if (pattern.is === 'parts') {
      for (const part of [...pattern.parts].reverse()) {
        const path = part.key === '' ? at.path : [...at.path, part.key]
        stack.push({ node: part.node, path, fallback: null })
      }
    } else {
      found.push({ ...at, isName: pattern.is === 'name' })
    }
  }
  return found
}
