import type { ParsedFile } from '../tree/parsed-file.js'
import type { SyntaxNode } from '../tree/syntax-node.js'
import { isSameTree } from './same-tree.js'

/** What metavariables stand for after a match: `A` for `$A`, `$$$A` for `$$$A`. */
export type Bindings = {
  readonly single: ReadonlyMap<string, SyntaxNode>
  readonly multiple: ReadonlyMap<string, readonly SyntaxNode[]>
}

/** Bindings while a match is under way: a trail that is cut back when a branch fails. Entries past the counts are stale. */
export class Trail {
  private readonly names: string[] = []
  private readonly nodes: SyntaxNode[] = []
  private count = 0
  private readonly listNames: string[] = []
  private readonly lists: (readonly SyntaxNode[])[] = []
  private listCount = 0
  /** Nodes looked at so far, in any relation and pattern. */
  work = 0
  private readonly answers = new Map<unknown, Map<number, boolean>>()

  constructor(readonly file: ParsedFile) {}

  /** Returns what `ask` says of a node, asked once for each `question`; for what does not depend on bindings. */
  remember(question: unknown, node: SyntaxNode, ask: () => boolean): boolean {
    let known = this.answers.get(question)
    if (known === undefined) {
      known = new Map()
      this.answers.set(question, known)
    }
    const before = known.get(node.id)
    if (before !== undefined) return before
    const answer = ask()
    known.set(node.id, answer)
    return answer
  }

  /** Returns a mark for `cutBack`. */
  mark(): number {
    return this.count * 65_536 + this.listCount
  }

  /** Forgets what was bound since the mark. */
  cutBack(mark: number): void {
    this.listCount = mark & 65_535
    this.count = (mark - this.listCount) / 65_536
  }

  /** Binds a name; false when it stands for another tree already. */
  bind(name: string, node: SyntaxNode): boolean {
    const known = this.get(name)
    if (known !== null) return isSameTree(known, node, this.file.text)
    this.names[this.count] = name
    this.nodes[this.count] = node
    this.count++
    return true
  }

  /** Binds a name to a run of nodes. */
  bindList(name: string, nodes: readonly SyntaxNode[]): void {
    this.listNames[this.listCount] = name
    this.lists[this.listCount] = nodes
    this.listCount++
  }

  /** Returns what a name stands for, or null. */
  get(name: string): SyntaxNode | null {
    for (let i = this.count - 1; i >= 0; i--) if (this.names[i] === name) return this.nodes[i] ?? null
    return null
  }

  /** Returns a copy that outlives the match. */
  freeze(): Bindings {
    const single = new Map<string, SyntaxNode>()
    for (const [i, node] of this.nodes.slice(0, this.count).entries()) single.set(this.names[i] ?? '', node)
    const multiple = new Map<string, readonly SyntaxNode[]>()
    for (const [i, list] of this.lists.slice(0, this.listCount).entries())
      multiple.set(this.listNames[i] ?? '', list)
    return { single, multiple }
  }
}
