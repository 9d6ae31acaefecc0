import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Parser } from 'web-tree-sitter'
import { describeGrammar, type Grammar } from './grammar.js'
import { LANGUAGE_TABLE, type Language } from './language.js'
import { loadGrammar, startRuntime } from './runtime.js'

/** Grammars on demand: each is loaded when its first file comes, once a process. */
export type Grammars = {
  readonly get: (language: Language) => Promise<Grammar>
  readonly parser: Parser
}

/**
 * Returns the grammars of a folder that holds `web-tree-sitter.wasm` and `tree-sitter-<grammar>.wasm` files,
 * as the build lays them out; without a folder they come from node_modules. Rejects when the runtime is missing.
 */
export async function openGrammars(folder?: string): Promise<Grammars> {
  const locate = folder === undefined ? locateInPackages : (file: string) => join(folder, file)
  const parser = await startRuntime(locate)
  const loaded = new Map<Language, Promise<Grammar>>()
  const load = async (language: Language): Promise<Grammar> => {
    const path = locate(`tree-sitter-${LANGUAGE_TABLE[language].grammar}.wasm`)
    return describeGrammar(language, await loadGrammar(path))
  }
  return {
    parser,
    get: language => {
      const known = loaded.get(language)
      if (known !== undefined) return known
      const grammar = load(language)
      loaded.set(language, grammar)
      return grammar
    },
  }
}

function locateInPackages(file: string): string {
  const resolve = createRequire(import.meta.url).resolve
  if (file === 'web-tree-sitter.wasm') return resolve('web-tree-sitter/web-tree-sitter.wasm')
  return join(dirname(resolve('@vscode/tree-sitter-wasm/package.json')), 'wasm', file)
}
