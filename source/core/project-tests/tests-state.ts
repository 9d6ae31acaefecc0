import type { TestProposal } from './propose-tests.js'

/** How the project's test command stands on this machine. */
export type TestsState = {
  /**
   * `confirmed`: the developer said yes here to this command and to the scripts behind it, word for word; `changed`: to
   * others; `new`: nobody was asked; `declined`: the developer wants none; `none`: there is nothing to propose.
   */
  readonly status: 'confirmed' | 'changed' | 'new' | 'declined' | 'none'
  /** The command that was set, empty when none is. */
  readonly command: string
  /** The scripts of the project that the command starts, as they stand now; empty when it starts none by name. */
  readonly behind: string
  readonly proposals: readonly TestProposal[]
}
