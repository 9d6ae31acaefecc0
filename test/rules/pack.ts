import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parse } from 'yaml'
import { createFixOffice } from '../../source/adapters/scanner-embedded/fix/offered-fixes.js'
import {
  type RuleReading,
  readRuleFile,
} from '../../source/adapters/scanner-embedded/rules/read-rule-file.js'
import type { Rule } from '../../source/adapters/scanner-embedded/rules/rule.js'
import { listRuleFiles, loadRulePack } from '../../source/adapters/scanner-embedded/rules/rule-pack.js'
import { createFlowMaker } from '../../source/adapters/scanner-embedded/scan/flow-maker.js'
import { createScanEngine, type ScanEngine } from '../../source/adapters/scanner-embedded/scan/scan-engine.js'
import type { HandledRoute } from '../../source/adapters/scanner-embedded/taint/handled-route.js'
import { compileLists } from '../../source/adapters/scanner-embedded/taint/lists/compile-lists.js'
import { openGrammars } from '../../source/adapters/scanner-embedded/tree/grammars.js'
import { LANGUAGE_TABLE, type Language } from '../../source/adapters/scanner-embedded/tree/language.js'
import { sha256 } from '../../source/adapters/system/sha256.js'
import { threadTime } from '../../source/adapters/system/thread-time.js'
import type { KnownWeakness } from './lint-rule.js'

export const RULES = resolve(import.meta.dirname, '../../rules')

export const pack = await loadRulePack(RULES, sha256)
export const grammars = await openGrammars()
export const office = createFixOffice(grammars.parser)
export const weaknesses: readonly KnownWeakness[] = parse(readFileSync(join(RULES, 'weaknesses.yml'), 'utf8'))

/** Every rule file, read again with its snippets. */
export const ruleFiles: readonly {
  readonly file: string
  readonly id: string
  readonly reading: RuleReading
}[] = (await listRuleFiles(RULES)).map(file => ({
  file,
  id: file.replace(/^.*\/|\.yml$/g, ''),
  reading: readRuleFile(file, readFileSync(join(RULES, file), 'utf8')),
}))

/** An engine that runs these rules, with every module at hand. `routes` are what OpenAPI documents say just now. */
export function engineOf(
  rules: readonly Rule[],
  routes: () => readonly HandledRoute[] = () => [],
): ScanEngine {
  return createScanEngine({
    pack: { ...pack, rulesOf: language => rules.filter(rule => rule.languages.includes(language)) },
    grammars,
    hash: sha256,
    createFlow: createFlowMaker(compileLists(pack.lists, () => [], routes)),
    hasModule: () => true,
    elapsed: threadTime,
    fixesOf: (finding, file) => office.offers(finding, file).map(offer => offer.fix),
  })
}

/** The file name of a snippet. */
export function snippetPath(language: Language): string {
  return `snippet.${LANGUAGE_TABLE[language].extensions[0]}`
}
