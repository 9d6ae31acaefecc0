import type { ParsedFile } from '../tree/parsed-file.js'
import type { SyntaxNode } from '../tree/syntax-node.js'
import { COST, type Spend, spendFreely } from '../tree/work.js'
import { isSameTree } from './same-tree.js'

/** What metavariables stand for after a match: `A` for `$A`, `$$$A` for `$$$A`. */
export type Bindings = {
  readonly single: ReadonlyMap<string, SyntaxNode>
  readonly multiple: ReadonlyMap<string, readonly SyntaxNode[]>
}

/** Looks between two at the budget. */
const BATCH = 1_000

/** Thrown out of the middle of a match when the budget is used up: one match alone can be endless work. */
export class OutOfWork extends Error {}

/** Bindings while a match is under way: a trail that is cut back when a branch fails. Entries past the counts are stale. */
export class Trail {
  private readonly names: string[] = []
  private readonly nodes: SyntaxNode[] = []
  private count = 0
  private readonly listNames: string[] = []
  private readonly lists: (readonly SyntaxNode[])[] = []
  private listCount = 0
  /** Nodes looked at, in any relation and pattern, that are not paid yet. */
  private due = 0
  private readonly answers = new Map<unknown, Map<number, boolean>>()

  constructor(
    readonly file: ParsedFile,
    private readonly spend: Spend = spendFreely,
  ) {}

  /** Counts nodes looked at; throws `OutOfWork` when the budget is used up. */
  look(count = 1): void {
    this.due += count
    if (this.due >= BATCH && this.pay()) throw new OutOfWork()
  }

  /** Pays for what was looked at; returns true when nothing is left of the budget. */
  pay(): boolean {
    const { due } = this
    this.due = 0
    return this.spend(due * COST.look)
  }

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
    if (known !== null) return isSameTree(known, node, this.file.text, () => this.look())
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
