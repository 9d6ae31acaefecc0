import type { NotedFix } from '../core/fix/noted-fix.js'
import type { Result } from '../core/problem.js'

/** What the developer answered about a project's tests on this machine. */
export type TestConsent =
  | { readonly kind: 'declined' }
  | {
      readonly kind: 'confirmed'
      /** The command and the scripts behind it, word for word as they were shown. */
      readonly command: string
      readonly behind: string
    }

/** What is kept of one project on this machine alone, in the user's state folder: never committed, never exported. */
export type MachineStore = {
  /** Null when nobody was asked, or the answer cannot be read any more: then it is asked again. */
  readonly testConsent: () => Promise<TestConsent | null>
  readonly saveTestConsent: (consent: TestConsent) => Promise<Result<null>>
  /** The fixes that can be taken back, newest first; the oldest are dropped beyond a hundred. */
  readonly notedFixes: () => Promise<readonly NotedFix[]>
  /** Notes a fix, or replaces the note of the same id. */
  readonly noteFix: (fix: NotedFix) => Promise<Result<null>>
  readonly dropFix: (id: string) => Promise<Result<null>>
}
