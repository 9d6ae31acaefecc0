import type { TrustedFunction } from '../../../core/finding/trusted-function.js'
import type { FileOutcome } from '../scan/file-outcome.js'
import type { HandledRoute } from '../taint/handled-route.js'

/** What a worker thread is started with. */
export type WorkerSetup = {
  readonly rules: string
  readonly grammars: string | null
  readonly root: string
  /** Modules that the project depends on, of those that rules ask for. */
  readonly modules: readonly string[]
  readonly weaknesses: readonly string[] | null
  /** Functions of the project that a person vouched for. */
  readonly trusted: readonly TrustedFunction[]
  /** Routes that OpenAPI documents of the project give to its functions. */
  readonly routes: readonly HandledRoute[]
}

/** Paths to examine, relative to the root. */
export type WorkerTask = { readonly paths: readonly string[] }

/** One answer a path, so that a crash costs one file. */
export type WorkerAnswer = { readonly outcome: FileOutcome }
