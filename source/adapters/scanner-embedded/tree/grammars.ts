import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Parser } from 'web-tree-sitter'
import { takeShipped } from '../match/shipped-patterns.js'
import { describeGrammar, type Grammar } from './grammar.js'
import { LANGUAGE_TABLE, type Language } from './language.js'
import { loadGrammar, startRuntime } from './runtime.js'

/** Grammars on demand: each is loaded when its first file comes, once a process. */
export type Grammars = {
  readonly get: (language: Language) => Promise<Grammar>
  readonly parser: Parser
}

/** Returns the name of the file that holds the patterns of the rules for a language, compiled by the build. */
export function shippedName(language: Language): string {
  return `patterns-${language}.json`
}

/**
 * Returns the grammars of a folder that holds `web-tree-sitter.wasm`, `tree-sitter-<grammar>.wasm` and `patterns-<language>.json`
 * files, as the build lays them out; without a folder they come from node_modules. Rejects when the runtime is missing.
 */
export async function openGrammars(folder?: string): Promise<Grammars> {
  const locate = folder === undefined ? locateInPackages : (file: string) => join(folder, file)
  const parser = await startRuntime(locate)
  const loaded = new Map<Language, Promise<Grammar>>()
  const load = async (language: Language): Promise<Grammar> => {
    const [parsed, shipped] = await Promise.all([
      loadGrammar(locate(`tree-sitter-${LANGUAGE_TABLE[language].grammar}.wasm`)),
      folder === undefined ? null : readShipped(join(folder, shippedName(language))),
    ])
    const grammar = describeGrammar(language, parsed)
    if (shipped !== null) takeShipped(grammar, shipped)
    return grammar
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

/** Patterns are compiled here where nobody did it before. */
async function readShipped(file: string): Promise<string | null> {
  return readFile(file, 'utf8').catch(() => null)
}

function locateInPackages(file: string): string {
  const resolve = createRequire(import.meta.url).resolve
  if (file === 'web-tree-sitter.wasm') return resolve('web-tree-sitter/web-tree-sitter.wasm')
  return join(dirname(resolve('@vscode/tree-sitter-wasm/package.json')), 'wasm', file)
}
