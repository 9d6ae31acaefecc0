import type { ParsedFile } from '../tree/parsed-file.js'
import type { SyntaxNode } from '../tree/syntax-node.js'
import { isSameTree } from './same-tree.js'

/** What metavariables stand for after a match: `A` for `$A`, `$$$A` for `$$$A`. */
export type Bindings = {
  readonly single: ReadonlyMap<string, SyntaxNode>
  readonly multiple: ReadonlyMap<string, readonly SyntaxNode[]>
}

/** Bindings while a match is under way: a trail that is cut back when a branch fails. */
export class Trail {
  private readonly names: string[] = []
  private readonly nodes: SyntaxNode[] = []
  private readonly listNames: string[] = []
  private readonly lists: (readonly SyntaxNode[])[] = []

  constructor(readonly file: ParsedFile) {}

  /** Returns a mark for `cutBack`. */
  mark(): number {
    return this.names.length * 65_536 + this.listNames.length
  }

  /** Forgets what was bound since the mark. */
  cutBack(mark: number): void {
    this.names.length = Math.floor(mark / 65_536)
    this.nodes.length = this.names.length
    this.listNames.length = mark % 65_536
    this.lists.length = this.listNames.length
  }

  /** Binds a name; false when it stands for another tree already. */
  bind(name: string, node: SyntaxNode): boolean {
    for (let i = this.names.length - 1; i >= 0; i--) {
      const known = this.nodes[i]
      if (this.names[i] === name && known !== undefined) return isSameTree(known, node, this.file.text)
    }
    this.names.push(name)
    this.nodes.push(node)
    return true
  }

  /** Binds a name to a run of nodes. */
  bindList(name: string, nodes: readonly SyntaxNode[]): void {
    this.listNames.push(name)
    this.lists.push(nodes)
  }

  /** Returns what a name stands for, or null. */
  get(name: string): SyntaxNode | null {
    return this.nodes[this.names.lastIndexOf(name)] ?? null
  }

  /** Returns a copy that outlives the match. */
  freeze(): Bindings {
    return {
      single: new Map(this.names.map((name, i): [string, SyntaxNode] => [name, this.nodes[i] as SyntaxNode])),
      multiple: new Map(
        this.listNames.map((name, i): [string, readonly SyntaxNode[]] => [name, this.lists[i] ?? []]),
      ),
    }
  }
}
