import type { Hash } from '../../../ports/system.js'
import type { Importer } from '../taint/link/import-index.js'
import { importsIn } from '../taint/link/resolve-module.js'
import { LANGUAGE_TABLE, languageOfPath } from '../tree/language.js'
import type { FileOutcome } from './file-outcome.js'
import { readSource } from './read-source.js'

/** What linking has to know of every file of the project. */
export type FileFacts = Importer & {
  /** Digest of the text. */
  readonly hash: string
}

/** Returns what is known of a file as it is now; `skipped` for one that is not scanned, null for an unknown one. */
export type KnownFacts = (path: string) => FileFacts | 'skipped' | null

type FactMaterial = {
  readonly outcomes: ReadonlyMap<string, FileOutcome>
  readonly project: readonly string[]
  readonly memory: { readonly factsOf: KnownFacts }
  readonly hash: Hash
  readonly signal: AbortSignal | undefined
}

/** Returns the facts of all files that can be imported, in the project's order. Only unknown ones are read. */
export function gatherFacts(
  { outcomes, project, memory, hash, signal }: FactMaterial,
  texts: ProjectTexts,
): ReadonlyMap<string, FileFacts> {
  const facts = new Map<string, FileFacts>()
  for (const path of project) {
    const language = languageOfPath(path)
    if (language === null) continue
    const known = memory.factsOf(path)
    const outcome = outcomes.get(path)
    if (known === 'skipped') continue
    if (known !== null) facts.set(path, known)
    else if (outcome !== undefined) {
      if (outcome.skipped === null)
        facts.set(path, { hash: outcome.hash, imports: outcome.imports, targets: null })
    } else {
      signal?.throwIfAborted()
      const text = texts.textOf(path)
      if (text === null) continue
      const imports = importsIn(text, LANGUAGE_TABLE[language].family)
      facts.set(path, { hash: hash(text), imports, targets: null })
    }
  }
  return facts
}

/** The texts of the project's files. */
export type ProjectTexts = {
  /** Returns the text of a file, or null when it cannot be scanned. */
  readonly textOf: (path: string) => string | null
}

/** Texts kept while files are linked. */
const MAX_TEXTS = 100

/** Returns a reader of texts that remembers the last hundred. */
export function createProjectTexts(root: string): ProjectTexts {
  const known = new Map<string, string | null>()
  return {
    textOf: path => {
      const before = known.get(path)
      if (before !== undefined) return before
      const reading = readSource(root, path)
      const text = reading.kind === 'text' ? reading.text : null
      const [oldest] = known.keys()
      if (known.size >= MAX_TEXTS && oldest !== undefined) known.delete(oldest)
      known.set(path, text)
      return text
    },
  }
}
